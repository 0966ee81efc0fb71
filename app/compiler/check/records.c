/* Rows against each other: home city, relations, events, schools, names, positions, synonyms. */
#include "compiler/check/check.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/chars.h"
#include "i18n/time_zone.h"

#define VALUE(table, row, column) model_value((table), (row), (column))

static void
check_home(struct check *check) {
    struct model *model = check->model;
    const struct model_table *cities = &model->tables[TABLE_CITIES];
    const struct model_row *home = NULL;
    size_t homes = 0;
    for (size_t i = 0; i < cities->count; i++) {
        const struct model_row *row = &cities->rows[i];
        if (!str_eq(VALUE(cities, row, "role"), STR("home"))) {
            continue;
        }
        homes++;
        if (home) {
            DIAG_ARGS(model->diag, DIAG_SEVERAL_HOME_CITIES,
                model_place_of(model, cities, row, "role"), home->cells[0].text);
        } else {
            home = row;
        }
    }
    check->home_count = homes;
    if (!home && cities->count > 0 && model_is_whole(model, TABLE_CITIES)) {
        DIAG_AT(model->diag, DIAG_NO_HOME_CITY, ((struct diag_place){cities->rows[0].file, 0}));
    }
}

static void
check_cities(struct check *check) {
    struct model *model = check->model;
    const struct model_table *cities = &model->tables[TABLE_CITIES];
    for (size_t i = 0; i < cities->count; i++) {
        const struct model_row *row = &cities->rows[i];
        bool has_latitude = VALUE(cities, row, "latitude").n > 0;
        bool has_longitude = VALUE(cities, row, "longitude").n > 0;
        if (has_latitude != has_longitude) {
            DIAG_AT(model->diag, DIAG_HALF_COORDINATES,
                model_place_of(model, cities, row, has_latitude ? "longitude" : "latitude"));
        }
        struct str zone = VALUE(cities, row, "time_zone");
        if (zone.n > 0 && !time_zone_is_known(zone)) {
            DIAG_ARGS(
                model->diag, DIAG_TIME_ZONE, model_place_of(model, cities, row, "time_zone"), zone);
        }
        double latitude = 1, longitude = 1;
        bool is_zero = str_to_double(VALUE(cities, row, "latitude"), &latitude) &&
                       str_to_double(VALUE(cities, row, "longitude"), &longitude) &&
                       latitude == 0 && longitude == 0;
        if (is_zero && !model_has_note(cities, row)) {
            DIAG_AT(model->diag, DIAG_ZERO_PLACE, model_place_of(model, cities, row, "latitude"));
        }
    }
}

/* What a name of some kind may be written with. */
static void
check_name(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *names = &model->tables[TABLE_NAMES];
    struct str kind = VALUE(names, row, "kind"), text = VALUE(names, row, "text");
    bool is_reading = str_eq(kind, STR("reading")) && str_eq(VALUE(names, row, "lang"), STR("ja"));
    enum chars_script script = is_reading                          ? CHARS_KANA
                               : str_eq(kind, STR("hanja"))        ? CHARS_HAN
                               : str_eq(kind, STR("romanisation")) ? CHARS_LATIN
                                                                   : CHARS_COMMON;
    size_t at = script == CHARS_COMMON ? SIZE_MAX : chars_find_other(text, script);
    if (at != SIZE_MAX) {
        size_t end = at;
        utf8_next(text, &end);
        size_t cell = tables_column(names->table, STR("text"));
        DIAG_ARGS(model->diag, DIAG_NAME_SCRIPT, model_place(model, row, cell, at), kind,
            str_slice(text, at, end));
    }
}

static const struct model_row *
row_of(const struct model *model, enum table_id table, struct str id) {
    size_t row = model_find(model, table, id);
    return row == SIZE_MAX ? NULL : &model->tables[table].rows[row];
}

/* A sister city is one by its relation with the home city. */
static void
check_role(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *relations = &model->tables[TABLE_RELATIONS];
    const struct model_table *cities = &model->tables[TABLE_CITIES];
    const struct model_row *city = row_of(model, TABLE_CITIES, VALUE(relations, row, "city"));
    struct str partner_id = VALUE(relations, row, "partner"), kind = VALUE(relations, row, "kind");
    const struct model_row *partner = row_of(model, TABLE_CITIES, partner_id);
    if (!city || !partner || !str_eq(VALUE(cities, city, "role"), STR("home")) ||
        !tables_has_word("sister friendship prospective", kind)) {
        return;
    }
    struct str its = VALUE(cities, partner, "role");
    if (!tables_has_word("sister friendship prospective mentioned", its)) {
        return; /* no role at all, or a second home: said there */
    }
    struct str role = VALUE(cities, partner, "role");
    if (!str_eq(role, kind) && !model_has_note(relations, row)) {
        DIAG_ARGS(model->diag, DIAG_RELATION_ROLE, model_place_of(model, relations, row, "kind"),
            kind, partner_id, role);
    }
}

static void
check_relations(struct check *check) {
    struct model *model = check->model;
    const struct model_table *relations = &model->tables[TABLE_RELATIONS];
    for (size_t i = 0; i < relations->count; i++) {
        const struct model_row *row = &relations->rows[i];
        struct str city = VALUE(relations, row, "city");
        if (city.n > 0 && str_eq(city, VALUE(relations, row, "partner"))) {
            DIAG_ARGS(model->diag, DIAG_SELF_RELATION,
                model_place_of(model, relations, row, "partner"), city);
        }
        bool has_reason = model_text(relations, row, "reason", model->original).n > 0;
        if (str_eq(VALUE(relations, row, "status"), STR("suspended")) && !has_reason &&
            !model_has_note(relations, row)) {
            DIAG_AT(model->diag, DIAG_SUSPENDED_WITHOUT_REASON,
                model_place_of(model, relations, row, "status"));
        }
        check_role(check, row);
    }
}

static void
check_event_relation(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *events = &model->tables[TABLE_EVENTS];
    const struct model_table *relations = &model->tables[TABLE_RELATIONS];
    struct str city = VALUE(events, row, "city"), id = VALUE(events, row, "relation");
    const struct model_row *relation = row_of(model, TABLE_RELATIONS, id);
    if (id.n == 0 || !relation || !row_of(model, TABLE_CITIES, city)) {
        return;
    }
    if (!str_eq(city, VALUE(relations, relation, "city")) &&
        !str_eq(city, VALUE(relations, relation, "partner"))) {
        DIAG_ARGS(model->diag, DIAG_EVENT_OUTSIDE_RELATION,
            model_place_of(model, events, row, "city"), city, id);
    }
    struct edtf date, since;
    struct str date_text = VALUE(events, row, "date");
    struct str since_text = VALUE(relations, relation, "since");
    bool is_early = edtf_parse(date_text, &date, NULL) && edtf_parse(since_text, &since, NULL) &&
                    date.from.year < since.from.year;
    struct str kind = VALUE(events, row, "kind");
    bool is_exchange = str_eq(kind, STR("administration")) || str_eq(kind, STR("staff"));
    if (is_early && is_exchange && !model_has_note(events, row)) {
        DIAG_ARGS(model->diag, DIAG_EVENT_BEFORE_RELATION,
            model_place_of(model, events, row, "date"), date_text, since_text);
    }
}

/* A tie begins with its first agreement. */
static void
check_first_agreements(struct check *check) {
    struct model *model = check->model;
    const struct model_table *events = &model->tables[TABLE_EVENTS];
    const struct model_table *relations = &model->tables[TABLE_RELATIONS];
    const struct model_row **first =
        ARENA_ARRAY(model->arena, relations->count + 1, const struct model_row *);
    for (size_t i = 0; i < events->count; i++) {
        const struct model_row *row = &events->rows[i];
        size_t of = model_find(model, TABLE_RELATIONS, VALUE(events, row, "relation"));
        struct edtf date, other;
        if (of == SIZE_MAX || !str_eq(VALUE(events, row, "kind"), STR("agreement")) ||
            !edtf_parse(VALUE(events, row, "date"), &date, NULL)) {
            continue;
        }
        bool is_known = first[of] && edtf_parse(VALUE(events, first[of], "date"), &other, NULL);
        if (!is_known || edtf_sort_key(&date) < edtf_sort_key(&other)) {
            first[of] = row;
        }
    }
    for (size_t i = 0; i < relations->count; i++) {
        const struct model_row *row = &relations->rows[i];
        struct edtf since, date;
        struct str text = VALUE(relations, row, "since");
        if (!first[i] || model_has_note(relations, row) || model_has_note(events, first[i]) ||
            !edtf_parse(text, &since, NULL)) {
            continue;
        }
        struct str written = VALUE(events, first[i], "date");
        bool is_likely = edtf_parse(written, &date, NULL) && date.from.year >= 1500;
        if (is_likely && date.from.year != since.from.year) {
            DIAG_ARGS(model->diag, DIAG_AGREEMENT_SINCE,
                model_place_of(model, relations, row, "since"), text, written,
                model_place_name(model, first[i]));
        }
    }
}

static void
check_visits(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *events = &model->tables[TABLE_EVENTS];
    struct str count = VALUE(events, row, "count"), outbound = VALUE(events, row, "outbound"),
               inbound = VALUE(events, row, "inbound");
    int64_t all, out, in;
    if (str_to_i64(count, &all) && str_to_i64(outbound, &out) && str_to_i64(inbound, &in) &&
        all != out + in && !model_has_note(events, row)) {
        DIAG_ARGS(model->diag, DIAG_VISITS_SUM, model_place_of(model, events, row, "count"), count,
            outbound, inbound);
    }
}

/* A document cannot know what came after it. */
static void
check_after_source(struct check *check, enum table_id id, const char *column) {
    struct model *model = check->model;
    const struct model_table *table = &model->tables[id];
    const struct model_table *sections = &model->tables[TABLE_SECTIONS];
    const struct model_table *sources = &model->tables[TABLE_SOURCES];
    for (size_t i = 0; i < table->count; i++) {
        const struct model_row *row = &table->rows[i];
        const struct model_row *section =
            row_of(model, TABLE_SECTIONS, VALUE(table, row, "source"));
        const struct model_row *source =
            section ? row_of(model, TABLE_SOURCES, VALUE(sections, section, "source_id")) : NULL;
        struct str written = source ? VALUE(sources, source, "date") : STR("");
        struct str text = VALUE(table, row, column);
        struct edtf date, limit;
        if (!edtf_parse(text, &date, NULL) || !edtf_parse(written, &limit, NULL)) {
            continue;
        }
        const struct edtf_point *last = limit.is_range && !limit.is_open ? &limit.to : &limit.from;
        bool is_later =
            date.from.year > last->year ||
            (date.from.year == last->year && last->month > 0 && date.from.month > last->month);
        if (is_later && !model_has_note(table, row)) {
            DIAG_ARGS(model->diag, DIAG_AFTER_SOURCE, model_place_of(model, table, row, column),
                text, written);
        }
    }
}

/* Sister cities and friends are partners by a relation with the home city. */
static void
check_partners(struct check *check) {
    struct model *model = check->model;
    const struct model_table *cities = &model->tables[TABLE_CITIES];
    const struct model_table *relations = &model->tables[TABLE_RELATIONS];
    struct map partners = {0};
    uint32_t ignored;
    bool is_known = true; /* who the partners are: ids that nobody has are mistakes of their own */
    for (size_t i = 0; i < relations->count; i++) {
        struct str partner = VALUE(relations, &relations->rows[i], "partner");
        is_known = is_known && row_of(model, TABLE_CITIES, partner);
        map_put(&partners, str_hash(VALUE(relations, &relations->rows[i], "partner"), 0), 1);
    }
    for (size_t i = 0; i < cities->count; i++) {
        const struct model_row *row = &cities->rows[i];
        struct str role = VALUE(cities, row, "role");
        bool is_partner = tables_has_word("sister friendship prospective", role);
        if (is_known && is_partner &&
            !map_get(&partners, str_hash(row->cells[0].text, 0), &ignored) &&
            !model_has_note(cities, row)) {
            DIAG_ARGS(model->diag, DIAG_PARTNER_WITHOUT_RELATION,
                model_place_of(model, cities, row, "role"), role);
        }
    }
    map_finish(&partners);
}

static void
check_schools(struct check *check) {
    struct model *model = check->model;
    const struct model_table *schools = &model->tables[TABLE_SCHOOLS];
    for (size_t i = 0; i < schools->count; i++) {
        const struct model_row *row = &schools->rows[i];
        struct str city_id = VALUE(schools, row, "city");
        const struct model_row *city = row_of(model, TABLE_CITIES, city_id);
        struct str country = VALUE(schools, row, "country");
        if (!city || !row_of(model, TABLE_COUNTRIES, country)) {
            continue;
        }
        struct str its = VALUE(&model->tables[TABLE_CITIES], city, "country");
        if (!str_eq(country, its) && row_of(model, TABLE_COUNTRIES, its)) {
            DIAG_ARGS(model->diag, DIAG_COUNTRY_MISMATCH,
                model_place_of(model, schools, row, "country"), country, city_id, its);
        }
    }
}

/* Reports rows that agree in all of `columns` (up to six names); a position of a group is such a
 * set, too. */
static void
check_unique(
    struct check *check, enum table_id id, enum diag_kind kind, const char *const columns[6]) {
    struct model *model = check->model;
    const struct model_table *table = &model->tables[id];
    struct map seen = {0};
    for (size_t i = 0; i < table->count; i++) {
        const struct model_row *row = &table->rows[i];
        uint64_t hash = 7;
        bool is_whole = true;
        for (size_t j = 0; j < 6 && columns[j]; j++) {
            struct str value = model_text(table, row, columns[j], model->original);
            hash = str_hash(value, hash);
            is_whole = is_whole && (value.n > 0 || kind == DIAG_DUPLICATE_ROW);
        }
        uint32_t earlier;
        if (!is_whole) {
            continue;
        }
        if (!map_get(&seen, hash, &earlier)) {
            map_put(&seen, hash, (uint32_t)i);
            continue;
        }
        struct str other = model_place_name(model, &table->rows[earlier]);
        if (kind == DIAG_DUPLICATE_POSITION) {
            DIAG_ARGS(model->diag, kind, model_place_of(model, table, row, "position"),
                VALUE(table, row, "position"), other);
        } else {
            DIAG_ARGS(model->diag, kind, model_place(model, row, 0, 0), other);
        }
    }
    map_finish(&seen);
}

static void
check_positions(struct check *check) {
    static const struct {
        enum table_id table;
        const char *columns[6];
    } groups[] = {
        {TABLE_SECTIONS, {"source_id", "position"}},
        {TABLE_PEOPLE, {"position"}},
        {TABLE_CITIES, {"role", "position"}},
        {TABLE_FIGURES, {"subject", "group", "position"}},
        {TABLE_PHRASES, {"category", "position"}},
        {TABLE_CHECKLISTS, {"list", "position"}},
        {TABLE_EMERGENCY_NUMBERS, {"country", "position"}},
        {TABLE_ARTICLES, {"kind", "position"}},
    };
    for (size_t i = 0; i < ARRAY_LEN(groups); i++) {
        if (groups[i].table == TABLE_CITIES && check->home_count != 1) {
            continue; /* a role is wrong, and with it the places within the roles */
        }
        check_unique(check, groups[i].table, DIAG_DUPLICATE_POSITION, groups[i].columns);
    }
    static const char *const names[6] = {"record", "lang", "kind", "text"};
    static const char *const events[6] = {"city", "date", "kind", "title", "count"};
    static const char *const links[6] = {"school", "partner", "date"};
    static const char *const holidays[6] = {"country", "date", "name"};
    static const char *const pictures[6] = {"file"};
    static const char *const discs[6] = {"picture", "position"};
    check_unique(check, TABLE_NAMES, DIAG_DUPLICATE_ROW, names);
    check_unique(check, TABLE_EVENTS, DIAG_DUPLICATE_ROW, events);
    check_unique(check, TABLE_SCHOOL_LINKS, DIAG_DUPLICATE_ROW, links);
    check_unique(check, TABLE_HOLIDAYS, DIAG_DUPLICATE_ROW, holidays);
    check_unique(check, TABLE_PICTURES, DIAG_DUPLICATE_ROW, pictures);
    check_unique(check, TABLE_PICTURE_DISCS, DIAG_DUPLICATE_ROW, discs);
}

/* Where two words are joined by what looks like a bar, or, in a cell without any bar, by a comma:
 * one word that nobody types. */
static size_t
wide_bar(struct str word, bool is_alone) {
    enum { LONG = 30 }; /* bytes: a sentence, not two words */
    static const struct str bars[] = {STR_INIT("｜"), STR_INIT("│"), STR_INIT("ㅣ")};
    static const struct str commas[] = {STR_INIT("、"), STR_INIT("，"), STR_INIT(",")};
    size_t found = SIZE_MAX;
    for (size_t i = 0; i < ARRAY_LEN(bars); i++) {
        size_t bar = str_find(word, bars[i]);
        size_t comma = is_alone && word.n <= LONG ? str_find(word, commas[i]) : SIZE_MAX;
        found = bar < found ? bar : found;
        found = comma < found ? comma : found;
    }
    return found;
}

static void
check_synonyms(struct check *check) {
    struct model *model = check->model;
    const struct model_table *synonyms = &model->tables[TABLE_SYNONYMS];
    for (size_t i = 0; i < synonyms->count; i++) {
        const struct model_row *row = &synonyms->rows[i];
        size_t words = 0, column = tables_column(synonyms->table, STR("terms"));
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            size_t cell = tables_cell(synonyms->table, column, (enum locale_id)locale);
            struct str rest = row->cells[cell].text, word;
            struct str whole = rest;
            while (whole.n > 0 && str_split(&rest, '|', &word)) {
                words++;
                size_t sign = wide_bar(word, word.n == whole.n);
                if (sign != SIZE_MAX) {
                    DIAG_AT(model->diag, DIAG_SYNONYM_SIGN,
                        model_place(model, row, cell, (size_t)(word.p - whole.p) + sign));
                }
                if (str_trim(word).n == 0) {
                    DIAG_AT(model->diag, DIAG_EMPTY_SYNONYM,
                        model_place(model, row, cell, (size_t)(word.p - whole.p)));
                }
            }
        }
        if (words == 1) {
            DIAG_AT(model->diag, DIAG_LONE_SYNONYM, model_place(model, row, 0, 0));
        }
    }
}

/* A panel shows every number of a country at once, large. */
static void
check_emergency_numbers(struct check *check) {
    enum { OF_A_COUNTRY = 8 };
    struct model *model = check->model;
    const struct model_table *numbers = &model->tables[TABLE_EMERGENCY_NUMBERS];
    for (size_t i = 0; i < numbers->count; i++) {
        const struct model_row *row = &numbers->rows[i];
        struct str number = VALUE(numbers, row, "number");
        bool is_dialled = number.n > 0;
        for (size_t c = 0; c < number.n; c++) {
            is_dialled = is_dialled && number.p[c] >= '0' && number.p[c] <= '9';
        }
        if (!is_dialled && number.n > 0) {
            DIAG_ARGS(model->diag, DIAG_EMERGENCY_NUMBER,
                model_place_of(model, numbers, row, "number"), number);
        }
        size_t before = 0;
        for (size_t k = 0; k < i; k++) {
            before += str_eq(
                VALUE(numbers, &numbers->rows[k], "country"), VALUE(numbers, row, "country"));
        }
        if (before == OF_A_COUNTRY) {
            DIAG_ARGS(model->diag, DIAG_EMERGENCY_MANY,
                model_place_of(model, numbers, row, "country"), VALUE(numbers, row, "country"),
                STR("8"));
        }
    }
}

/* Who plans a visit asks for a day. */
static void
check_holidays(struct check *check) {
    struct model *model = check->model;
    const struct model_table *holidays = &model->tables[TABLE_HOLIDAYS];
    for (size_t i = 0; i < holidays->count; i++) {
        const struct model_row *row = &holidays->rows[i];
        struct edtf date;
        if (edtf_parse(VALUE(holidays, row, "date"), &date, NULL) &&
            (date.is_range || date.from.day == 0)) {
            DIAG_AT(model->diag, DIAG_HOLIDAY_DAY, model_place_of(model, holidays, row, "date"));
        }
    }
}

void
check_records(struct check *check) {
    const struct model_table *events = &check->model->tables[TABLE_EVENTS];
    check_home(check);
    check_cities(check);
    check_relations(check);
    check_first_agreements(check);
    for (size_t i = 0; i < events->count; i++) {
        check_event_relation(check, &events->rows[i]);
        check_visits(check, &events->rows[i]);
    }
    for (size_t i = 0; i < check->model->tables[TABLE_NAMES].count; i++) {
        check_name(check, &check->model->tables[TABLE_NAMES].rows[i]);
    }
    check_after_source(check, TABLE_EVENTS, "date");
    check_after_source(check, TABLE_FIGURES, "as_of");
    check_after_source(check, TABLE_SCHOOL_LINKS, "date");
    if (model_is_whole(check->model, TABLE_RELATIONS)) {
        check_partners(check);
    }
    check_schools(check);
    check_holidays(check);
    check_emergency_numbers(check);
    check_positions(check);
    check_synonyms(check);
}
