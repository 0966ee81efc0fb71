#include "compiler/model.h"

#include "base/check.h"
#include "base/vec.h"
#include "compiler/check/chars.h"

#include <string.h>

static const struct table_column wordings_columns[] = {
    {"lang", COLUMN_WORD, COLUMN_REQUIRED, "ko ja en", 0},
    {"right", COLUMN_PLAIN, COLUMN_REQUIRED, NULL, 160},
    {"not", COLUMN_PLAIN, 0, NULL, 600},
    {"unless", COLUMN_PLAIN, 0, NULL, 600},
    {"why", COLUMN_PLAIN, 0, NULL, 400},
};
static const struct table_column exceptions_columns[] = {
    {"record", COLUMN_PLAIN, COLUMN_REQUIRED, NULL, 160},
    {"lang", COLUMN_WORD, COLUMN_REQUIRED, "ko ja en", 0},
    {"check", COLUMN_WORD, COLUMN_REQUIRED,
        "wording width-form mixed-voice noun-ending compound-spacing two-romanisations", 0},
    {"word", COLUMN_PLAIN, COLUMN_REQUIRED, NULL, 160},
    {"why", COLUMN_PLAIN, COLUMN_REQUIRED, NULL, 400},
};
static const struct table_column settings_columns[] = {
    {"setting", COLUMN_WORD, COLUMN_REQUIRED, "original-language", 0},
    {"value", COLUMN_WORD, COLUMN_REQUIRED, "ko ja en", 0},
};
static const struct table desk_tables[DESK_COUNT] = {
    [DESK_WORDINGS] = {"wordings", NULL, wordings_columns, ARRAY_LEN(wordings_columns), 0, false},
    [DESK_EXCEPTIONS] = {"exceptions", NULL, exceptions_columns, ARRAY_LEN(exceptions_columns), 0,
        false},
    [DESK_SETTINGS] = {"settings", NULL, settings_columns, ARRAY_LEN(settings_columns), 0, false},
};

struct model_table *
model_desk_table(struct model *model, struct str name) {
    for (size_t i = 0; i < DESK_COUNT; i++) {
        if (str_eq(name, str_from(desk_tables[i].name))) {
            return &model->desk[i];
        }
    }
    return NULL;
}

static bool
is_locale_tag(struct str tag, enum locale_id *locale) {
    return locale_from_tag(tag, locale) && str_eq(tag, str_from(locale_tag(*locale)));
}

void
model_take_settings(struct model *model) {
    const struct model_table *settings = &model->desk[DESK_SETTINGS];
    for (size_t i = 0; i < settings->count; i++) {
        const struct model_row *row = &settings->rows[i];
        struct str value = model_value(settings, row, "value");
        enum locale_id locale;
        if (!str_eq(model_value(settings, row, "setting"), STR("original-language"))) {
            continue; /* what cannot be is a mistake of its cell */
        }
        if (is_locale_tag(value, &locale)) {
            model->original = locale;
        } else {
            model->has_no_original = true;
        }
    }
}

void
model_init(struct model *model, struct arena *arena, struct diag *diag) {
    *model = (struct model){.arena = arena, .diag = diag};
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        model->tables[i].table = &content_tables[i];
    }
    for (size_t i = 0; i < DESK_COUNT; i++) {
        model->desk[i].table = &desk_tables[i];
    }
    model->meanings.table = &content_tables[TABLE_LISTS];
}

struct model_link *
model_add_link(struct model *model) {
    VEC_ROOM_IN(model->arena, model->links, model->link_count, model->link_cap, 1);
    return &model->links[model->link_count++];
}

const struct model_picture *
model_find_picture(const struct model *model, struct str name) {
    for (size_t i = 0; i < model->picture_count; i++) {
        if (str_eq(model->pictures[i].name, name)) {
            return &model->pictures[i];
        }
    }
    return NULL;
}

void
model_add_span(struct model *model, struct str language, struct diag_place place) {
    VEC_ROOM_IN(model->arena, model->spans, model->span_count, model->span_cap, 1);
    model->spans[model->span_count++] = (struct model_link){language, place};
}

void
model_finish(struct model *model) {
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        map_finish(&model->tables[i].ids);
    }
    map_finish(&model->meanings.ids);
    map_finish(&model->figure_subjects);
    map_finish(&model->checklist_names);
}

struct model_row *
model_add_row(struct model_table *table, struct arena *arena, uint32_t file, uint32_t at) {
    VEC_ROOM_IN(arena, table->rows, table->count, table->cap, 1);
    size_t cells = tables_cell_count(table->table);
    struct model_row *row = &table->rows[table->count++];
    *row = (struct model_row){ARENA_ARRAY(arena, cells, struct csv_cell), file, at};
    for (size_t i = 0; i < cells; i++) {
        row->cells[i].at = MODEL_ABSENT;
    }
    return row;
}

size_t
model_add_id(struct model_table *table, size_t row) {
    struct str id = table->rows[row].cells[0].text;
    uint32_t other;
    for (uint64_t key = str_hash(id, 0);; key++) {
        if (!map_get(&table->ids, key, &other)) {
            map_put(&table->ids, key, (uint32_t)row);
            return SIZE_MAX;
        }
        if (str_eq(table->rows[other].cells[0].text, id)) {
            return other;
        }
    }
}

size_t
model_find(const struct model *model, enum table_id table, struct str id) {
    const struct model_table *rows = &model->tables[table];
    uint32_t row;
    for (uint64_t key = str_hash(id, 0); map_get(&rows->ids, key, &row); key++) {
        if (str_eq(rows->rows[row].cells[0].text, id)) {
            return row;
        }
    }
    return SIZE_MAX;
}

static bool
is_article_kind(struct str name) {
    for (size_t i = 0; i < ARTICLE_KIND_COUNT; i++) {
        if (str_eq(name, str_from(content_article_kinds[i]))) {
            return true;
        }
    }
    return false;
}

bool
model_is_whole(struct model *model, enum table_id table) {
    struct model_table *rows = &model->tables[table];
    if (!rows->is_present && !rows->is_partial && table != TABLE_ARTICLES) {
        struct str path = arena_printf(model->arena, "%s.csv", rows->table->name);
        uint32_t file = sources_add(model->diag->sources, path, (struct str){0});
        DIAG_ARGS(model->diag, DIAG_MISSING_FILE, ((struct diag_place){file, 0}), path);
        rows->is_partial = true;
    } else if (rows->table->is_required && rows->count == 0 && !rows->is_partial) {
        DIAG_ARGS(model->diag, DIAG_NO_ROWS, ((struct diag_place){rows->header_file, 0}),
            str_from(rows->table->name));
        rows->is_partial = true;
    }
    return !rows->is_partial;
}

/* The nearest row's id is malformed, which was said there: 8 mistakes more would say the same. */
static bool
is_misspelt_there(const struct model *model, enum table_id table, struct str id) {
    struct str near = model_suggestion(model, table, id);
    near = near.n > 4 ? str_slice(near, 2, near.n - 2) : near;
    return near.n > 0 && !chars_is_id(near);
}

bool
model_lacks(struct model *model, enum table_id table, struct str id) {
    return model_find(model, table, id) == SIZE_MAX && model_is_whole(model, table) &&
           !(table < TABLE_ARTICLES && table != TABLE_LISTS && is_misspelt_there(model, table, id));
}

/* Of the table, or the kind of article, before the slash. */
static bool
has_whole_table(struct model *model, struct str record) {
    struct str name = str_slice(record, 0, str_find(record, STR("/")));
    const struct table *table = tables_find(name);
    if (is_article_kind(name)) {
        return model_is_whole(model, TABLE_ARTICLES);
    }
    return !table || !tables_has_id(table) || model_is_whole(model, tables_id(table));
}

bool
model_has_record(const struct model *model, struct str record) {
    size_t slash = str_find(record, STR("/"));
    if (slash == SIZE_MAX) {
        return false;
    }
    struct str name = str_slice(record, 0, slash);
    if (is_article_kind(name)) {
        return model_find(model, TABLE_ARTICLES, record) != SIZE_MAX;
    }
    const struct table *table = tables_find(name);
    return table && tables_has_id(table) && tables_id(table) != TABLE_ARTICLES &&
           model_find(model, tables_id(table), str_slice(record, slash + 1, record.n)) != SIZE_MAX;
}

bool
model_lacks_record(struct model *model, struct str record) {
    size_t slash = str_find(record, STR("/"));
    const struct table *table = tables_find(str_slice(record, 0, slash));
    bool is_id = slash != SIZE_MAX && table && tables_has_id(table) &&
                 tables_id(table) < TABLE_ARTICLES && tables_id(table) != TABLE_LISTS;
    return !model_has_record(model, record) && has_whole_table(model, record) &&
           !(is_id &&
               is_misspelt_there(model, tables_id(table), str_slice(record, slash + 1, record.n)));
}

/* Sets of names: a 64-bit hash is enough, a collision would only let a mistake pass. */
static void
index_column(const struct model *model, enum table_id id, const char *column, struct map *set) {
    const struct model_table *table = &model->tables[id];
    for (size_t i = 0; i < table->count; i++) {
        map_put(set, str_hash(model_value(table, &table->rows[i], column), 1), 1);
    }
}

void
model_index(struct model *model) {
    index_column(model, TABLE_FIGURES, "subject", &model->figure_subjects);
    index_column(model, TABLE_CHECKLISTS, "list", &model->checklist_names);
}

bool
model_has_figures(const struct model *model, struct str subject) {
    uint32_t value;
    return map_get(&model->figure_subjects, str_hash(subject, 1), &value);
}

bool
model_has_checklist(const struct model *model, struct str list) {
    uint32_t value;
    return map_get(&model->checklist_names, str_hash(list, 1), &value);
}

static size_t
cell_of(const struct model_table *table, const char *column, enum locale_id locale) {
    size_t index = tables_column(table->table, str_from(column));
    if (index == SIZE_MAX) {
        BUG(column);
    }
    return tables_cell(table->table, index, locale);
}

struct str
model_value(const struct model_table *table, const struct model_row *row, const char *column) {
    return row->cells[cell_of(table, column, (enum locale_id)0)].text;
}

struct str
model_text(const struct model_table *table, const struct model_row *row, const char *column,
    enum locale_id locale) {
    return row->cells[cell_of(table, column, locale)].text;
}

bool
model_has_note(const struct model_table *table, const struct model_row *row) {
    size_t cells = tables_cell_count(table->table);
    for (size_t i = table->table->base_count; i < cells; i++) {
        enum locale_id locale;
        const struct table_column *column = tables_of_cell(table->table, i, &locale);
        if ((column->flags & COLUMN_NOTE) && row->cells[i].text.n > 0) {
            return true;
        }
    }
    return false;
}

/* A cell that is a slice of its file says where it lies by its address. */
struct diag_place
model_place(const struct model *model, const struct model_row *row, size_t cell, size_t offset) {
    const struct csv_cell *c = &row->cells[cell];
    if (c->at == MODEL_ABSENT) {
        return (struct diag_place){row->file, row->at};
    }
    struct str bytes = sources_at(model->diag->sources, c->file)->bytes;
    uintptr_t text = (uintptr_t)c->text.p, start = (uintptr_t)bytes.p;
    size_t at = c->text.p && text >= start && text <= start + bytes.n
                    ? (size_t)(text - start) + offset
                    : csv_place(bytes, c, offset);
    return (struct diag_place){c->file, (uint32_t)at};
}

struct diag_place
model_place_of(const struct model *model, const struct model_table *table,
    const struct model_row *row, const char *column) {
    return model_place(model, row, cell_of(table, column, model->original), 0);
}

struct str
model_place_name(const struct model *model, const struct model_row *row) {
    return diag_place_name(model->diag, (struct diag_place){row->file, row->at});
}

/* Levenshtein. */
size_t
model_distance(struct str a, struct str b, size_t limit) {
    size_t row[65];
    if (a.n > 64 || b.n > 64 || a.n > b.n + limit || b.n > a.n + limit) {
        return limit + 1;
    }
    for (size_t j = 0; j <= b.n; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a.n; i++) {
        size_t diagonal = row[0], best = row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            size_t change = diagonal + (a.p[i - 1] != b.p[j - 1]);
            diagonal = row[j];
            size_t drop = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < drop ? change : drop;
            best = row[j] < best ? row[j] : best;
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return row[b.n];
}

/* Only among so many ids, and only for the first mistakes: advice must not make a run slow. */
#define SUGGESTION_ROWS 2000
#define SUGGESTION_MISTAKES 500

struct str
model_suggestion(const struct model *model, enum table_id table, struct str id) {
    const struct model_table *rows = &model->tables[table];
    size_t limit = id.n > 6 ? 2 : id.n > 3, best = limit + 1, found = 0;
    if (model->diag->count > SUGGESTION_MISTAKES) {
        return (struct str){0};
    }
    for (size_t i = 0; i < rows->count && i < SUGGESTION_ROWS; i++) {
        size_t d = model_distance(id, rows->rows[i].cells[0].text, limit);
        if (d < best) {
            best = d;
            found = i;
        }
    }
    if (best > limit) {
        return (struct str){0};
    }
    return arena_printf(model->arena, " (%.*s?)", STR_ARG(rows->rows[found].cells[0].text));
}
