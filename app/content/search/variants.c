#include "content/search/variants.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 60 }; /* bytes of a word worth another spelling */

void
search_variants_init(struct search_variants *v) {
    *v = (struct search_variants){0};
    arena_init(&v->arena);
}

void
search_variants_finish(struct search_variants *v) {
    xfree(v->words);
    xfree(v->okurigana);
    xfree(v->readings);
    xfree(v->han);
    map_finish(&v->seen);
    arena_finish(&v->arena);
}

static struct search_word *
word_at(struct search_variants *v, struct str key, bool is_name) {
    for (uint64_t seed = is_name;; seed += 2) {
        uint64_t hash = str_hash(key, seed);
        uint32_t index;
        if (map_get(&v->seen, hash, &index)) {
            if (v->words[index].is_name == is_name && str_eq(v->words[index].key, key)) {
                return &v->words[index];
            }
            continue;
        }
        VEC_ROOM(v->words, v->count, v->capacity, 1);
        map_put(&v->seen, hash, (uint32_t)v->count);
        struct search_word *word = &v->words[v->count++];
        *word = (struct search_word){
            .key = arena_str(&v->arena, key), .is_name = is_name, .is_part = is_name};
        return word;
    }
}

void
search_variants_add_name(struct search_variants *v, struct str key, bool is_part, bool is_sound) {
    if (key.n > 0 && key.n <= WORD_MAX) {
        struct search_word *word = word_at(v, key, true);
        word->is_sound = word->is_sound || is_sound;
        word->is_part = word->is_part && is_part;
        word->has_initials = true;
    }
}

void
search_variants_add_word(struct search_variants *v, struct str key, bool has_initials) {
    if (key.n > 0 && key.n <= WORD_MAX) {
        struct search_word *word = word_at(v, key, false);
        word->has_initials = word->has_initials || has_initials;
    }
}

void
search_variants_add_okurigana(struct search_variants *v, struct str word, struct str skeleton) {
    uint64_t hash = str_hash(word, UINT64_MAX);
    uint32_t index;
    if (word.n > WORD_MAX || map_get(&v->seen, hash, &index)) {
        return;
    }
    map_put(&v->seen, hash, 0);
    VEC_ROOM(v->okurigana, v->okurigana_count, v->okurigana_capacity, 1);
    v->okurigana[v->okurigana_count++] = (struct search_okurigana){
        .word = arena_str(&v->arena, word), .skeleton = arena_str(&v->arena, skeleton)};
}

bool
search_variants_wants_readings(struct search_variants *v, struct str word) {
    uint64_t hash = str_hash(word, UINT64_MAX - 2);
    uint32_t index;
    if (map_get(&v->seen, hash, &index)) {
        return false;
    }
    map_put(&v->seen, hash, 0);
    return true;
}

void
search_variants_add_reading(struct search_variants *v, struct str word, struct str reading) {
    VEC_ROOM(v->readings, v->readings_count, v->readings_capacity, 1);
    v->readings[v->readings_count++] =
        (struct search_reading){.sound = fold_spelling(&v->arena, FOLD_ROMAJI, reading),
            .word = arena_str(&v->arena, word)};
}

void
search_variants_add_han(
    struct search_variants *v, struct str han, struct str reading, bool is_rare) {
    VEC_ROOM(v->han, v->han_count, v->han_capacity, 1);
    v->han[v->han_count++] = (struct search_reading_of_han){.han = arena_str(&v->arena, han),
        .reading = arena_printf(&v->arena, "%.*s%s", STR_ARG(reading), is_rare ? "-" : "")};
}

/* One row to be: `list` tells that the key also goes into a packed list. */
struct row {
    struct str key, word;
    char space;
};
struct rows {
    struct row *items;
    size_t count, capacity;
};

static void
row_add(struct rows *rows, int space, struct str key, struct str word) {
    if (key.n == 0) {
        return;
    }
    VEC_ROOM(rows->items, rows->count, rows->capacity, 1);
    rows->items[rows->count++] = (struct row){.key = key, .word = word, .space = (char)space};
}

static int
compare_rows(const void *a, const void *b) {
    const struct row *x = a, *y = b;
    if (x->space != y->space) {
        return x->space < y->space ? -1 : 1;
    }
    int order = str_cmp(x->key, y->key);
    return order ? order : str_cmp(x->word, y->word);
}

static bool
is_latin(struct str key) {
    bool has_letter = false;
    for (size_t i = 0; i < key.n; i++) {
        if ((unsigned char)key.p[i] >= 0x80) {
            return false;
        }
        has_letter = has_letter || (key.p[i] >= 'a' && key.p[i] <= 'z');
    }
    return has_letter;
}

static bool
is_short(struct str key) {
    size_t hangul = 0, han = 0, count = 0;
    for (size_t at = 0; at < key.n; count++) {
        enum fold_class class = fold_class(utf8_next(key, &at));
        hangul += class == FOLD_HANGUL;
        han += class == FOLD_HAN;
    }
    return (hangul == count && count == 2) || (han == count && count >= 2 && count <= 6);
}

/* What becomes of one word: its spellings, and its place in the lists for typing errors. */
static void
word_rows(struct search_variants *v, const struct search_word *word, struct rows *rows,
    struct rows *lists) {
    int space = word->is_name ? SEARCH_SPACE_NAMES : SEARCH_SPACE_WORDS;
    struct str spelt[FOLD_SPELLING_COUNT];
    for (int i = 0; i < FOLD_SPELLING_COUNT; i++) {
        spelt[i] = fold_spelling(&v->arena, (enum fold_spelling)i, word->key);
    }
    struct str target = word->is_name ? spelt[FOLD_KEYSTROKES] : word->key;
    if (word->has_initials) {
        row_add(rows, space + FOLD_INITIALS, spelt[FOLD_INITIALS], word->key);
    }
    row_add(rows, space + FOLD_HANGUL_SPELLING, spelt[FOLD_HANGUL_SPELLING], target);
    if (!word->is_name || !is_latin(word->key) || word->is_sound) { // English is not spelt by sound
        row_add(rows, space + FOLD_ROMAJI, spelt[FOLD_ROMAJI], target);
        bool is_kana = fold_is_all(word->key, FOLD_KANA);
        bool may_be_korean = !is_kana || (word->is_name && !word->is_part);
        row_add(rows, space + FOLD_KOREAN_ROMAN,
            may_be_korean ? spelt[FOLD_KOREAN_ROMAN] : (struct str){0}, target);
    }
    if (is_latin(word->key) && word->key.n >= 4) {
        row_add(lists, 'l', word->key, (struct str){0});
    }
    if (word->is_name && !word->is_part && is_short(word->key)) {
        row_add(lists, 's', word->key, (struct str){0});
    }
    if (word->is_name && !word->is_part) {
        row_add(lists, 'r', spelt[FOLD_ROMAJI], (struct str){0});
    }
    if (word->has_initials && !word->is_part) {
        row_add(lists, 'h', spelt[FOLD_HANGUL_SPELLING], (struct str){0});
    }
}

static bool
write_rows(struct rows *rows, sqlite3 *db, struct err *err) {
    struct search_sql insert;
    search_sql_open(&insert, db, "INSERT INTO search_variants VALUES (?1, ?2, ?3)");
    for (size_t i = 0; i < rows->count; i++) {
        const struct row *row = &rows->items[i];
        if (i > 0 && compare_rows(row, row - 1) == 0) {
            continue;
        }
        search_sql_bind_str(&insert, 1, (struct str){&row->space, 1});
        search_sql_bind_str(&insert, 2, row->key);
        search_sql_bind_str(&insert, 3, row->word);
        search_sql_run(&insert);
    }
    return search_sql_end(&insert, "writing the spellings", err);
}

static void
pack(const struct row *rows, size_t count, struct str_buf *out) {
    struct str before = {0};
    for (size_t i = 0; i < count; i++) {
        struct str key = rows[i].key;
        if (str_eq(key, before)) {
            continue;
        }
        size_t shared = 0;
        while (shared < key.n && shared < before.n && key.p[shared] == before.p[shared]) {
            shared++;
        }
        str_buf_byte(out, (char)shared);
        str_buf_byte(out, (char)(key.n - shared));
        str_buf_add(out, str_slice(key, shared, key.n));
        before = key;
    }
}

static bool
write_lists(struct rows *lists, sqlite3 *db, struct err *err) {
    static const struct {
        char space;
        const char *name;
    } kinds[] = {{'h', SEARCH_LIST_HANGUL}, {'l', SEARCH_LIST_LATIN}, {'o', SEARCH_LIST_OKURIGANA},
        {'r', SEARCH_LIST_ROMAJI}, {'s', SEARCH_LIST_SHORT}};
    struct search_sql insert;
    search_sql_open(&insert, db, "INSERT INTO search_meta VALUES (?1, ?2)");
    size_t from = 0;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        size_t to = from;
        while (to < lists->count && lists->items[to].space == kinds[i].space) {
            to++;
        }
        struct str_buf packed = {0};
        pack(lists->items + from, to - from, &packed);
        search_sql_bind_str(&insert, 1, str_from(kinds[i].name));
        search_sql_bind_blob(&insert, 2, str_buf_str(&packed));
        search_sql_run(&insert);
        str_buf_finish(&packed);
        from = to;
    }
    return search_sql_end(&insert, "writing the word lists", err);
}

static void
sort(struct rows *rows) {
    if (rows->count > 0) {
        sort_items(rows->items, rows->count, sizeof(*rows->items), compare_rows);
    }
}

bool
search_variants_write(struct search_variants *v, sqlite3 *db, struct err *err) {
    struct rows rows = {0}, lists = {0};
    for (size_t i = 0; i < v->count; i++) {
        word_rows(v, &v->words[i], &rows, &lists);
    }
    for (size_t i = 0; i < v->okurigana_count; i++) {
        row_add(&rows, SEARCH_SPACE_SKELETONS, v->okurigana[i].skeleton, v->okurigana[i].word);
        row_add(&lists, 'o', v->okurigana[i].word, (struct str){0});
    }
    for (size_t i = 0; i < v->readings_count; i++) {
        row_add(&rows, SEARCH_SPACE_READINGS, v->readings[i].sound, v->readings[i].word);
    }
    for (size_t i = 0; i < v->han_count; i++) {
        row_add(&rows, SEARCH_SPACE_HAN, v->han[i].han, v->han[i].reading);
    }
    sort(&rows);
    sort(&lists);
    bool ok = write_rows(&rows, db, err) && write_lists(&lists, db, err);
    xfree(rows.items);
    xfree(lists.items);
    return ok;
}
