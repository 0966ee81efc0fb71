/* The lists that a city may add to. */
#include "content/store/store_private.h"

static const struct str list_names[STORE_WORD_LISTS] = {
    [STORE_EVENT_KINDS] = STR_INIT("event-kind"),
    [STORE_FIGURE_GROUPS] = STR_INIT("figure-group"),
    [STORE_UNITS] = STR_INIT("unit"),
    [STORE_LANGUAGES] = STR_INIT("language"),
    [STORE_TERM_CATEGORIES] = STR_INIT("term-category"),
    [STORE_PHRASE_CATEGORIES] = STR_INIT("phrase-category"),
    [STORE_LETTER_FIELDS] = STR_INIT("letter-field"),
    [STORE_BRIEFING_GUIDES] = STR_INIT("briefing-guide"),
    [STORE_BRIEFING_PHRASES] = STR_INIT("briefing-phrases"),
    [STORE_BRIEFING_TERMS] = STR_INIT("briefing-terms"),
};

/* The languages of one word follow each other. */
static bool
read_rows(struct store_rows *rows, struct store_words *words) {
    struct store_list list = store_list(&words->arena, sizeof(struct store_word));
    struct store_word *word = NULL;
    int64_t row = 0;
    while (store_step(rows)) {
        enum locale_id locale;
        if (!locale_from_tag(store_str(rows, 4), &locale)) {
            continue; /* of another program */
        }
        if (!word || row != store_int(rows, 5, 0)) {
            row = store_int(rows, 5, 0);
            word = store_list_add(&list);
            *word = (struct store_word){
                .word = store_str(rows, 0), .form = store_str(rows, 1), .tone = store_str(rows, 2)};
        }
        word->names[locale] = store_str(rows, 3);
    }
    words->items = list.items;
    words->count = list.count;
    return store_end(rows);
}

static bool
read_list(struct store *store, enum store_word_list list, struct err *err) {
    struct store_words *words = &store->words[list];
    struct store_rows rows;
    store_begin(&rows, store, QUERY_WORDS, &words->arena, err);
    store_bind_str(&rows, 1, list_names[list]);
    store_bind_int(&rows, 2, STORE_WORDS_MOST);
    words->is_read = true;
    if (!read_rows(&rows, words)) {
        arena_finish(&words->arena);
        *words = (struct store_words){.is_read = true, .has_failed = true};
    }
    return !words->has_failed;
}

bool
store_words(struct store *store, enum store_word_list list, const struct store_word **words,
    size_t *count, struct err *err) {
    bool ok = store->words[list].is_read || read_list(store, list, err);
    *words = store->words[list].items;
    *count = store->words[list].count;
    return ok;
}

void
store_words_again(struct store *store) {
    for (int i = 0; i < STORE_WORD_LISTS; i++) {
        store->words[i].is_read = store->words[i].is_read && !store->words[i].has_failed;
    }
}
