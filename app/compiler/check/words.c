#include "compiler/check/words.h"

#include "compiler/check/chars.h"

#include <strings.h>

#define MOST_SHOWN 40 /* of a list without end */

static const struct model_table *
table_of(const struct check *check, struct str list) {
    bool is_closed = str_find(list, STR(".")) != SIZE_MAX;
    return is_closed ? &check->model->meanings : &check->model->tables[TABLE_LISTS];
}

/* "sister (자매도시), friendship (우호도시)" */
static struct str
meanings(const struct check *check, struct str list, enum locale_id locale) {
    const struct model_table *table = table_of(check, list);
    struct str_buf out = {0};
    size_t shown = 0;
    for (size_t i = 0; i < table->count && shown < MOST_SHOWN; i++) {
        const struct model_row *row = &table->rows[i];
        if (str_eq(model_value(table, row, "list"), list)) {
            struct str word = model_value(table, row, "word");
            struct str name = model_text(table, row, "name", locale);
            bool is_said = str_eq(word, name) || name.n == 0;
            str_buf_printf(&out, "%s%.*s", shown++ ? ", " : "", STR_ARG(word));
            if (!is_said) {
                str_buf_printf(&out, " (%.*s)", STR_ARG(name));
            }
        }
    }
    struct str copy = arena_str(check->model->arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

static bool
is_alike(struct str a, struct str b) {
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

/* `# person|# people` as it is asked for: person. */
static struct str
bare_name(struct str name) {
    struct str first;
    str_split(&name, '|', &first);
    first = str_trim(first);
    size_t start = str_starts(first, STR("#")) ? 1 : 0;
    return str_trim(str_slice(first, start, first.n));
}

/* zh-CN is zh; jp, kr, cn and vn are countries whose languages are ja, ko, zh and vi. */
static bool
is_language_of(struct str word, struct str text) {
    static const struct {
        struct str country, language;
    } countries[] = {{STR_INIT("jp"), STR_INIT("ja")}, {STR_INIT("kr"), STR_INIT("ko")},
        {STR_INIT("cn"), STR_INIT("zh")}, {STR_INIT("vn"), STR_INIT("vi")},
        {STR_INIT("ua"), STR_INIT("uk")}};
    bool has_region =
        word.n == 2 && text.n > 3 && text.p[2] == '-' && is_alike(str_slice(text, 0, 2), word);
    for (size_t i = 0; i < sizeof(countries) / sizeof(countries[0]); i++) {
        if (is_alike(text, countries[i].country) && str_eq(word, countries[i].language)) {
            return true;
        }
    }
    return has_region;
}

/* How far a row is from what was written: 0 for its word or one of its names, else so many letters
 * of its word. */
static size_t
distance_to(
    const struct model_table *table, const struct model_row *row, struct str text, size_t most) {
    struct str word = model_value(table, row, "word");
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct str name = bare_name(model_text(table, row, "name", (enum locale_id)i));
        bool is_part = text.n >= 6 && name.n > text.n && str_find(name, text) != SIZE_MAX;
        if (is_alike(name, text) || is_part) {
            return 0;
        }
    }
    if (is_language_of(word, text)) {
        return 0;
    }
    bool is_within = word.n >= 4 && str_find(text, word) != SIZE_MAX; /* sister city */
    return is_alike(word, text) ? 0 : is_within ? 1 : model_distance(word, text, most);
}

static struct str
nearest(const struct check *check, struct str list, struct str text) {
    const struct model_table *table = table_of(check, list);
    size_t most = text.n > 5 ? 3 : text.n > 3 ? 2 : text.n > 2 ? 1 : 0, best = most + 1, found = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct model_row *row = &table->rows[i];
        size_t d = str_eq(model_value(table, row, "list"), list)
                       ? distance_to(table, row, text, most)
                       : most + 1;
        found = d < best ? i : found;
        best = d < best ? d : best;
    }
    return best > most ? (struct str){0}
                       : arena_printf(check->model->arena, " (%.*s?)",
                             STR_ARG(model_value(table, &table->rows[found], "word")));
}

void
words_unknown(struct check *check, struct diag_place place, struct str name, struct str text,
    struct str list) {
    bool is_open = str_find(list, STR(".")) == SIZE_MAX;
    struct str args[] = {name, text, nearest(check, list, text), list}, local[LOCALE_COUNT];
    for (int i = 0; i < LOCALE_COUNT; i++) {
        local[i] = meanings(check, list, (enum locale_id)i);
    }
    diag_report_local(check->model->diag, is_open ? DIAG_UNKNOWN_LISTED : DIAG_UNKNOWN_WORD, place,
        args, 4, local);
}

static size_t
count_sign(struct str s, char sign) {
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        count += s.p[i] == sign;
    }
    return count;
}

/* `# person|# people`: one # in each form, two forms at most. */
static bool
is_unit_name(struct str name) {
    struct str form;
    size_t forms = 0;
    bool is_right = true;
    while (name.n > 0 && str_split(&name, '|', &form)) {
        is_right = is_right && count_sign(form, '#') == 1;
        forms++;
    }
    return is_right && forms <= 2;
}

static void
check_form(struct check *check, const struct model_table *lists, const struct model_row *row) {
    struct str list = model_value(lists, row, "list"), form = model_value(lists, row, "form");
    struct str its = str_eq(list, STR("unit"))           ? STR("money")
                     : str_eq(list, STR("figure-group")) ? STR("glance")
                                                         : STR("");
    if (form.n > 0 && !str_eq(form, its)) {
        DIAG_ARGS(check->model->diag, DIAG_LIST_FORM,
            model_place_of(check->model, lists, row, "form"), form, list, its.n ? its : STR("∅"));
    }
}

void
words_check_lists(struct check *check) {
    struct model *model = check->model;
    const struct model_table *lists = &model->tables[TABLE_LISTS];
    size_t name = tables_column(lists->table, STR("name"));
    for (size_t i = 0; i < lists->count; i++) {
        const struct model_row *row = &lists->rows[i];
        struct str word = model_value(lists, row, "word");
        if (word.n > 0 && !chars_is_id(word)) {
            DIAG_ARGS(model->diag, DIAG_BAD_ID, model_place_of(model, lists, row, "word"), word);
        }
        check_form(check, lists, row);
        bool is_unit = str_eq(model_value(lists, row, "list"), STR("unit"));
        for (int l = 0; is_unit && l < LOCALE_COUNT; l++) {
            size_t cell = tables_cell(lists->table, name, (enum locale_id)l);
            if (row->cells[cell].text.n > 0 && !is_unit_name(row->cells[cell].text)) {
                DIAG_ARGS(model->diag, DIAG_UNIT_NAME, model_place(model, row, cell, 0),
                    row->cells[cell].text);
            }
        }
    }
}
