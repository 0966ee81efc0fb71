#include "compiler/check/wording.h"

static uint64_t
exception_key(struct str record, struct str lang, struct str check, struct str word) {
    uint64_t key = str_hash(record, 2);
    key = str_hash(lang, key);
    key = str_hash(check, key);
    return str_hash(word, key);
}

struct str
wording_place_name(const struct wording *wording, const struct wording_text *text) {
    struct model *model = wording->check->model;
    struct diag_place place = check_place(wording->check, &text->at, 0);
    struct source *source = sources_at(model->diag->sources, place.file);
    size_t line, column;
    source_position(source, model->arena, place.at, &line, &column);
    return arena_printf(model->arena, "%.*s:%zu", STR_ARG(source->path), line);
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

static bool
is_wording_check(struct str id) {
    static const enum diag_kind kinds[] = {DIAG_WORDING, DIAG_WIDTH_FORM, DIAG_MIXED_VOICE,
        DIAG_COMPOUND_SPACING, DIAG_TWO_ROMANISATIONS};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (str_eq(id, str_from(diag_id(kinds[i])))) {
            return true;
        }
    }
    return false;
}

/* The values of the two tables: filled, and of the closed lists. */
static void
check_desk_row(struct check *check, const struct model_table *table, const struct model_row *row) {
    for (size_t i = 0; i < table->table->base_count; i++) {
        const struct table_column *column = &table->table->columns[i];
        struct diag_place place = model_place(check->model, row, i, 0);
        struct str text = row->cells[i].text, name = str_from(column->name);
        struct check_text characters = {
            .text = text, .locale = LOCALE_COUNT, .row = row, .cell = i};
        bool is_check = str_eq(name, STR("check"));
        bool is_unknown = column->type == COLUMN_WORD ? !tables_has_word(column->of, text)
                                                      : is_check && !is_wording_check(text);
        if (text.n == 0) {
            if ((column->flags & COLUMN_REQUIRED) && row->cells[i].at != MODEL_ABSENT) {
                DIAG_ARGS(check->model->diag, DIAG_MISSING_VALUE, place, name);
            }
            continue;
        }
        if (is_unknown) {
            DIAG_ARGS(check->model->diag, DIAG_UNKNOWN_WORD, place, name, text,
                is_check ? STR("wording width-form mixed-voice compound-spacing two-romanisations")
                         : str_from(column->of));
        }
        check_characters(check, &characters);
    }
}

static void
read_exceptions(struct wording *wording) {
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
static void
report_unused(struct wording *wording) {
    struct model *model = wording->check->model;
    const struct model_table *table = &model->desk[DESK_EXCEPTIONS];
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

void
check_wording(struct check *check) {
    struct wording wording = {.check = check};
    for (size_t i = 0; i < DESK_COUNT; i++) {
        const struct model_table *table = &check->model->desk[i];
        for (size_t j = 0; j < table->count; j++) {
            check_desk_row(check, table, &table->rows[j]);
        }
    }
    read_exceptions(&wording);
    wording_gather(&wording);
    wording_declared(&wording);
    wording_width(&wording);
    wording_voice(&wording);
    wording_spacing(&wording);
    wording_roman(&wording);
    report_unused(&wording);
    map_finish(&wording.exceptions);
}
