#include "content/search/ask/plainly.h"

#include "base/check.h"
#include "content/search/ask/function.h"

#define ASK_ENTRY(word, kind) ASK_ENTRY_INIT(word, 0),
static const struct ask_entry degrees[] = {
#include "ask_degrees.inc"
};
#undef ASK_ENTRY

static const struct {
    struct str form, words;
} shorts[] = {
#define ASK_DEGREE(words)
#define ASK_SHORT(form, words) {STR_INIT(form), STR_INIT(words)},
#include "content/search/ask/plainly.def"
#undef ASK_DEGREE
#undef ASK_SHORT
};

static void
add_word(struct str_buf *line, struct str word) {
    if (line->n > 0) {
        str_buf_byte(line, ' ');
    }
    str_buf_add(line, word);
}

enum way { WAY_AS_IT_IS, WAY_WRITTEN_OUT, WAY_RUN_TOGETHER, WAY_COUNT };

/* The short form of the words that `rest` begins with, which are cut off. */
static struct str
cut_words(struct str *rest, enum way way) {
    for (size_t i = 0; i < ARRAY_LEN(shorts) && way == WAY_RUN_TOGETHER; i++) {
        struct str words = shorts[i].words;
        bool is_there = str_starts(*rest, words) && (rest->n == words.n || rest->p[words.n] == ' ');
        if (is_there) {
            *rest = str_slice(*rest, words.n + (rest->n > words.n), rest->n);
            return shorts[i].form;
        }
    }
    return (struct str){0};
}

static struct str
written_out(struct str word, enum way way) {
    for (size_t i = 0; i < ARRAY_LEN(shorts) && way == WAY_WRITTEN_OUT; i++) {
        if (str_eq(word, shorts[i].form)) {
            return shorts[i].words;
        }
    }
    return word;
}

static void
say(struct str rest, enum way way, struct str_buf *line) {
    struct str word;
    while (rest.n > 0) {
        word = cut_words(&rest, way);
        if (word.n > 0) {
            add_word(line, word);
        } else if (str_split(&rest, ' ', &word) && word.n > 0 &&
                   !ask_entry_find(degrees, ARRAY_LEN(degrees), word)) {
            add_word(line, written_out(word, way));
        }
    }
}

size_t
ask_plainly(struct arena *arena, struct str text, struct str out[ASK_PLAINLY_MAX]) {
    size_t count = 0;
    for (int way = 0; way < WAY_COUNT; way++) {
        struct str_buf buf = {0};
        say(text, (enum way)way, &buf);
        struct str line = str_buf_str(&buf);
        bool is_new = !str_eq(line, text) && str_find(line, STR(" ")) != SIZE_MAX;
        for (size_t i = 0; i < count && is_new; i++) {
            is_new = !str_eq(line, out[i]);
        }
        if (is_new) {
            out[count++] = arena_str(arena, line);
        }
        str_buf_finish(&buf);
    }
    return count;
}
