#include "content/index/keywords.h"

#include "i18n/locale.h"

struct keywords {
    struct arena *arena;
    struct search_place_words *places;
    struct search_sql terms, insert;
    struct str_buf words; /* of the row, all languages, one space between two */
};

static void
add_words(struct keywords *k, struct str terms) {
    struct str term;
    while (str_split(&terms, '|', &term)) {
        if (k->words.n > 0) {
            str_buf_byte(&k->words, ' ');
        }
        str_buf_add(&k->words, str_trim(term));
    }
}

static void
add_row(struct keywords *k, struct str id, struct str use) {
    bool is_place = str_eq(use, STR("place-word"));
    str_buf_clear(&k->words);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        search_sql_bind_str(&k->terms, 1, id);
        search_sql_bind_str(&k->terms, 2, str_from(locale_tag((enum locale_id)i)));
        if (search_sql_step(&k->terms)) {
            struct str terms = search_sql_str(&k->terms, 0);
            if (is_place) {
                search_place_words_add(k->places, k->arena, terms);
            }
            add_words(k, terms);
        }
        search_sql_reset(&k->terms);
    }
    if (!is_place) {
        search_sql_bind_str(&k->insert, 1, use);
        search_sql_bind_str(&k->insert, 2, str_buf_str(&k->words));
        search_sql_run(&k->insert);
    }
}

bool
search_keywords_load(
    sqlite3 *db, struct arena *arena, struct search_place_words *places, struct err *err) {
    struct keywords k = {.arena = arena, .places = places};
    struct search_sql create, rows;
    search_sql_open(&create, db, "CREATE TEMP TABLE search_keywords (use TEXT, words TEXT)");
    search_sql_run(&create);
    bool ok = search_sql_end(&create, "making room for keywords", err);
    search_sql_open(&rows, db, "SELECT id, use FROM synonyms WHERE use IS NOT NULL ORDER BY id");
    search_sql_open(&k.terms, db, "SELECT terms FROM synonyms_text WHERE id = ?1 AND locale = ?2");
    search_sql_open(&k.insert, db, "INSERT INTO temp.search_keywords VALUES (?1, ?2)");
    while (ok && search_sql_step(&rows)) {
        add_row(&k, search_sql_str(&rows, 0), search_sql_str(&rows, 1));
    }
    ok = search_sql_end(&rows, "reading the keywords", ok ? err : NULL) && ok;
    ok = search_sql_end(&k.terms, "reading keywords", ok ? err : NULL) && ok;
    ok = search_sql_end(&k.insert, "keeping the keywords", ok ? err : NULL) && ok;
    str_buf_finish(&k.words);
    return ok;
}
