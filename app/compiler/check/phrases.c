/* A phrase is shown to the person opposite: what it says in one language it says in all. */
#include "compiler/check/check.h"

#include "base/check.h"

/* The languages that phrases name, as each of ours calls them. */
static const char *const names[][LOCALE_COUNT] = {
    {[LOCALE_KO] = "한국어", [LOCALE_JA] = "韓国語", [LOCALE_EN] = "Korean"},
    {[LOCALE_KO] = "일본어", [LOCALE_JA] = "日本語", [LOCALE_EN] = "Japanese"},
    {[LOCALE_KO] = "영어", [LOCALE_JA] = "英語", [LOCALE_EN] = "English"},
    {[LOCALE_KO] = "중국어", [LOCALE_JA] = "中国語", [LOCALE_EN] = "Chinese"},
};

static bool
is_named(struct str text, const char *name) {
    return str_find(text, str_from(name)) != SIZE_MAX;
}

/* Named in one language and not in another. English calls peoples and dishes by the same word: only
 * what it lacks counts. */
static bool
is_uneven(const struct str *texts, const char *const *name) {
    bool is_in[LOCALE_COUNT];
    for (size_t i = 0; i < LOCALE_COUNT; i++) {
        is_in[i] = is_named(texts[i], name[i]);
    }
    return is_in[LOCALE_KO] != is_in[LOCALE_JA] || (is_in[LOCALE_KO] && !is_in[LOCALE_EN]);
}

static void
check_phrase(struct check *check, const struct model_table *phrases, const struct model_row *row) {
    struct model *model = check->model;
    struct str texts[LOCALE_COUNT];
    for (size_t i = 0; i < LOCALE_COUNT; i++) {
        texts[i] = model_text(phrases, row, "text", (enum locale_id)i);
        if (texts[i].n == 0) {
            return; /* which was reported */
        }
    }
    size_t cell = tables_cell(phrases->table, tables_column(phrases->table, STR("text")),
        model->original == LOCALE_JA ? LOCALE_KO : LOCALE_JA);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (is_uneven(texts, names[i])) {
            DIAG_ARGS(model->diag, DIAG_PHRASE_LANGUAGE, model_place(model, row, cell, 0),
                str_from(names[i][LOCALE_KO]), str_from(names[i][LOCALE_JA]),
                str_from(names[i][LOCALE_EN]));
            return;
        }
    }
}

void
check_phrases(struct check *check) {
    const struct model_table *phrases = &check->model->tables[TABLE_PHRASES];
    for (size_t i = 0; i < phrases->count; i++) {
        check_phrase(check, phrases, &phrases->rows[i]);
    }
}
