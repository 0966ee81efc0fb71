#include "content/search/asked.h"

#include "content/search/ask/function.h"
#include "content/search/ask/segments.h"
#include "i18n/stems.h"

enum { NAME_MOST = 24, /* units */ DOCS_MOST = 8 };
#define NOWHERE SIZE_MAX

struct search_asked
search_asked_of(struct search_index *index, struct arena *arena, const struct search_query *query) {
    size_t room = query->fold.count + 1;
    return (struct search_asked){.index = index,
        .arena = arena,
        .query = query,
        .is_read = arena_alloc_array(arena, room, sizeof(bool))};
}

static enum fold_class
class_at(const struct search_asked *a, size_t unit) {
    const struct fold *fold = &a->query->fold;
    return unit < fold->count ? fold_class(fold->units[unit].code_point) : FOLD_SEPARATOR;
}

/* A word of letters or of Hangul is no part of a longer one; Han and kana have no words. */
static bool
is_start(const struct search_asked *a, size_t unit) {
    enum fold_class class = class_at(a, unit);
    bool has_words = class == FOLD_LETTER || class == FOLD_HANGUL;
    return unit == 0 || !has_words || class_at(a, unit - 1) != class;
}

static bool
is_end(const struct search_asked *a, size_t unit) {
    return class_at(a, unit) != FOLD_LETTER || class_at(a, unit - 1) != FOLD_LETTER;
}

/* Where the folded word ends that stands at a unit; NOWHERE. Spaces may be left out. */
static size_t
word_end(const struct search_asked *a, const struct fold *word, size_t at) {
    const struct fold *fold = &a->query->fold;
    if (!is_start(a, at)) {
        return NOWHERE;
    }
    for (size_t i = 0; i < word->count; i++) {
        bool is_space = fold_class(word->units[i].code_point) == FOLD_SEPARATOR;
        if (is_space) {
            at += class_at(a, at) == FOLD_SEPARATOR;
        } else if (at >= fold->count || fold->units[at].code_point != word->units[i].code_point) {
            return NOWHERE;
        } else {
            at++;
        }
    }
    return word->count > 0 && is_end(a, at) ? at : NOWHERE;
}

static void
read_units(struct search_asked *a, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        a->is_read[i] = true;
    }
}

bool
search_asked_words(struct search_asked *a, struct str words) {
    struct str one;
    bool found = false;
    while (str_split(&words, '|', &one)) {
        struct fold word = fold_text(a->arena, str_trim(one));
        for (size_t at = 0; at < a->query->fold.count; at++) {
            size_t end = word_end(a, &word, at);
            if (end != NOWHERE) {
                read_units(a, at, end);
                found = true;
            }
        }
    }
    return found;
}

/* The city of that whole name; empty: none. */
static struct str
city_named(struct search_asked *a, struct str key) {
    char field = SEARCH_NAME;
    uint32_t docs[DOCS_MOST];
    struct str id = {0}, head = STR("cities/");
    search_sql_bind_str(&a->index->term, 1, (struct str){&field, 1});
    search_sql_bind_str(&a->index->term, 2, fold_spelling(a->arena, FOLD_KEYSTROKES, key));
    size_t count = 0;
    if (search_sql_step(&a->index->term)) {
        struct search_postings p =
            search_postings(search_sql_str(&a->index->term, 0), a->index->doc_count);
        count = search_postings_read(&p, docs, DOCS_MOST);
    }
    search_sql_reset(&a->index->term);
    for (size_t i = 0; i < count && id.n == 0; i++) {
        search_sql_bind_int(&a->index->doc, 1, docs[i]);
        if (search_sql_step(&a->index->doc) &&
            str_starts(search_sql_text(&a->index->doc, 3), head)) {
            struct str record = search_sql_text(&a->index->doc, 3);
            id = arena_str(a->arena, str_slice(record, head.n, record.n));
        }
        search_sql_reset(&a->index->doc);
    }
    return id;
}

static bool
is_one_of(struct str key, const struct str *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_eq(keys[i], key)) {
            return true;
        }
    }
    return false;
}

/* Where the word of Hangul ends that unit `from` stands in. */
static size_t
hangul_end(const struct search_asked *a, size_t from) {
    while (class_at(a, from) == FOLD_HANGUL) {
        from++;
    }
    return from;
}

/* What is behind the units [from, to) in a word of Hangul is a particle, or says nothing: 까지,
 * 했어요. */
static bool
is_noun_there(const struct search_asked *a, size_t from, size_t to) {
    const struct fold *fold = &a->query->fold;
    size_t end = hangul_end(a, from);
    struct str nouns[STEMS_MAX];
    if (end <= to) {
        return true;
    }
    size_t count = stems_nouns(a->arena, fold_units_key(a->arena, fold, from, end), nouns);
    struct str rest = fold_units_key(a->arena, fold, to, end);
    return is_one_of(fold_units_key(a->arena, fold, from, to), nouns, count) ||
           ask_is_function(rest) || stems_are_empty(a->arena, rest);
}

static void
add_city(struct search_asked *a, struct str id) {
    struct search_sql home;
    search_index_ask(a->index, &home, "SELECT 1 FROM info WHERE key = 'home' AND value = ?1");
    search_sql_bind_str(&home, 1, id);
    bool is_home = search_sql_step(&home);
    search_sql_end(&home, "reading where the kiosk stands", NULL);
    a->has_home = a->has_home || is_home;
    if (!is_home && a->city_count < ASKED_CITIES_MAX && !is_one_of(id, a->cities, a->city_count)) {
        a->cities[a->city_count++] = id;
    }
}

/* Reads the longest name at a unit. Returns where it ends, or `at`. */
static size_t
read_city(struct search_asked *a, size_t at) {
    const struct fold *fold = &a->query->fold;
    size_t most = fold->count - at > NAME_MOST ? at + NAME_MOST : fold->count;
    for (size_t end = most; end > at + 1; end--) {
        bool may = class_at(a, end - 1) != FOLD_SEPARATOR && is_end(a, end) &&
                   (class_at(a, end - 1) != FOLD_HANGUL || is_noun_there(a, at, end));
        struct str id =
            may ? city_named(a, fold_units_key(a->arena, fold, at, end)) : (struct str){0};
        if (id.n > 0) {
            read_units(a, at, end);
            add_city(a, id);
            return end;
        }
    }
    return at;
}

void
search_asked_cities(struct search_asked *a) {
    const struct fold *fold = &a->query->fold;
    size_t next = 0; /* of a stretch of one script */
    for (size_t at = 0; at < fold->count;) {
        struct ask_segment segment = {.to = at + 1};
        size_t after = at;
        bool is_segment = ask_segment_next(fold, a->query->line, fold->count, &after, &segment);
        bool may = at >= next && is_segment && !a->is_read[at] && is_start(a, at);
        size_t end = may ? read_city(a, at) : at;
        next = end > at ? end : is_segment ? segment.to : at + 1;
        at = next;
    }
}

/* The units [from, to), none of which was read, say nothing. */
static bool
is_nothing(const struct search_asked *a, size_t from, size_t to) {
    struct str key = fold_units_key(a->arena, &a->query->fold, from, to);
    return key.n == 0 || ask_is_function(key) || search_query_is_function_kana(key);
}

/* Of a word of Hangul of which the beginning was read. */
static bool
is_rest_nothing(const struct search_asked *a, size_t from, size_t to) {
    size_t read = from;
    while (read < to && a->is_read[read]) {
        read++;
    }
    return read == to ||
           (class_at(a, from) == FOLD_HANGUL && read > from && is_noun_there(a, from, read));
}

static bool
is_word_nothing(const struct search_asked *a, const struct search_word_of_query *word) {
    if (word->is_optional || word->is_frame || is_rest_nothing(a, word->from, word->to)) {
        return true;
    }
    for (size_t from = word->from; from < word->to;) {
        size_t to = from;
        while (to < word->to && !a->is_read[to]) {
            to++;
        }
        if (to > from && (class_at(a, from) == FOLD_HANGUL || !is_nothing(a, from, to))) {
            return false;
        }
        from = to > from ? to : from + 1;
    }
    return true;
}

bool
search_asked_nothing_else(const struct search_asked *a) {
    for (size_t i = 0; i < a->query->count; i++) {
        if (!is_word_nothing(a, &a->query->words[i])) {
            return false;
        }
    }
    return true;
}
