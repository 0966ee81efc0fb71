/* A Han before kana reads as what its kun reading has before them: 合 of 合わせ is あ of あわせる.
 * One that no kana follows reads by its on, or by its kun as a noun: 取 of 取引 is とり. Sounds
 * that meet change: がく and こう are がっこう, て and かみ are てがみ. */
#include "content/index/readings.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"

#include <string.h>

static const struct han {
    uint32_t code;
    const char *on, *kun;
} table[] = {
#define HAN_READINGS(code, on, kun) {code, on, kun},
#include "han_readings.inc"
#undef HAN_READINGS
};

/* Words that read as a whole: 日本. */
static const struct han_word {
    const char *han;
    struct han read;
} words[] = {
#define HAN_WORD(han, readings) {han, {0, readings, readings}},
#include "content/index/words_read.def"
#undef HAN_WORD
};

enum { KANA = 3, HAN_MAX = 5, CANDIDATES = 8, ON_OF_PAIR = 3, ON_OF_MORE = 2 };

void
search_readings_init(struct search_readings *readings) {
    *readings = (struct search_readings){0};
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        uint32_t index, folded = fold_han(table[i].code);
        bool is_own = folded == table[i].code;
        if (is_own || !map_get(&readings->by_han, folded, &index)) {
            map_put(&readings->by_han, folded, (uint32_t)i);
        }
    }
}

void
search_readings_finish(struct search_readings *readings) {
    map_finish(&readings->by_han);
}

/* -- kana: five vowels a row -- */

static const char *const rows[] = {"あいうえお", "かきくけこ", "さしすせそ", "たちつてと",
    "なにぬねの", "はひふへほ", "まみむめも", "らりるれろ", "わいうえお", "がぎぐげご",
    "ざじずぜぞ", "だぢづでど", "ばびぶべぼ", "ぱぴぷぺぽ", "やいゆえよ"};
enum { ROW_A = 0, ROW_K = 1, ROW_H = 5, ROW_W = 8, ROW_G = 9, ROW_B = 12, ROW_P = 13 };
enum { VOWEL_I = 1, VOWEL_U = 2, VOWEL_E = 3, VOWELS = 5 };

static struct str
kana_of(size_t row, size_t vowel) {
    return (struct str){rows[row] + vowel * KANA, KANA};
}

/* Where the kana stands; ARRAY_LEN(rows): nowhere. */
static size_t
row_of(struct str kana, size_t *vowel) {
    for (size_t row = 0; row < ARRAY_LEN(rows); row++) {
        for (*vowel = 0; *vowel < VOWELS; *vowel += 1) {
            if (str_eq(kana_of(row, *vowel), kana)) {
                return row;
            }
        }
    }
    return ARRAY_LEN(rows);
}

static struct str
first_kana(struct str s) {
    return str_slice(s, 0, KANA);
}

static struct str
last_kana(struct str s) {
    return str_slice(s, s.n - KANA, s.n);
}

static bool
is_same_row(struct str a, struct str b) {
    size_t vowel, row = row_of(a, &vowel), other = row_of(b, &vowel);
    bool is_w = (row == ROW_A && other == ROW_W) || (row == ROW_W && other == ROW_A);
    return row < ARRAY_LEN(rows) && (row == other || is_w); // あう, あわない
}

/* The first kana voiced: てがみ; `from` to `to` are rows. */
static struct str
changed(struct arena *arena, struct str reading, size_t from, size_t last, size_t to) {
    size_t vowel, row = row_of(first_kana(reading), &vowel);
    if (row < from || row > last) {
        return (struct str){0};
    }
    struct str kana = kana_of(to + (row - from), vowel);
    return arena_printf(
        arena, "%.*s%.*s", STR_ARG(kana), STR_ARG(str_slice(reading, KANA, reading.n)));
}

/* -- readings of one Han -- */

struct candidates {
    struct str items[CANDIDATES];
    size_t count;
};

static void
add(struct candidates *c, struct str reading) {
    for (size_t i = 0; i < c->count; i++) {
        if (str_eq(c->items[i], reading)) {
            return;
        }
    }
    if (reading.n > 0 && c->count < CANDIDATES) {
        c->items[c->count++] = reading;
    }
}

/* What a kun reading has before the kana that are written. */
static void
add_before_kana(struct candidates *c, struct str kun, struct str kana) {
    for (size_t at = KANA; at < kun.n; at += KANA) {
        struct str rest = str_slice(kun, at, kun.n);
        bool has_all_but_last = str_starts(kana, str_slice(rest, 0, rest.n - KANA));
        bool is_ending = rest.n == KANA || has_all_but_last || str_starts(rest, kana);
        bool is_melted =
            rest.n == KANA && (str_starts(kana, STR("っ")) || str_starts(kana, STR("ん")));
        if (is_melted || (is_ending && is_same_row(first_kana(rest), first_kana(kana)))) {
            add(c, str_slice(kun, 0, at));
        }
    }
}

/* A kun reading as a noun: とり of とる, うけ of うける, なが of ながい. */
static void
add_noun(struct candidates *c, struct arena *arena, struct str kun) {
    size_t vowel, row = row_of(last_kana(kun), &vowel);
    if (kun.n == KANA || row == ARRAY_LEN(rows) || vowel != VOWEL_U) {
        bool is_adjective = kun.n > 2 * KANA && str_ends(kun, STR("い"));
        add(c, is_adjective ? str_slice(kun, 0, kun.n - KANA) : kun);
        return;
    }
    struct str stem = str_slice(kun, 0, kun.n - KANA);
    size_t before;
    bool is_one_row = str_ends(kun, STR("る")) &&
                      row_of(last_kana(stem), &before) < ARRAY_LEN(rows) &&
                      (before == VOWEL_I || before == VOWEL_E);
    if (is_one_row) {
        add(c, stem);
    }
    if (!is_one_row || before == VOWEL_E) { // かえる may be かえ and かえり
        struct str end = kana_of(row, VOWEL_I);
        add(c, arena_printf(arena, "%.*s%.*s", STR_ARG(stem), STR_ARG(end)));
    }
}

enum way { WAY_ON, WAY_KUN };

static struct candidates
readings_of_han(
    struct arena *arena, const struct han *han, enum way way, struct str kana, size_t on_most) {
    struct candidates c = {0};
    struct str rest = str_from(han->kun), reading;
    while (way == WAY_KUN && str_split(&rest, '|', &reading)) {
        if (reading.n >= KANA && kana.n > 0) {
            add_before_kana(&c, reading, kana);
        } else if (reading.n >= KANA) {
            add_noun(&c, arena, reading);
        }
    }
    rest = str_from(han->on);
    while (way == WAY_ON && c.count < on_most && str_split(&rest, '|', &reading)) {
        add(&c, reading);
    }
    return c;
}

/* -- words -- */

struct part {
    const struct han *han;
    struct str kana; /* behind it */
};

struct word {
    struct arena *arena;
    struct part parts[HAN_MAX];
    size_t count;
    struct str *out;
    size_t found, limit;
};

static void
found(struct word *w, struct str reading) {
    if (reading.n == 0) {
        return;
    }
    for (size_t i = 0; i < w->found; i++) {
        if (str_eq(w->out[i], reading)) {
            return;
        }
    }
    if (w->found < w->limit) {
        w->out[w->found++] = reading;
    }
}

/* つ and く before some sounds are っ, and h is p then. */
static struct str
joined_on(struct arena *arena, struct str before, struct str reading) {
    size_t vowel, row = row_of(first_kana(reading), &vowel);
    bool is_short = str_ends(before, STR("つ")) || str_ends(before, STR("ち"));
    bool is_back = str_ends(before, STR("く")) || str_ends(before, STR("き"));
    bool is_joined = before.n > KANA && ((is_short && row >= ROW_K && row <= ROW_H && row != 4) ||
                                            (is_back && row == ROW_K));
    bool is_nasal = str_ends(before, STR("ん")) && row == ROW_H;
    if (!is_joined && !is_nasal) {
        return (struct str){0};
    }
    struct str head = is_joined ? str_slice(before, 0, before.n - KANA) : before;
    struct str tail = row == ROW_H ? changed(arena, reading, ROW_H, ROW_H, ROW_P) : reading;
    return arena_printf(arena, "%.*s%s%.*s", STR_ARG(head), is_joined ? "っ" : "", STR_ARG(tail));
}

static void
read_parts(struct word *w, size_t at, struct str before, unsigned ways) {
    if (at == w->count || at == HAN_MAX) {
        found(w, before);
        return;
    }
    const struct part *part = &w->parts[at];
    enum way way = ways >> at & 1 ? WAY_KUN : WAY_ON;
    struct candidates c = readings_of_han(
        w->arena, part->han, way, part->kana, w->count > 2 ? ON_OF_MORE : ON_OF_PAIR);
    for (size_t i = 0; i < c.count && w->found < w->limit; i++) {
        struct str reading = c.items[i], other = {0};
        struct str plain = arena_printf(
            w->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(reading), STR_ARG(part->kana));
        read_parts(w, at + 1, plain, ways);
        if (at > 0 && way == WAY_KUN) {
            struct str voiced = changed(w->arena, reading, ROW_K, ROW_K + 2, ROW_G);
            voiced = voiced.n ? voiced : changed(w->arena, reading, ROW_H, ROW_H, ROW_B);
            other = voiced.n ? arena_printf(w->arena, "%.*s%.*s%.*s", STR_ARG(before),
                                   STR_ARG(voiced), STR_ARG(part->kana))
                             : voiced;
        } else if (at > 0) {
            other = joined_on(w->arena, before, reading);
        }
        if (other.n > 0) {
            read_parts(w, at + 1, other, ways);
        }
    }
}

/* The listed word that the key has at `from`, and where it ends; NULL: none. */
static const struct han *
word_at(struct str key, size_t from, size_t *end) {
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str han = str_from(words[i].han);
        size_t at = from, h = 0;
        while (h < han.n && at < key.n && fold_is_same(utf8_next(key, &at), utf8_next(han, &h))) {
        }
        size_t last = han.n;
        uint32_t c = utf8_prev(han, &last);
        size_t before = at;
        if (h == han.n && before > from && fold_is_same(utf8_prev(key, &before), c)) {
            *end = at;
            return &words[i].read;
        }
    }
    return NULL;
}

/* Takes the word apart; false where it is none of Han, each of them known, and kana. */
static bool
parts_of(const struct search_readings *readings, struct str key, struct word *w) {
    for (size_t at = 0; at < key.n;) {
        size_t start = at, end;
        const struct han *whole = word_at(key, start, &end);
        if (whole && w->count < HAN_MAX) {
            w->parts[w->count++] = (struct part){.han = whole};
            at = end;
            continue;
        }
        uint32_t index, c = utf8_next(key, &at);
        enum fold_class class = fold_class(c);
        if (class == FOLD_HAN && w->count < HAN_MAX && map_get(&readings->by_han, c, &index)) {
            w->parts[w->count++] = (struct part){.han = &table[index]};
        } else if (class == FOLD_KANA && w->count > 0 && at - start == KANA) {
            struct part *last = &w->parts[w->count - 1];
            last->kana =
                (struct str){last->kana.n > 0 ? last->kana.p : key.p + start, last->kana.n + KANA};
        } else {
            return false;
        }
    }
    return w->count > 0;
}

size_t
search_readings_of(const struct search_readings *readings, struct arena *arena, struct str word,
    struct str *out, size_t limit) {
    struct word w = {.arena = arena, .out = out, .limit = limit};
    if (!parts_of(readings, word, &w)) {
        return 0;
    }
    unsigned kun = 0, all = (1u << w.count) - 1;
    for (size_t i = 0; i < w.count; i++) {
        kun |= w.parts[i].kana.n > 0 ? 1u << i : 0;
    }
    if (kun != 0) { // 手続き: what goes with okurigana is kun, rarely on
        read_parts(&w, 0, (struct str){0}, all);
        if (kun != all) {
            read_parts(&w, 0, (struct str){0}, kun);
        }
        return w.found;
    }
    struct str alone = str_from(w.count == 1 ? w.parts[0].han->kun : ""), kun_noun;
    while (str_split(&alone, '|', &kun_noun)) { // 靴 ends as a verb does, and is none
        found(&w, kun_noun);
    }
    read_parts(&w, 0, (struct str){0}, 0);
    if (w.count <= 2) {
        read_parts(&w, 0, (struct str){0}, all);
    }
    for (unsigned ways = 1; w.count == 2 && ways < all; ways++) {
        read_parts(&w, 0, (struct str){0}, ways);
    }
    return w.found;
}

bool
search_readings_at(size_t place, uint32_t *han, struct str *on) {
    if (place >= ARRAY_LEN(table)) {
        return false;
    }
    *han = fold_han(table[place].code);
    *on = str_from(table[place].on);
    return true;
}
