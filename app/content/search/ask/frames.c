/* A pattern is read as it stands: a small matcher with backtracking over words of a line of at most
 * 120 characters. The data has no X between two optional words, so it never runs away; its steps
 * are counted all the same. */
#include "content/search/ask/frames.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/function.h"

#include <string.h>

enum { STEPS_MAX = 20000 }; /* of one line; a query of frames alone takes some thousands */
#define NOWHERE SIZE_MAX

struct frame {
    enum ask_kind kind;
    struct str text;
    bool is_plea; /* it is said to somebody, and a part of the sentence where that is asked for */
};

static const struct frame frames[] = {
#define ASK_CLASS(name, words)
#define ASK_FRAME(kind, text) {ASK_##kind, STR_INIT(text), false},
#define ASK_PLEA(text) {ASK_REQUEST, STR_INIT(text), true},
#define ASK_WORD(kind, words)
#include "content/search/ask/frames_hangul.def"
#include "content/search/ask/frames_kana.def"
#include "content/search/ask/frames_latin.def"
#undef ASK_CLASS
#undef ASK_FRAME
#undef ASK_PLEA
#undef ASK_WORD
};

static const struct {
    struct str name, words;
} classes[] = {
#define ASK_CLASS(name, words) {STR_INIT(name), STR_INIT(words)},
#define ASK_FRAME(kind, text)
#define ASK_PLEA(text)
#define ASK_WORD(kind, words)
#include "content/search/ask/frames_hangul.def"
#include "content/search/ask/frames_kana.def"
#include "content/search/ask/frames_latin.def"
#undef ASK_CLASS
#undef ASK_FRAME
#undef ASK_PLEA
#undef ASK_WORD
};

static const struct {
    enum ask_kind kind;
    struct str words;
} words[] = {
#define ASK_CLASS(name, words)
#define ASK_FRAME(kind, text)
#define ASK_PLEA(text)
#define ASK_WORD(kind, words) {ASK_##kind, STR_INIT(words)},
#include "content/search/ask/frames_hangul.def"
#include "content/search/ask/frames_kana.def"
#include "content/search/ask/frames_latin.def"
#undef ASK_CLASS
#undef ASK_FRAME
#undef ASK_PLEA
#undef ASK_WORD
};

static const struct {
    enum locale_script script;
    struct str names;
} languages[] = {
#define ASK_LANGUAGE(script, names) {LOCALE_##script, STR_INIT(names)},
#include "content/search/ask/languages.def"
#undef ASK_LANGUAGE
};

/* Where the words of a class may end that begin at a place: many frames share a class, and most of
 * the work is to compare its words again. */
enum { CACHED = 256, NEXT_MAX = 6, UNKNOWN = 0xFF };
struct cached {
    const char *words; /* NULL: nothing */
    uint16_t at;
    bool is_back;
    uint8_t count; /* UNKNOWN: too many */
    uint16_t nexts[NEXT_MAX];
};

struct matcher {
    const struct fold *fold;
    struct cached *cache; /* CACHED; holds while from and to stay */
    size_t from, to;      /* the units that are left */
    bool is_back;         /* reads from the end */
    bool keeps_pleas;     /* a language was named: how it is said there is what is asked for */
    int steps;            /* left */
    bool has_language;
    enum locale_script language;
};

static bool
is_separator(const struct matcher *m, size_t at) {
    return fold_class(m->fold->units[at].code_point) == FOLD_SEPARATOR;
}

static size_t
skip(const struct matcher *m, size_t at) {
    while (at < m->to && is_separator(m, at)) {
        at++;
    }
    return at;
}

static bool
is_letter(const struct matcher *m, size_t at) {
    return fold_class(m->fold->units[at].code_point) == FOLD_LETTER;
}

/* A word of letters is not the beginning or the end of a longer one. */
static bool
is_inside_word(const struct matcher *m, size_t at) {
    return at > 0 && at < m->fold->count && is_letter(m, at) && is_letter(m, at - 1);
}

/* A character of the data, which is not folded, is the unit. */
static bool
is_same(const struct matcher *m, size_t at, uint32_t c) {
    return fold_is_same(m->fold->units[at].code_point, c);
}

/* The word stands at `at`: where it ends, or NOWHERE. Spaces of either side do not count. */
static size_t
word_end(const struct matcher *m, struct str word, size_t at) {
    size_t i = skip(m, at);
    if (is_inside_word(m, i)) {
        return NOWHERE;
    }
    for (size_t w = 0; w < word.n;) {
        uint32_t c = utf8_next(word, &w);
        if (c == ' ') {
            continue;
        }
        i = c >= 0x80 ? skip(m, i) : i;
        if (i >= m->to || !is_same(m, i, c)) {
            return NOWHERE;
        }
        i++;
    }
    return is_inside_word(m, i) ? NOWHERE : i;
}

static size_t
skip_back(const struct matcher *m, size_t at) {
    while (at > m->from && is_separator(m, at - 1)) {
        at--;
    }
    return at;
}

/* The same for a word that ends at `at`: where it starts. */
static size_t
word_start(const struct matcher *m, struct str word, size_t at) {
    size_t i = skip_back(m, at);
    if (is_inside_word(m, i)) {
        return NOWHERE;
    }
    for (size_t w = word.n; w > 0;) {
        uint32_t c = utf8_prev(word, &w);
        if (c == ' ') {
            continue;
        }
        i = c >= 0x80 ? skip_back(m, i) : i;
        if (i <= m->from || !is_same(m, i - 1, c)) {
            return NOWHERE;
        }
        i--;
    }
    return is_inside_word(m, i) ? NOWHERE : i;
}

static struct str
class_words(struct str name) {
    for (size_t i = 0; i < ARRAY_LEN(classes); i++) {
        if (str_eq(classes[i].name, name)) {
            return classes[i].words;
        }
    }
    BUG("a frame names a class that is not there");
}

static size_t match_tokens(struct matcher *m, struct str rest, size_t at);

/* Of two ways the one that takes more. */
static size_t
longer(const struct matcher *m, size_t a, size_t b) {
    if (a == NOWHERE || b == NOWHERE) {
        return a == NOWHERE ? b : a;
    }
    return (a > b) == !m->is_back ? a : b;
}

static void
add_next(struct cached *c, size_t next) {
    for (size_t i = 0; i < c->count && c->count != UNKNOWN; i++) {
        if (c->nexts[i] == next) {
            return;
        }
    }
    if (c->count < NEXT_MAX) {
        c->nexts[c->count++] = (uint16_t)next;
    } else {
        c->count = UNKNOWN;
    }
}

/* Where the words of a class end at `at`. */
static const struct cached *
class_ends(struct matcher *m, struct str choices, size_t at) {
    size_t hash = ((uintptr_t)choices.p >> 3) * 31 + at * 2 + m->is_back;
    struct cached *c = &m->cache[hash % CACHED];
    if (c->words == choices.p && c->at == at && c->is_back == m->is_back) {
        return c;
    }
    struct str word;
    *c = (struct cached){.words = choices.p, .at = (uint16_t)at, .is_back = m->is_back};
    while (str_split(&choices, '|', &word)) {
        size_t next = m->is_back ? word_start(m, word, at) : word_end(m, word, at);
        if (next != NOWHERE && word.n > 0) {
            add_next(c, next);
        }
    }
    return c;
}

static size_t match_words(struct matcher *m, struct str choices, struct str rest, size_t at);

/* The same as match_words() for a class. */
static size_t
match_class(struct matcher *m, struct str choices, struct str rest, size_t at) {
    const struct cached ends = *class_ends(m, choices, at);
    size_t best = NOWHERE;
    if (ends.count == UNKNOWN) {
        return match_words(m, choices, rest, at);
    }
    for (size_t i = 0; i < ends.count; i++) {
        best = longer(m, best, match_tokens(m, rest, ends.nexts[i]));
    }
    return best;
}

/* One of the words, and then the rest of the pattern. */
static size_t
match_words(struct matcher *m, struct str choices, struct str rest, size_t at) {
    struct str word;
    size_t best = NOWHERE;
    while (str_split(&choices, '|', &word)) {
        size_t next = m->is_back ? word_start(m, word, at) : word_end(m, word, at);
        if (next != NOWHERE && word.n > 0) {
            best = longer(m, best, match_tokens(m, rest, next));
        }
    }
    return best;
}

static size_t
match_language(struct matcher *m, struct str rest, size_t at) {
    for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
        size_t end = match_class(m, languages[i].names, rest, at);
        if (end != NOWHERE) {
            m->has_language = true;
            m->language = languages[i].script;
            return end;
        }
    }
    return NOWHERE;
}

/* a|<b>|c: each alternative is a word or a class of words. */
static size_t
match_token(struct matcher *m, struct str token, struct str rest, size_t at) {
    struct str part;
    size_t best = NOWHERE;
    while (str_split(&token, '|', &part)) {
        bool is_class = part.n > 2 && part.p[0] == '<';
        if (str_eq(part, STR("<L>"))) {
            best = longer(m, best, match_language(m, rest, at));
        } else {
            size_t end = is_class
                             ? match_class(m, class_words(str_slice(part, 1, part.n - 1)), rest, at)
                             : match_words(m, part, rest, at);
            best = longer(m, best, end);
        }
    }
    return best;
}

/* Cuts the word off the pattern that is met first, in the direction of reading. */
static struct str
next_token(const struct matcher *m, struct str *rest) {
    struct str token = {0};
    if (!m->is_back) {
        while (token.n == 0 && str_split(rest, ' ', &token)) {
        }
        return token;
    }
    *rest = str_trim(*rest);
    size_t at = rest->n;
    while (at > 0 && rest->p[at - 1] != ' ') {
        at--;
    }
    token = str_slice(*rest, at, rest->n);
    *rest = str_slice(*rest, 0, at);
    return token;
}

static bool
is_at_space(const struct matcher *m, size_t at) {
    return (at > m->from && is_separator(m, at - 1)) || (at < m->to && is_separator(m, at));
}

/* The whole pattern from `at` on, the longest way: where it ends, or NOWHERE. */
static size_t
match_tokens(struct matcher *m, struct str rest, size_t at) {
    if (m->steps-- <= 0) {
        return NOWHERE;
    }
    struct str token = next_token(m, &rest);
    if (token.n == 0) {
        return at;
    }
    if (token.n == 1 && (token.p[0] == '_' || token.p[0] == '$')) {
        bool holds = token.p[0] == '_' ? is_at_space(m, at) : at == m->fold->count;
        return holds ? match_tokens(m, rest, at) : NOWHERE;
    }
    bool is_optional = token.p[token.n - 1] == '?';
    size_t end = match_token(m, str_slice(token, 0, token.n - is_optional), rest, at);
    return is_optional ? longer(m, end, match_tokens(m, rest, at)) : end;
}

/* Before X, and behind it; either may be empty. */
static void
split(struct str all, struct str *head, struct str *tail) {
    size_t at = str_starts(all, STR("X ")) ? 0 : str_find(all, STR(" X"));
    xassert(at != SIZE_MAX);
    *head = str_slice(all, 0, at);
    *tail = str_slice(all, at ? at + 2 : 1, all.n);
}

static bool
has_content(const struct matcher *m, size_t from, size_t to) {
    return skip(m, from) < to;
}

struct found {
    enum ask_kind kind;
    size_t from, to; /* what is left */
    bool has_language;
    enum locale_script language;
};

/* The way of a frame that leaves least. A frame may take a part of nothing. */
static bool
try_frame(struct matcher *m, const struct frame *frame, struct found *out) {
    struct str head, tail;
    split(frame->text, &head, &tail);
    m->has_language = false;
    m->is_back = false;
    size_t start = head.n > 0 ? match_tokens(m, head, m->from) : m->from;
    m->is_back = true;
    size_t end = start != NOWHERE && tail.n > 0 ? match_tokens(m, tail, m->to) : m->to;
    bool is_there = start != NOWHERE && end != NOWHERE && start < end;
    if (!is_there || !has_content(m, start, end) || (start == m->from && end == m->to)) {
        return false;
    }
    *out = (struct found){frame->kind, start, end, m->has_language, m->language};
    return true;
}

static bool
longest_frame(struct matcher *m, struct found *best) {
    struct cached cache[CACHED] = {0};
    size_t left = SIZE_MAX;
    m->cache = cache;
    for (size_t i = 0; i < ARRAY_LEN(frames); i++) {
        struct found found;
        if ((m->keeps_pleas && frames[i].is_plea) || !try_frame(m, &frames[i], &found)) {
            continue;
        }
        size_t size = found.to - found.from;
        if (size < left || (size == left && found.kind > best->kind)) {
            *best = found;
            left = size;
        }
    }
    m->cache = NULL;
    return left != SIZE_MAX;
}

static void
add_span(struct ask_frames *out, size_t from, size_t to) {
    if (from < to && out->count < ASK_FRAMES_MAX) {
        out->spans[out->count++] = (struct ask_span){from, to};
    }
}

void
ask_frames_strip(const struct fold *fold, struct ask_frames *out) {
    struct matcher m = {.fold = fold, .to = fold->count, .steps = STEPS_MAX};
    *out = (struct ask_frames){.to = fold->count};
    struct found found = {0};
    while (out->count + 2 <= ASK_FRAMES_MAX && longest_frame(&m, &found)) {
        add_span(out, out->from, found.from);
        add_span(out, found.to, out->to);
        out->from = m.from = found.from;
        out->to = m.to = found.to;
        out->kind = found.kind > out->kind ? found.kind : out->kind;
        if (found.has_language) {
            out->has_language = true;
            out->language = found.language;
            m.keeps_pleas = true;
        }
    }
}

/* How sentences end that are said to somebody; said.def. */
static const struct str said[] = {
#define ASK_SAID(words) STR_INIT(words),
#include "content/search/ask/said.def"
#undef ASK_SAID
};

bool
ask_is_said(const struct fold *fold, size_t end) {
    struct matcher m = {.fold = fold, .to = end, .is_back = true};
    for (size_t i = 0; i < ARRAY_LEN(said); i++) {
        struct str rest = said[i], word;
        while (str_split(&rest, '|', &word)) {
            if (word_start(&m, word, end) != NOWHERE) {
                return true;
            }
        }
    }
    return false;
}

static const struct ask_entry asking[] = {
#define ASK_ENTRY(word, kind) ASK_ENTRY_INIT(word, ASK_##kind),
#include "ask_words.inc"
#undef ASK_ENTRY
};

enum ask_kind
ask_word_kind(struct str key) {
    const struct ask_entry *entry = ask_entry_find(asking, ARRAY_LEN(asking), key);
    return entry ? (enum ask_kind)entry->kind : ASK_NONE;
}

/* The word stands at unit `at`, and is no part of いつも or どうぞ. */
static bool
asks_at(const struct fold *fold, struct str word, size_t at, size_t to) {
    static const char *const others[] = {"も", "ぞ", "か", "せ"};
    for (size_t w = 0; w < word.n; at++) {
        if (at >= to || !fold_is_same(fold->units[at].code_point, utf8_next(word, &w))) {
            return false;
        }
    }
    for (size_t i = 0; at < to && i < ARRAY_LEN(others); i++) {
        size_t start = 0;
        if (fold->units[at].code_point == utf8_next(str_from(others[i]), &start)) {
            return false;
        }
    }
    return true;
}

/* At the start, or behind a particle. */
static bool
may_ask_at(const struct fold *fold, size_t from, size_t at) {
    static const char particles[] = "はがをにでともへの";
    char before[5] = {0};
    if (at == from) {
        return true;
    }
    utf8_encode(fold->units[at - 1].code_point, before);
    return strstr(particles, before) != NULL;
}

enum ask_kind
ask_kind_inside(const struct fold *fold, size_t from, size_t to) {
    enum { KANA_LEAST = 6 /* bytes */ };
    enum ask_kind kind = ASK_NONE;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str rest = words[i].words, word;
        while (str_split(&rest, '|', &word)) {
            bool is_kana = word.n >= KANA_LEAST && fold_has(word, FOLD_KANA);
            for (size_t at = from; is_kana && at < to && words[i].kind > kind; at++) {
                if (may_ask_at(fold, from, at) && asks_at(fold, word, at, to)) {
                    kind = words[i].kind;
                }
            }
        }
    }
    return kind;
}

const char *
ask_kind_name(enum ask_kind kind) {
    static const char *const names[ASK_KIND_COUNT] = {"none", "request", "what", "may", "how",
        "why", "place", "person", "value", "date", "most", "phrase"};
    return names[kind];
}
