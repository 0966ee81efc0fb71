/* The lists that a city may add to. */
#include "content/store/store_private.h"

static const struct str list_names[STORE_WORD_LISTS] = {
    [STORE_EVENT_KINDS] = STR_INIT("event-kind"),
    [STORE_FIGURE_GROUPS] = STR_INIT("figure-group"),
    [STORE_UNITS] = STR_INIT("unit"),
    [STORE_LANGUAGES] = STR_INIT("language"),
    [STORE_TERM_CATEGORIES] = STR_INIT("term-category"),
    [STORE_PHRASE_CATEGORIES] = STR_INIT("phrase-category"),
};

struct reading {
    struct store_list lists[STORE_WORD_LISTS];
    int64_t row;             /* of `word` */
    struct store_word *word; /* the languages of one follow each other */
};

static void
take_row(struct reading *reading, struct store_rows *rows) {
    struct str list = store_str(rows, 0);
    enum locale_id locale;
    int i = 0;
    while (i < STORE_WORD_LISTS && !str_eq(list_names[i], list)) {
        i++;
    }
    if (i == STORE_WORD_LISTS || !locale_from_tag(store_str(rows, 5), &locale)) {
        return; /* of another program */
    }
    if (!reading->word || reading->row != store_int(rows, 6, 0)) {
        reading->row = store_int(rows, 6, 0);
        reading->word = store_list_add(&reading->lists[i]);
        *reading->word = (struct store_word){
            .word = store_str(rows, 1), .form = store_str(rows, 2), .tone = store_str(rows, 3)};
    }
    reading->word->names[locale] = store_str(rows, 4);
}

bool
store_words_load(struct store *store, struct err *err) {
    struct store_words *words = &store->words;
    struct store_rows rows;
    struct reading reading = {0};
    if (words->are_read) {
        return true;
    }
    arena_reset(&words->arena); /* of a reading that failed */
    for (int i = 0; i < STORE_WORD_LISTS; i++) {
        reading.lists[i] = store_list(&words->arena, sizeof(struct store_word));
    }
    store_begin(&rows, store, QUERY_WORDS, &words->arena, err);
    store_bind_int(&rows, 1, STORE_WORDS_MOST);
    while (store_step(&rows)) {
        take_row(&reading, &rows);
    }
    words->are_read = store_end(&rows);
    for (int i = 0; words->are_read && i < STORE_WORD_LISTS; i++) {
        words->items[i] = reading.lists[i].items;
        words->counts[i] = reading.lists[i].count;
    }
    return words->are_read;
}

const struct store_word *
store_word_at(const struct store *store, enum store_word_list list, size_t index) {
    return index < store->words.counts[list] ? &store->words.items[list][index] : NULL;
}

const struct store_word *
store_word(const struct store *store, enum store_word_list list, struct str word) {
    const struct store_words *words = &store->words;
    for (size_t i = 0; i < words->counts[list]; i++) {
        if (str_eq(words->items[list][i].word, word)) {
            return &words->items[list][i];
        }
    }
    return NULL;
}
