#include "content/search/answer_places.h"

#include "base/check.h"
#include "base/geo.h"
#include "content/search/asked.h"
#include "content/search/concepts.h"

#include <math.h>

static const char *const distance_words[] = {
#define ASK_DISTANCE(words) words,
#include "content/search/ask/distance.def"
#undef ASK_DISTANCE
};

static const char *const tie_words[] = {
#define ASK_TIE(words) words,
#define ASK_END(words)
#define ASK_SIGN(words)
#include "content/search/ask/tie.def"
#undef ASK_TIE
#undef ASK_END
#undef ASK_SIGN
};

static const char *const sign_words[] = {
#define ASK_TIE(words)
#define ASK_END(words)
#define ASK_SIGN(words) words,
#include "content/search/ask/tie.def"
#undef ASK_TIE
#undef ASK_END
#undef ASK_SIGN
};

static const char *const end_words[] = {
#define ASK_TIE(words)
#define ASK_END(words) words,
#define ASK_SIGN(words)
#include "content/search/ask/tie.def"
#undef ASK_TIE
#undef ASK_END
#undef ASK_SIGN
};

static const char kind_words[] =
    "SELECT t.terms FROM synonyms s JOIN synonyms_text t ON t.id = s.id WHERE s.use = ?1";

static bool
read_lists(struct search_asked *asked, const char *const *lists, size_t count) {
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        found = search_asked_words(asked, str_from(lists[i])) || found;
    }
    return found;
}

/* As many digits as the coordinates bear: a city is some kilometres wide. */
static long
rounded_km(double km) {
    enum { NEAR = 100, STEP = 10 };
    return km < NEAR ? lround(km) : lround(km / STEP) * STEP;
}

static void
read_distance(struct search_sql *sql, struct arena *arena, struct search_answer *out) {
    struct geo_place from = {
        sqlite3_column_double(sql->statement, 0), sqlite3_column_double(sql->statement, 1)};
    struct geo_place to = {
        sqlite3_column_double(sql->statement, 2), sqlite3_column_double(sql->statement, 3)};
    struct str id = arena_str(arena, search_sql_text(sql, 4));
    out->record = out->path = arena_printf(arena, "cities/%.*s", STR_ARG(id));
    out->subject = arena_str(arena, search_sql_text(sql, 5));
    out->label = arena_str(arena, search_sql_text(sql, 6));
    out->value = arena_printf(arena, "%ld", rounded_km(geo_km(from, to)));
    out->unit = STR("km");
    out->kind = SEARCH_ANSWER_DISTANCE;
}

bool
search_answer_distance(struct search_index *index, struct arena *arena,
    const struct search_query *query, enum locale_id locale, bool *asks, struct search_answer *out,
    struct err *err) {
    struct search_asked asked = search_asked_of(index, arena, query);
    struct search_sql sql;
    *asks = read_lists(&asked, distance_words, ARRAY_LEN(distance_words));
    if (!*asks) {
        return true;
    }
    search_asked_cities(&asked);
    if (asked.city_count != 1 || !search_asked_nothing_else(&asked)) {
        return true;
    }
    search_index_ask(index, &sql,
        "SELECT h.latitude, h.longitude, c.latitude, c.longitude, c.id, ht.name, ct.name"
        " FROM info i JOIN cities h ON i.key = 'home' AND h.id = i.value"
        " JOIN cities_text ht ON ht.id = h.id AND ht.locale = ?2"
        " JOIN cities c ON c.id = ?1 JOIN cities_text ct ON ct.id = c.id AND ct.locale = ?2"
        " WHERE h.latitude IS NOT NULL AND h.longitude IS NOT NULL"
        " AND c.latitude IS NOT NULL AND c.longitude IS NOT NULL");
    search_sql_bind_str(&sql, 1, asked.cities[0]);
    search_sql_bind_str(&sql, 2, str_from(locale_tag(locale)));
    if (search_sql_step(&sql)) {
        read_distance(&sql, arena, out);
    }
    return search_sql_end(&sql, "reading where two cities lie", err);
}

/* The words of every concept that has the word, too. */
static bool
read_concepts(struct search_asked *asked, struct str word) {
    uint32_t concepts[CONCEPTS_MAX];
    size_t count =
        search_concepts_of(asked->index, asked->arena, fold_key(asked->arena, word), concepts);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        struct str terms = search_concept_terms(asked->index, asked->arena, concepts[i]), line;
        while (str_split(&terms, '\n', &line)) {
            found = search_asked_words(asked, line) || found;
        }
    }
    return found;
}

/* Whether the line has words for ties of the kind. */
static bool
read_kind(struct search_asked *asked, struct str kind) {
    struct search_sql words;
    bool found = false;
    search_index_ask(asked->index, &words, kind_words);
    search_sql_bind_str(&words, 1, arena_printf(asked->arena, "relation-%.*s", STR_ARG(kind)));
    while (search_sql_step(&words)) {
        struct str terms = arena_str(asked->arena, search_sql_text(&words, 0)), word;
        found = search_asked_words(asked, terms) || found;
        while (str_split(&terms, '|', &word)) {
            found = read_concepts(asked, str_trim(word)) || found;
        }
    }
    search_sql_end(&words, "reading the words for a tie", NULL);
    return found;
}

/* The only event of a signing that has the date of the tie. */
static bool
signing_of(struct search_asked *asked, struct str relation, struct str *event) {
    struct search_sql sql;
    size_t count = 0;
    search_index_ask(asked->index, &sql,
        "SELECT e.id FROM relations r JOIN events e ON e.relation = r.id AND e.date = r.since"
        " WHERE r.id = ?1 AND e.kind = 'agreement'");
    search_sql_bind_str(&sql, 1, relation);
    for (; search_sql_step(&sql); count++) {
        *event = arena_str(asked->arena, search_sql_text(&sql, 0));
    }
    return search_sql_end(&sql, "reading when a tie began", NULL) && count == 1;
}

/* The words for a kind of tie stand in the line. */
static bool
has_kind_word(struct search_asked *asked, struct str kind) {
    struct search_sql words;
    bool found = false;
    search_index_ask(asked->index, &words, kind_words);
    search_sql_bind_str(&words, 1, arena_printf(asked->arena, "relation-%.*s", STR_ARG(kind)));
    while (!found && search_sql_step(&words)) {
        found = search_asked_words(asked, arena_str(asked->arena, search_sql_text(&words, 0)));
    }
    search_sql_end(&words, "reading the words for a tie", NULL);
    return found;
}

/* Some word for another kind of ties does. */
static bool
has_other_kind(struct search_asked *asked, struct str kind) {
    struct search_sql sql;
    bool has_other = false;
    search_index_ask(asked->index, &sql, "SELECT DISTINCT kind FROM relations WHERE kind <> ?1");
    search_sql_bind_str(&sql, 1, kind);
    while (!has_other && search_sql_step(&sql)) {
        has_other = has_kind_word(asked, arena_str(asked->arena, search_sql_text(&sql, 0)));
    }
    search_sql_end(&sql, "reading the kinds of ties", NULL);
    return has_other;
}

/* The tie has one signing, and the line says signing and no other kind of ties. */
static bool
reads_only_signing(struct search_asked *asked, struct str relation, struct str kind) {
    struct search_sql sql;
    bool is_only = false;
    if (!read_lists(asked, sign_words, ARRAY_LEN(sign_words)) || has_other_kind(asked, kind)) {
        return false;
    }
    search_index_ask(asked->index, &sql,
        "SELECT count(*) = 1 FROM events WHERE relation = ?1 AND kind = 'agreement'");
    search_sql_bind_str(&sql, 1, relation);
    if (search_sql_step(&sql)) {
        is_only = sqlite3_column_int(sql.statement, 0) == 1;
    }
    return search_sql_end(&sql, "counting the signings of a tie", NULL) && is_only;
}

bool
search_answer_tie(struct search_index *index, struct arena *arena, const struct search_query *query,
    struct str *event) {
    struct search_asked asked = search_asked_of(index, arena, query);
    struct search_sql sql;
    struct str relation = {0}, kind = {0};
    size_t count = 0;
    search_asked_cities(&asked);
    if (asked.city_count == 0 || asked.city_count + asked.has_home > 2) {
        return false;
    }
    search_index_ask(index, &sql,
        "SELECT r.id, r.kind FROM relations r JOIN info i ON i.key = 'home'"
        " WHERE (r.city = ?1 AND r.partner = coalesce(?2, i.value))"
        " OR (r.partner = ?1 AND r.city = coalesce(?2, i.value))");
    search_sql_bind_str(&sql, 1, asked.cities[0]);
    if (asked.city_count > 1) {
        search_sql_bind_str(&sql, 2, asked.cities[1]);
    }
    for (; search_sql_step(&sql); count++) {
        relation = arena_str(arena, search_sql_text(&sql, 0));
        kind = arena_str(arena, search_sql_text(&sql, 1));
    }
    if (!search_sql_end(&sql, "reading the tie of two cities", NULL) || count != 1 ||
        !(read_kind(&asked, kind) || reads_only_signing(&asked, relation, kind))) {
        return false;
    }
    read_lists(&asked, tie_words, ARRAY_LEN(tie_words));
    return search_asked_nothing_else(&asked) && signing_of(&asked, relation, event);
}

bool
search_answer_tie_fits(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct str event) {
    struct search_asked asked = search_asked_of(index, arena, query);
    struct search_sql sql;
    struct str kind = {0};
    if (read_lists(&asked, end_words, ARRAY_LEN(end_words))) {
        return false;
    }
    search_index_ask(index, &sql,
        "SELECT r.kind FROM events e JOIN relations r ON r.id = e.relation AND r.since = e.date"
        " WHERE e.id = ?1 AND e.kind = 'agreement'");
    search_sql_bind_str(&sql, 1, event);
    if (search_sql_step(&sql)) {
        kind = arena_str(arena, search_sql_text(&sql, 0));
    }
    search_sql_end(&sql, "reading the tie of an event", NULL);
    search_asked_cities(&asked);
    if (kind.n == 0) { // cities and a signing alone ask for their tie, not for that of two schools
        bool is_signing = read_lists(&asked, sign_words, ARRAY_LEN(sign_words));
        read_lists(&asked, tie_words, ARRAY_LEN(tie_words));
        return !is_signing || !search_asked_nothing_else(&asked);
    }
    if (asked.has_home && asked.city_count == 0 && !has_kind_word(&asked, STR("first"))) {
        return false; // with whom is not said
    }
    if (has_kind_word(&asked, kind)) {
        return true;
    }
    return !has_other_kind(&asked, kind);
}
