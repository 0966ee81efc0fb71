/* Findings, and the exceptions that hold them back. */
#include "compiler/check/wording.h"

static uint64_t
exception_key(struct str record, struct str lang, struct str check, struct str word) {
    uint64_t key = str_hash(record, 2);
    key = str_hash(lang, key);
    key = str_hash(check, key);
    return str_hash(word, key);
}

void
wording_report(struct wording *wording, const struct wording_text *text, enum diag_kind kind,
    size_t start, size_t end, struct str right, struct str more) {
    struct str word = str_slice(text->at.text, start, end);
    struct str lang = str_from(locale_tag(text->at.locale));
    uint64_t key = exception_key(text->record, lang, str_from(diag_id(kind)), word);
    uint32_t row;
    if (map_get(&wording->exceptions, key, &row)) {
        wording->is_used[row] = true;
        return;
    }
    DIAG_ARGS(wording->check->model->diag, kind, check_place(wording->check, &text->at, start),
        word, right, more);
}

void
wording_report_form(struct wording *wording, const struct wording_text *text, enum diag_kind kind,
    size_t start, size_t end, const struct wording_form *other) {
    struct check *check = wording->check;
    struct diag_place first = check_place(check, &wording->texts[other->first].at, 0);
    bool is_decided = other->count >= WORDING_DECIDED;
    wording_report(wording, text, kind, start, end, other->form,
        is_decided ? STR("wordings.csv") : diag_place_name(check->model->diag, first));
}

void
wording_read_exceptions(struct wording *wording) {
    struct model *model = wording->check->model;
    const struct model_table *table = &model->desk[DESK_EXCEPTIONS];
    wording->is_used = ARENA_ARRAY(model->arena, table->count + 1, bool);
    for (size_t i = 0; i < table->count; i++) {
        const struct model_row *row = &table->rows[i];
        uint64_t key =
            exception_key(model_value(table, row, "record"), model_value(table, row, "lang"),
                model_value(table, row, "check"), model_value(table, row, "word"));
        map_put(&wording->exceptions, key, (uint32_t)i);
    }
}

/* What an exception once allowed is gone, or was written differently: the row only misleads.
 * Without the interface's words, nothing is known about theirs. */
void
wording_report_unused(struct wording *wording) {
    struct model *model = wording->check->model;
    const struct model_table *table = &model->desk[DESK_EXCEPTIONS];
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (model->tables[i].is_partial) {
            return; /* what was not read may need its exception */
        }
    }
    for (size_t i = 0; i < table->count; i++) {
        const struct model_row *row = &table->rows[i];
        struct str record = model_value(table, row, "record");
        bool is_unseen = str_starts(record, STR("locales/")) && !model->words[LOCALE_EN].is_present;
        if (!wording->is_used[i] && !is_unseen) {
            DIAG_ARGS(model->diag, DIAG_UNUSED_EXCEPTION, model_place(model, row, 0, 0), record,
                model_value(table, row, "word"));
        }
    }
}
