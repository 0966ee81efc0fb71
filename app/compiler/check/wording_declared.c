/* Forms that wordings.csv rules out, in every text of their language.
 *
 * All forms stand in one trie whose edges are a hash map; from each byte of a text it is walked at
 * most WORD_BYTES deep, so a text costs its length whatever the number of words. The right form
 * and what `unless` lists cover what they contain: 발표회 covers 발표. */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "compiler/check/chars.h"

enum { WORD_BYTES = 120 };

struct node {
    uint32_t wrong; /* row + 1 of wordings.csv whose `not` ends here */
    bool is_cover;
};
struct trie {
    struct arena *arena;
    struct map edges; /* node << 8 | byte -> node */
    struct node *nodes;
    size_t count, cap;
};

static uint32_t
add_node(struct trie *trie) {
    VEC_ROOM_IN(trie->arena, trie->nodes, trie->count, trie->cap, 1);
    trie->nodes[trie->count] = (struct node){0};
    return (uint32_t)trie->count++;
}

/* English is compared without case; other bytes of our languages have none. */
static unsigned char
fold(char c) {
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Each language has its own root: its number. */
static struct node *
insert(struct trie *trie, enum locale_id locale, struct str word) {
    uint32_t node = (uint32_t)locale, next;
    for (size_t i = 0; i < word.n; i++) {
        uint64_t edge = (uint64_t)node << 8 | fold(word.p[i]);
        if (!map_get(&trie->edges, edge, &next)) {
            next = add_node(trie);
            map_put(&trie->edges, edge, next);
        }
        node = next;
    }
    return &trie->nodes[node];
}

/* The `|`-separated words of a cell. */
static void
insert_list(struct trie *trie, struct wording *wording, enum locale_id locale, size_t row,
    const char *column) {
    struct model *model = wording->check->model;
    const struct model_table *table = &model->desk[DESK_WORDINGS];
    struct str list = model_value(table, &table->rows[row], column), rest = list, piece;
    bool is_wrong = str_eq(str_from(column), STR("not"));
    while (list.n > 0 && str_split(&rest, '|', &piece)) {
        struct str word = str_trim(piece);
        if (word.n == 0 || word.n > WORD_BYTES) {
            DIAG_AT(model->diag, DIAG_EMPTY_SYNONYM,
                model_place_of(model, table, &table->rows[row], column));
            continue;
        }
        struct node *node = insert(trie, locale, word);
        node->wrong = is_wrong ? (uint32_t)row + 1 : node->wrong;
        node->is_cover |= !is_wrong;
    }
}

/* Latin letters and digits stand in words of their own: art is no part of party. */
static bool
is_inside_word(struct str s, size_t at) {
    if (at == 0 || at >= s.n) {
        return false;
    }
    size_t before = at, after = at;
    uint32_t a = utf8_prev(s, &before), b = utf8_next(s, &after);
    bool is_latin = chars_script(a) == CHARS_LATIN && chars_script(b) == CHARS_LATIN;
    return is_latin || (chars_is_katakana(a) && chars_is_katakana(b));
}

static void
check_one(struct wording *wording, const struct trie *trie, const struct wording_text *text) {
    const struct model_table *table = &wording->check->model->desk[DESK_WORDINGS];
    struct str s = text->plain;
    size_t covered = 0;
    for (size_t at = 0; at < s.n; at++) {
        uint32_t node = (uint32_t)text->at.locale, wrong = 0;
        size_t end = 0;
        if (utf8_continues(s.p[at]) || is_inside_word(s, at)) {
            continue;
        }
        for (size_t i = at; i < s.n; i++) {
            if (!map_get(&trie->edges, (uint64_t)node << 8 | fold(s.p[i]), &node)) {
                break;
            }
            bool is_whole = !is_inside_word(s, i + 1);
            covered = trie->nodes[node].is_cover && i + 1 > covered ? i + 1 : covered;
            if (trie->nodes[node].wrong && is_whole) {
                wrong = trie->nodes[node].wrong;
                end = i + 1;
            }
        }
        if (wrong && end > covered) {
            const struct model_row *row = &table->rows[wrong - 1];
            struct str why = model_value(table, row, "why");
            wording_report(wording, text, DIAG_WORDING, at, end, model_value(table, row, "right"),
                why.n ? arena_printf(trie->arena, " (%.*s)", STR_ARG(why)) : why);
            covered = end;
        }
    }
}

void
wording_declared(struct wording *wording) {
    struct model *model = wording->check->model;
    const struct model_table *table = &model->desk[DESK_WORDINGS];
    struct trie trie = {.arena = model->arena};
    for (int i = 0; i < LOCALE_COUNT; i++) {
        add_node(&trie);
    }
    for (size_t i = 0; i < table->count; i++) {
        enum locale_id locale;
        if (locale_from_tag(model_value(table, &table->rows[i], "lang"), &locale)) {
            insert_list(&trie, wording, locale, i, "right");
            insert_list(&trie, wording, locale, i, "unless");
            insert_list(&trie, wording, locale, i, "not");
        }
    }
    for (size_t i = 0; i < wording->count && table->count > 0; i++) {
        check_one(wording, &trie, &wording->texts[i]);
    }
    map_finish(&trie.edges);
}
