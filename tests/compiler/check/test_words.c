/* The words content may use are the words the screens can say, for lists that are closed: an id
 * that only one side knows would be refused, or shown as it is written. The others are content. */
#include "test.h"

#include "content/tables.h"
#include "screens/words.h"

static const struct {
    enum table_id table;
    const char *column;
    enum word_list list;
} pairs[] = {
    {TABLE_CITIES, "role", WORDS_ROLE},
    {TABLE_RELATIONS, "kind", WORDS_RELATION},
    {TABLE_RELATIONS, "status", WORDS_STATUS},
    {TABLE_FACTS, "kind", WORDS_FACT},
    {TABLE_NAMES, "kind", WORDS_NAME_KIND},
    {TABLE_HOLIDAYS, "kind", WORDS_HOLIDAY},
    {TABLE_HOLIDAYS, "certainty", WORDS_CERTAINTY},
};

static size_t
count_words(const char *words) {
    struct str rest = str_from(words), word;
    size_t count = 0;
    while (str_split(&rest, ' ', &word)) {
        count++;
    }
    return count;
}

static void
test_words__of_content_and_screens_agree(void **state) {
    (void)state;
    struct screen_env env = {0};
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        const struct table *table = &content_tables[pairs[i].table];
        const char *words = table->columns[tables_column(table, str_from(pairs[i].column))].of;
        struct str id;
        size_t count = 0;
        for (; word_at(&env, pairs[i].list, count, &id); count++) {
            if (!tables_has_word(words, id)) {
                fail_msg("%s.%s does not take %.*s", table->name, pairs[i].column, STR_ARG(id));
            }
        }
        if (count != count_words(words)) {
            fail_msg("%s.%s takes %zu words, the screens say %zu", table->name, pairs[i].column,
                count_words(words), count);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words__of_content_and_screens_agree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
