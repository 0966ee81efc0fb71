/* Figures: do the parts make up their total, do the percentages fit? Values are compared as
 * decimals in millionths, so that 0.1 + 0.2 is 0.3. A difference is a warning, and none when the
 * figure, its total or one of the parts carries a note: the value stays as the source has it. */
#include "compiler/check/check.h"

#include "base/check.h"
#include "compiler/read/lists.h"

#include <math.h>

#define MILLION 1000000.0

struct sum {
    size_t total; /* row */
    int64_t millionths;
    size_t parts;
    int decimals;
    bool has_note;
    bool is_short; /* a part of its group names a total that is not there, or has no number */
};
struct sums {
    struct sum *items;
    size_t count;
    struct map by_key;
};

static const struct model_table *
figures_of(const struct check *check) {
    return &check->model->tables[TABLE_FIGURES];
}

static bool
read_value(const struct model_table *figures, const struct model_row *row, const char *column,
    double *value, int *decimals) {
    struct str text = model_value(figures, row, column);
    size_t point = str_find(text, STR("."));
    *decimals = point == SIZE_MAX ? 0 : (int)(text.n - point - 1);
    return str_to_double(text, value) && fabs(*value) < 9e12;
}

static size_t
figure_row(const struct check *check, const struct model_row *row, const char *column) {
    return model_find(check->model, TABLE_FIGURES, model_value(figures_of(check), row, column));
}

static void
add_part(struct check *check, struct sums *sums, const struct model_row *row) {
    const struct model_table *figures = figures_of(check);
    size_t total = figure_row(check, row, "total");
    double value;
    int decimals;
    if (total == SIZE_MAX || !read_value(figures, row, "value", &value, &decimals)) {
        return;
    }
    /* one total may be split in several ways: by nationality, by status */
    uint64_t key = str_hash(model_value(figures, row, "group"), total + 1);
    uint32_t index;
    if (!map_get(&sums->by_key, key, &index)) {
        index = (uint32_t)sums->count;
        sums->items[sums->count++] = (struct sum){
            .total = total, .has_note = model_has_note(figures, &figures->rows[total])};
        map_put(&sums->by_key, key, index);
    }
    struct sum *sum = &sums->items[index];
    sum->millionths += llround(value * MILLION);
    sum->parts++;
    sum->decimals = decimals > sum->decimals ? decimals : sum->decimals;
    sum->has_note |= model_has_note(figures, row);
}

/* What a sum lacks is said where it is named wrong. */
static void
mark_short(struct check *check, struct sums *sums) {
    const struct model_table *figures = figures_of(check);
    struct map groups = {0};
    uint32_t ignored;
    for (size_t i = 0; i < figures->count; i++) {
        const struct model_row *row = &figures->rows[i];
        double value;
        int decimals;
        bool is_part = model_value(figures, row, "total").n > 0;
        if (is_part && (figure_row(check, row, "total") == SIZE_MAX ||
                           !read_value(figures, row, "value", &value, &decimals))) {
            map_put(&groups, str_hash(model_value(figures, row, "group"), 0), 1);
        }
    }
    for (size_t i = 0; i < sums->count; i++) {
        const struct model_row *total = &figures->rows[sums->items[i].total];
        struct str group = model_value(figures, total, "group");
        sums->items[i].is_short = map_get(&groups, str_hash(group, 0), &ignored);
    }
    map_finish(&groups);
}

static struct str
decimal(struct arena *arena, double value, int decimals) {
    return arena_printf(arena, "%.*f", decimals > 6 ? 6 : decimals, value);
}

static void
report_sum(struct check *check, const struct sum *sum) {
    struct model *model = check->model;
    const struct model_table *figures = figures_of(check);
    const struct model_row *total = &figures->rows[sum->total];
    double value;
    int decimals;
    if (sum->has_note || sum->is_short || !read_value(figures, total, "value", &value, &decimals)) {
        return;
    }
    /* rounded parts may miss a total by half a unit of their last digit each */
    double unit = decimals > 0 || sum->decimals > 0
                      ? pow(10, -(decimals < sum->decimals ? decimals : sum->decimals))
                      : 0;
    double tolerance = unit * 0.5 * (double)sum->parts;
    double added = (double)sum->millionths / MILLION;
    if (fabs(added - value) > tolerance + 1e-9) {
        DIAG_ARGS(model->diag, DIAG_FIGURES_SUM, model_place_of(model, figures, total, "value"),
            decimal(model->arena, added, sum->decimals), total->cells[0].text,
            model_value(figures, total, "value"));
    }
}

static void
check_percent(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *figures = figures_of(check);
    struct str written = model_value(figures, row, "percent");
    bool has_base = model_value(figures, row, "percent_of").n > 0;
    double percent, value, base;
    int decimals, ignored;
    if (written.n == 0) {
        if (has_base) {
            DIAG_AT(
                model->diag, DIAG_PERCENT_ALONE, model_place_of(model, figures, row, "percent_of"));
        }
        return;
    }
    if (!read_value(figures, row, "percent", &percent, &decimals) || model_has_note(figures, row)) {
        return;
    }
    struct diag_place place = model_place_of(model, figures, row, "percent");
    if (percent < 0 || percent > 100) {
        DIAG_ARGS(model->diag, DIAG_PERCENT_RANGE, place, written);
        return;
    }
    size_t of = figure_row(check, row, has_base ? "percent_of" : "total");
    if (of == SIZE_MAX || !read_value(figures, row, "value", &value, &ignored) ||
        !read_value(figures, &figures->rows[of], "value", &base, &ignored) || base <= 0 ||
        model_has_note(figures, &figures->rows[of])) {
        return;
    }
    /* rounded or cut off: both are common */
    if (fabs(value / base * 100 - percent) > pow(10, -decimals) + 1e-9) {
        DIAG_ARGS(model->diag, DIAG_FIGURES_PERCENT, place, written,
            figures->rows[of].cells[0].text, model_value(figures, &figures->rows[of], "value"),
            model_value(figures, row, "value"));
    }
}

static void
check_chain(struct check *check, size_t start) {
    struct model *model = check->model;
    const struct model_table *figures = figures_of(check);
    const struct model_row *row = &figures->rows[start];
    size_t at = figure_row(check, row, "total");
    if (at != SIZE_MAX) {
        struct str unit = model_value(figures, row, "unit");
        struct str its = model_value(figures, &figures->rows[at], "unit");
        bool is_known =
            !lists_lack(model, STR("unit"), unit) && !lists_lack(model, STR("unit"), its);
        if (is_known && !str_eq(unit, its)) {
            DIAG_ARGS(model->diag, DIAG_FIGURE_UNITS, model_place_of(model, figures, row, "unit"),
                unit, figures->rows[at].cells[0].text, its);
        }
    }
    /* totals nest a few levels; a longer chain that comes back is a circle */
    for (int step = 0; step < 32 && at != SIZE_MAX; step++) {
        if (at == start) {
            DIAG_ARGS(model->diag, DIAG_FIGURE_CYCLE, model_place_of(model, figures, row, "total"),
                row->cells[0].text);
            return;
        }
        at = figure_row(check, &figures->rows[at], "total");
    }
}

/* A part holds for the day of its total, or for the day the total's note speaks of. */
static void
check_as_of(struct check *check, const struct model_row *row) {
    const struct model_table *figures = figures_of(check);
    size_t total = figure_row(check, row, "total");
    const struct model_row *whole = total == SIZE_MAX ? row : &figures->rows[total];
    if (model_value(figures, row, "as_of").n == 0 && !model_has_note(figures, row) &&
        model_value(figures, whole, "as_of").n == 0 && !model_has_note(figures, whole)) {
        DIAG_AT(check->model->diag, DIAG_MISSING_AS_OF, model_place(check->model, row, 0, 0));
    }
}

/* Counts and areas have no minus; a change or a balance says so in its note. */
static void
check_sign(struct check *check, const struct model_row *row) {
    const struct model_table *figures = figures_of(check);
    struct str value = model_value(figures, row, "value");
    if (str_starts(value, STR("-")) && !model_has_note(figures, row)) {
        DIAG_ARGS(check->model->diag, DIAG_NEGATIVE_VALUE,
            model_place_of(check->model, figures, row, "value"), value);
    }
}

/* The cities whose figures a group has: the home city's, or those of others. */
struct sides {
    size_t home, other;
    struct str home_subject, other_subject; /* of the first each */
};

static bool
is_home_figure(const struct check *check, const struct model_row *row, bool *is_city) {
    const struct model_table *cities = &check->model->tables[TABLE_CITIES];
    struct str subject = model_value(figures_of(check), row, "subject");
    *is_city = str_starts(subject, STR("cities/"));
    size_t at = *is_city ? model_find(check->model, TABLE_CITIES, str_slice(subject, 7, subject.n))
                         : SIZE_MAX;
    *is_city = at != SIZE_MAX;
    return *is_city && str_eq(model_value(cities, &cities->rows[at], "role"), STR("home"));
}

/* One figure of another city among the home city's, or the other way round: the few are blamed. */
static void
check_groups(struct check *check) {
    const struct model_table *figures = figures_of(check);
    struct model *model = check->model;
    struct sides *sides = ARENA_ARRAY(model->arena, figures->count + 1, struct sides);
    struct map groups = {0};
    uint32_t *group_of = ARENA_ARRAY(model->arena, figures->count + 1, uint32_t);
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < figures->count; i++) {
            const struct model_row *row = &figures->rows[i];
            struct str group = model_value(figures, row, "group");
            bool is_city, is_home = is_home_figure(check, row, &is_city);
            if (pass == 0 && !map_get(&groups, str_hash(group, 0), &group_of[i])) {
                group_of[i] = (uint32_t)i;
                map_put(&groups, str_hash(group, 0), (uint32_t)i);
            }
            struct sides *side = &sides[group_of[i]];
            struct str subject = model_value(figures, row, "subject");
            struct str *first = is_home ? &side->home_subject : &side->other_subject;
            *first = is_city && first->n == 0 ? subject : *first;
            side->home += pass == 0 && is_home;
            side->other += pass == 0 && is_city && !is_home;
            bool is_few = is_home ? side->home < side->other : side->other <= side->home;
            if (pass == 1 && is_city && side->home > 0 && side->other > 0 && is_few &&
                !model_has_note(figures, row)) {
                DIAG_ARGS(model->diag, DIAG_FIGURE_AMONG,
                    model_place_of(model, figures, row, "subject"), subject, group,
                    is_home ? side->other_subject : side->home_subject);
            }
        }
    }
    map_finish(&groups);
}

void
check_figures(struct check *check) {
    const struct model_table *figures = figures_of(check);
    struct sums sums = {.items = ARENA_ARRAY(check->model->arena, figures->count + 1, struct sum)};
    for (size_t i = 0; i < figures->count; i++) {
        const struct model_row *row = &figures->rows[i];
        check_chain(check, i);
        add_part(check, &sums, row);
        check_percent(check, row);
        check_as_of(check, row);
        check_sign(check, row);
    }
    if (check->home_count == 1) {
        check_groups(check);
    }
    mark_short(check, &sums);
    for (size_t i = 0; i < sums.count; i++) {
        report_sum(check, &sums.items[i]);
    }
    map_finish(&sums.by_key);
}
