#include "content/search/query.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "content/search/ask/function.h"
#include "content/search/ask/quoted.h"
#include "content/search/ask/segments.h"
#include "content/search/text.h"
#include "i18n/stems.h"

#include <string.h>

/* Endings that English glues on, longest first. */
static const char *const endings[] = {"ings", "ing", "ies", "es", "ed", "s", "of"};

static struct str
spaced_text(struct arena *arena, const struct fold *fold, size_t from, size_t to) {
    char *p = arena_alloc(arena, (to - from) * 4 + 1);
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        uint32_t c = fold->units[i].code_point;
        n += utf8_encode(fold_class(c) == FOLD_SEPARATOR ? ' ' : c, p + n);
    }
    return (struct str){p, n};
}

/* The word as it is, or without its particle: 고양이가, 宝くじの. */
static struct str
itself_of(struct arena *arena, struct str key) {
    enum { KANA = 3 };
    struct str stems[STEMS_MAX];
    if (ask_is_itself(key)) {
        return key;
    }
    bool is_korean = fold_is_all(key, FOLD_HANGUL);
    size_t count = is_korean ? stems_nouns(arena, key, stems) : 0;
    if (key.n > KANA && stems_are_function(str_slice(key, key.n - KANA, key.n))) {
        stems[count++] = str_slice(key, 0, key.n - KANA);
    }
    for (size_t i = 0; i < count; i++) {
        if (ask_is_itself(stems[i])) {
            return stems[i];
        }
    }
    return (struct str){0};
}

/* A pronoun with its particle: 거기에. Of one syllable it is as often the beginning of a noun. */
static bool
is_function_noun(struct arena *arena, struct str key) {
    enum { LEAST = 6 };
    struct str nouns[STEMS_MAX];
    size_t count = fold_is_all(key, FOLD_HANGUL) ? stems_nouns(arena, key, nouns) : 0;
    for (size_t i = 0; i < count; i++) {
        if (nouns[i].n >= LEAST && ask_is_function(nouns[i])) {
            return true;
        }
    }
    return false;
}

static struct search_word_of_query
word_of(struct arena *arena, const struct fold *fold, size_t from, size_t to) {
    struct search_word_of_query word = {.from = from,
        .to = to,
        .key = fold_units_key(arena, fold, from, to),
        .text = spaced_text(arena, fold, from, to)};
    size_t end = to;
    while (end < fold->count && fold_class(fold->units[end].code_point) == FOLD_SEPARATOR) {
        end++;
    }
    word.is_last = end == fold->count;
    word.itself = itself_of(arena, word.key);
    word.is_optional = word.key.n == 1 || fold_is_syllable(word.key) || // 2, or 수 of 자매도시 수
                       ask_is_function(word.key) || is_function_noun(arena, word.key);
    return word;
}

static struct search_word_of_query *
add_word(struct arena *arena, struct search_query *query) {
    VEC_ROOM_IN(arena, query->words, query->count, query->cap, 1);
    return &query->words[query->count++];
}

static void
add_words(struct arena *arena, struct search_query *query, size_t from, size_t to) {
    const struct fold *fold = &query->fold;
    for (size_t at = from; at < to;) {
        size_t end = at;
        while (end < to && fold_class(fold->units[end].code_point) != FOLD_SEPARATOR) {
            end++;
        }
        if (end > at) {
            struct search_word_of_query *word = add_word(arena, query);
            *word = word_of(arena, fold, at, end);
            word->is_optional = word->is_optional || stems_are_empty(arena, word->key);
        }
        at = end + 1;
    }
}

static bool
next_amount(const struct fold *fold, size_t at, struct fold_amount *out) {
    while (fold_amount_next(fold, at, out)) {
        if (!fold_amount_may_be_year(out)) {
            return true;
        }
        at = out->to;
    }
    return false;
}

/* The units [from, to) as words and amounts. */
static void
read_amounts(struct arena *arena, struct search_query *query, size_t from, size_t to) {
    struct fold stretch = {.units = query->fold.units, .count = to};
    struct fold_amount amount;
    size_t at = from;
    while (next_amount(&stretch, at, &amount)) {
        add_words(arena, query, at, amount.from);
        struct search_word_of_query *word = add_word(arena, query);
        *word = word_of(arena, &query->fold, amount.from, amount.to);
        word->is_optional = false;
        word->is_amount = true;
        word->amount = amount;
        at = amount.to;
    }
    add_words(arena, query, at, to);
}

/* A year that is the beginning of an amount: 1596件. */
static bool
is_in_amount(const struct fold *fold, const struct fold_date *date) {
    struct fold_amount amount;
    return !date->month && fold_amount_next(fold, date->from, &amount) &&
           amount.from <= date->from && amount.to > date->to && !amount.is_plain;
}

/* The units [from, to) as words, dates and amounts. */
static void
read_stretch(struct arena *arena, struct search_query *query, size_t from, size_t to) {
    struct fold stretch = {.units = query->fold.units, .count = to};
    struct fold_date date, other;
    size_t at = from;
    for (size_t next = from; fold_date_next(&stretch, next, &date, &other); next = date.to) {
        if (is_in_amount(&stretch, &date)) {
            continue;
        }
        read_amounts(arena, query, at, date.from);
        struct search_word_of_query *word = add_word(arena, query);
        *word = word_of(arena, &query->fold, date.from, date.to);
        word->is_date = true;
        word->date = date;
        word->other = other;
        at = date.to;
    }
    read_amounts(arena, query, at, to);
}

/* What stands round the question helps, but is not asked for. */
static void
read_frame(struct arena *arena, struct search_query *query, size_t from, size_t to) {
    size_t first = query->count;
    add_words(arena, query, from, to);
    for (size_t i = first; i < query->count; i++) {
        query->words[i].is_optional = query->words[i].is_frame = true;
    }
}

/* A word like 어떻게 or how asks wherever it stands. */
static void
note_asking_words(struct search_query *query) {
    for (size_t i = 0; i < query->count; i++) {
        struct search_word_of_query *word = &query->words[i];
        enum ask_kind kind = ask_word_kind(word->key);
        bool is_clause = word->is_frame && query->frames.kind == ASK_HOW && kind == ASK_DATE;
        kind = is_clause ? ASK_NONE : kind; // what should I do when ...
        word->is_optional = word->is_optional || kind != ASK_NONE;
        if (kind == ASK_NONE && !word->is_frame && fold_has(word->key, FOLD_KANA)) {
            kind = ask_kind_inside(&query->fold, word->from, word->to);
        }
        query->ask = kind > query->ask ? kind : query->ask;
    }
}

/* A request, or a polite ending where nothing is asked of a subject. */
static bool
is_said(const struct search_query *query) {
    bool may = query->ask == ASK_NONE || query->ask == ASK_REQUEST || query->ask == ASK_MAY;
    size_t end = query->fold.count;
    while (end > 0 && fold_class(query->fold.units[end - 1].code_point) == FOLD_SEPARATOR) {
        end--;
    }
    return may && ask_is_said(&query->fold, end);
}

void
search_query_read(
    struct arena *arena, struct str line, bool with_frames, struct search_query *out) {
    *out = (struct search_query){.line = utf8_cut(line, SEARCH_QUERY_BYTES)};
    out->fold = fold_text(arena, out->line);
    out->frames.to = out->fold.count;
    if (with_frames && !ask_quoted_strip(arena, &out->fold, out->line, &out->frames)) {
        ask_frames_strip(&out->fold, &out->frames);
    }
    out->ask = out->frames.kind;
    read_frame(arena, out, 0, out->frames.from);
    read_stretch(arena, out, out->frames.from, out->frames.to);
    read_frame(arena, out, out->frames.to, out->fold.count);
    note_asking_words(out);
    out->is_said = is_said(out);
    size_t asked = 0;
    for (size_t i = 0; i < out->count; i++) {
        asked += !out->words[i].is_optional;
    }
    for (size_t i = 0; asked == 1 && i < out->count; i++) {
        out->words[i].is_alone = !out->words[i].is_optional;
    }
    for (size_t i = 0; asked == 0 && i < out->count; i++) {
        out->words[i].is_optional = out->words[i].is_frame; // nothing else was asked for
    }
}

struct search_word_of_query
search_query_span(
    struct arena *arena, const struct search_query *query, size_t first, size_t last) {
    return word_of(arena, &query->fold, query->words[first].from, query->words[last].to);
}

struct str
search_query_span_key(
    struct arena *arena, const struct search_query *query, size_t first, size_t last) {
    return fold_units_key(arena, &query->fold, query->words[first].from, query->words[last].to);
}

bool
search_query_has(struct arena *arena, const struct search_query *query, struct str key) {
    enum { ENDING_BYTES = 6 }; /* a particle */
    bool has_spaces = key.n > 0 && (unsigned char)key.p[0] < 0x80;
    for (size_t first = 0; first < query->count; first++) {
        for (size_t last = first; last < query->count; last++) {
            struct str span = search_query_span_key(arena, query, first, last);
            size_t pieces = str_find(span, key);
            bool is_end = pieces != SIZE_MAX && pieces + key.n + ENDING_BYTES >= span.n;
            bool is_there = str_starts(span, key) && span.n <= key.n + ENDING_BYTES;
            if (is_there ? !has_spaces || span.n == key.n : is_end && !has_spaces) {
                return true;
            }
        }
    }
    return false;
}

struct str
search_query_person(struct str key) {
    static const char *const honorifics[] = {
        "さん", "さま", "さんの", "氏", "様", "先生", "せんせい"};
    enum { NAME_LEAST = 6 /* bytes */ };
    for (size_t i = 0; i < ARRAY_LEN(honorifics); i++) {
        struct str end = str_from(honorifics[i]);
        if (str_ends(key, end) && key.n >= end.n + NAME_LEAST) {
            return str_slice(key, 0, key.n - end.n);
        }
    }
    return (struct str){0};
}

/* 世帯数 and 세대수 ask for households. */
static struct str
what_is_counted(struct str key) {
    static const struct str han = STR_INIT("数"), hangul = STR_INIT("수");
    enum { LEAST = 2 * 3 /* bytes */ };
    bool is_han = fold_is_all(key, FOLD_HAN) && str_ends(key, han);
    bool is_hangul = fold_is_all(key, FOLD_HANGUL) && str_ends(key, hangul);
    bool is_count = (is_han || is_hangul) && key.n >= LEAST + han.n;
    return is_count ? str_slice(key, 0, key.n - han.n) : (struct str){0};
}

size_t
search_query_stems(struct arena *arena, struct str key, struct str *out, size_t limit) {
    size_t count = 0;
    struct str person = search_query_person(key), counted = what_is_counted(key);
    if (counted.n > 0) {
        out[count++] = arena_str(arena, counted);
    }
    if (person.n > 0) {
        out[count++] = arena_str(arena, person);
    }
    static const size_t honorific = 3; // the bytes of お and ご
    bool is_polite = str_starts(key, STR("お")) || str_starts(key, STR("ご"));
    size_t at = honorific;
    if (is_polite && key.n > honorific && fold_class(utf8_next(key, &at)) == FOLD_HAN) {
        out[count++] = arena_str(arena, str_slice(key, honorific, key.n));
    }
    for (size_t i = 0; i < ARRAY_LEN(endings) && count < limit; i++) {
        struct str ending = str_from(endings[i]);
        if (str_ends(key, ending) && key.n >= ending.n + 3) {
            out[count++] = arena_str(arena, str_slice(key, 0, key.n - ending.n));
            if (str_eq(ending, STR("ies")) && count < limit) {
                out[count++] = arena_printf(arena, "%.*sy", (int)(key.n - 3), key.p);
            }
        }
    }
    struct str nouns[STEMS_MAX];
    size_t noun_count = stems_nouns(arena, key, nouns);
    for (size_t i = 0; i < noun_count && count < limit; i++) {
        out[count++] = nouns[i];
    }
    return count;
}

size_t
search_query_longer(struct arena *arena, struct str key, struct str *out, size_t limit) {
    static const char *const more[] = {"ing", "ings", "s", "ed", "er", "ly"};
    enum { LEAST = 3 };
    size_t count = 0;
    if (str_ends(key, STR("er")) && key.n > LEAST + 2 && count < limit) { // slower, slowly
        out[count++] = arena_printf(arena, "%.*sly", (int)(key.n - 2), key.p);
    }
    bool is_word =
        key.n >= LEAST && fold_is_all(key, FOLD_LETTER) && (unsigned char)key.p[0] < 0x80;
    for (size_t i = 0; is_word && i < ARRAY_LEN(more) && count < limit; i++) {
        bool drops_e = str_ends(key, STR("e")) && more[i][0] != 's' && more[i][0] != 'l';
        out[count++] = arena_printf(arena, "%.*s%s", (int)(key.n - drops_e), key.p, more[i]);
    }
    return count;
}

/* A particle at the start of a stretch of kana, in bytes: の of のマナー, folded to one kana. */
static size_t
particle_size(struct str kana) {
    static const char *const particles[] = {
        "の", "を", "に", "は", "が", "と", "で", "へ", "や", "も"};
    for (size_t i = 0; i < ARRAY_LEN(particles); i++) {
        if (str_starts(kana, str_from(particles[i]))) {
            return 3;
        }
    }
    return 0;
}

/* Kana between Han joins words or ends them; what follows it starts anew. */
size_t
search_query_pieces(struct arena *arena, struct str key, struct str *out, size_t limit) {
    size_t count = 0, at = 0;
    while (at < key.n && count < limit) {
        size_t start = at;
        enum fold_class class = fold_class(utf8_next(key, &at));
        while (at < key.n) {
            size_t next = at;
            if (fold_class(utf8_next(key, &next)) != class) {
                break;
            }
            at = next;
        }
        struct str piece = str_slice(key, start, at);
        size_t particle = class == FOLD_KANA && start > 0 ? particle_size(piece) : 0;
        piece = str_slice(piece, particle, piece.n);
        bool is_ending = class == FOLD_KANA && start > 0 && piece.n <= (particle ? 3 : 6);
        size_t next = at;
        bool is_verb = class == FOLD_HAN && piece.n == 3 && start > 0 && at < key.n &&
                       fold_class(utf8_next(key, &next)) == FOLD_KANA; // 来ない
        if (!is_ending && !is_verb && !ask_is_function(piece)) {
            out[count++] = arena_str(arena, piece);
        }
    }
    return count == 1 && out[0].n == key.n ? 0 : count;
}

struct search_word_of_query
search_query_part(struct arena *arena, const struct search_query *query, size_t from, size_t to) {
    struct search_word_of_query word = word_of(arena, &query->fold, from, to);
    word.is_optional = word.is_optional || ask_word_kind(word.key) != ASK_NONE;
    return word;
}

/* は を へ end no verb; other particles may, behind one Han: 急が. */
static size_t
particle_behind(struct str tail, size_t han) {
    size_t size = particle_size(tail);
    bool is_sure = str_starts(tail, STR("は")) || str_starts(tail, STR("を"));
    return tail.n > size && (han > 1 || is_sure) ? size : 0;
}

/* では, には and the like stand behind nouns alone: 中ではどこに. */
static bool
has_two_particles(struct str kana) {
    size_t first = particle_size(kana);
    struct str rest = str_slice(kana, first, kana.n);
    return first > 0 && (str_starts(rest, STR("は")) || str_starts(rest, STR("も")));
}

bool
search_query_is_function_kana(struct str kana) {
    enum { KANA = 3, PIECE_MOST = 6 * KANA, MOST = 48 };
    bool is_reached[MOST + 1] = {true};
    if (kana.n > MOST || !fold_is_all(kana, FOLD_KANA)) {
        return false;
    }
    for (size_t from = 0; from < kana.n; from += KANA) {
        for (size_t to = from + KANA; is_reached[from] && to <= kana.n; to += KANA) {
            struct str piece = str_slice(kana, from, to);
            bool is_one =
                to - from <= PIECE_MOST && (stems_are_function(piece) || ask_is_function(piece) ||
                                               ask_word_kind(piece) != ASK_NONE);
            is_reached[to] = is_reached[to] || is_one;
        }
    }
    return is_reached[kana.n] && kana.n > 0;
}

/* A noun, its particle, and what hiragana follows: 土産はいくらまで. */
static size_t
add_noun_and_rest(struct arena *arena, const struct search_query *query,
    const struct ask_segment *s, struct search_word_of_query *out) {
    out[0] = search_query_part(arena, query, s->from, s->stem_to);
    out[1] = search_query_part(arena, query, s->stem_to + 1, s->to);
    return search_query_is_function_kana(out[1].key) ? 1 : 2;
}

/* A noun that runs into a verb. Where the noun is nowhere, its last Han is the verb's:
 * お酒飲めません has 酒 and 飲めません; or the last two of four: 番号間違えました. */
static size_t
add_noun_and_verb(struct arena *arena, const struct search_query *query,
    const struct ask_segment *s, struct search_word_of_query *out) {
    enum { PAIR = 2 };
    size_t count = 0, last = s->stem_to - s->from == 2 * PAIR ? PAIR : 1;
    out[count++] = search_query_part(arena, query, s->from, s->stem_to);
    for (size_t han = 1; han <= last; han++) {
        out[count - (han > 1 ? 2 : 1)].has_rest = true;
        out[count] = search_query_part(arena, query, s->from, s->stem_to - han);
        out[count + 1] = search_query_part(arena, query, s->stem_to - han, s->to);
        out[count].rest = out[count + 1].rest = (uint8_t)han;
        count += 2;
    }
    return count;
}

/* One segment: a noun, a verb, or both where a noun of Han runs into a verb; kana that only joins
 * is left out. */
static size_t
add_segment(struct arena *arena, const struct search_query *query, const struct ask_segment *s,
    struct search_word_of_query *out) {
    struct str tail = fold_units_key(arena, &query->fold, s->stem_to, s->to);
    bool is_joined = tail.n == 0 || stems_are_function(tail);
    size_t length = s->stem_to - s->from;
    bool is_han = length > 0 && fold_class(query->fold.units[s->from].code_point) == FOLD_HAN;
    if (length == 0) {
        out[0] = search_query_part(arena, query, s->from, s->to);
        return is_joined ? 0 : 1;
    }
    if (is_joined && has_two_particles(tail)) {
        out[0] = search_query_part(arena, query, s->from, s->stem_to);
        return 1;
    }
    if (particle_behind(tail, is_han ? length : 2) > 0) {
        return add_noun_and_rest(arena, query, s, out);
    }
    if (is_joined && (!is_han || length > 1 || tail.n <= 3)) {
        out[0] = search_query_part(arena, query, s->from, s->stem_to);
        bool may_be_verb = is_han && length > 1 && tail.n > 3;
        if (may_be_verb) { // 一度言って
            out[1] = search_query_part(arena, query, s->stem_to - 1, s->to);
            out[2] = search_query_part(arena, query, s->from, s->stem_to - 1);
            out[1].is_optional = out[2].is_optional = true;
        }
        return may_be_verb ? 3 : 1;
    }
    if (!is_han || length == 1) {
        bool may_be_noun = length == 1 && is_joined && particle_size(tail) > 0;
        out[0] = search_query_part(arena, query, s->from, s->to);
        out[1] = search_query_part(arena, query, s->from, s->stem_to); // 車ではどこに
        out[0].has_rest = may_be_noun;
        out[1].rest = may_be_noun;
        return may_be_noun ? 2 : 1;
    }
    return add_noun_and_verb(arena, query, s, out);
}

/* Kana stand between some of them: 訪問のマナー, not オホーツク海. */
bool
search_query_is_joined(struct arena *arena, const struct search_query *query,
    const struct search_word_of_query *word) {
    size_t at = word->from;
    struct ask_segment segment;
    while (ask_segment_next(&query->fold, query->line, word->to, &at, &segment)) {
        struct str tail = fold_units_key(arena, &query->fold, segment.stem_to, segment.to);
        if (segment.to < word->to && particle_size(tail) > 0) {
            return true;
        }
    }
    return false;
}

/* A name at unit `from` that is longer than the script tells: 取り箸, どこの国の人. 0: none. */
static size_t
name_end(const struct search_names *names, const struct ask_segment *s, size_t to) {
    size_t end = names ? names->end_of(names->self, s->from, to) : 0;
    bool is_kana = s->stem_to == s->from; // はい in はいつ is none, お水 is one
    return end > (is_kana ? s->to : s->stem_to) ? end : 0;
}

enum { SEGMENT_WORDS = 5 }; /* at most, of one segment */

size_t
search_query_segments(struct arena *arena, const struct search_query *query,
    const struct search_word_of_query *word, const struct search_names *names,
    struct search_word_of_query *out, size_t limit) {
    size_t count = 0, at = word->from, segments = 0;
    struct ask_segment segment;
    while (count + SEGMENT_WORDS <= limit &&
           ask_segment_next(&query->fold, query->line, word->to, &at, &segment)) {
        size_t end = name_end(names, &segment, word->to);
        uint32_t last = query->fold.units[segment.to - 1].code_point;
        bool is_half = segments > 0 && segment.to == word->to && search_is_wordlike(last);
        if (is_half) {
            return 0; // a syllable half composed: ホルムsk
        }
        if (end > 0) {
            out[count++] = search_query_part(arena, query, segment.from, end);
            at = end;
        } else {
            count += add_segment(arena, query, &segment, out + count);
        }
        segments++;
    }
    bool is_taken_apart = count == 1 ? out[0].to < word->to : count > 0 && out[0].has_rest;
    return segments > 1 || is_taken_apart ? count : 0;
}
