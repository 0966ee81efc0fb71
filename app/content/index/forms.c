#include "content/index/forms.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "content/search/ask/segments.h"
#include "content/search/okurigana.h"
#include "i18n/fold_amount.h"
#include "i18n/stems.h"

#include <string.h>

enum { WORD_UNITS_MAX = 14, NAME_UNITS_MAX = 10 };

void
search_forms_init(struct search_forms *forms) {
    *forms = (struct search_forms){0};
    arena_init(&forms->arena);
    search_readings_init(&forms->readings);
}

void
search_forms_finish(struct search_forms *forms) {
    search_readings_finish(&forms->readings);
    xfree(forms->items);
    map_finish(&forms->seen);
    arena_finish(&forms->arena);
}

static const struct search_stems *
stems_of_word(struct search_forms *forms, struct str word) {
    uint64_t hash = str_hash(word, 0);
    uint32_t index;
    if (map_get(&forms->seen, hash, &index)) {
        return &forms->items[index];
    }
    struct str stems[STEMS_MAX];
    struct search_stems item = {.count = stems_of(&forms->arena, word, stems)};
    item.syllable = stems_syllable(&forms->arena, word);
    item.stems = ARENA_ARRAY(&forms->arena, item.count, struct str);
    if (item.count > 0) {
        memcpy(item.stems, stems, item.count * sizeof(*stems));
    }
    VEC_ROOM(forms->items, forms->count, forms->capacity, 1);
    map_put(&forms->seen, hash, (uint32_t)forms->count);
    forms->items[forms->count] = item;
    return &forms->items[forms->count++];
}

struct sink {
    struct search_forms *forms;
    struct search_terms *terms;
    enum search_field field;
    uint32_t number;
    const struct fold *fold;
};

static void
add_word(struct sink *sink, size_t from, size_t to) {
    if (to - from > WORD_UNITS_MAX) {
        to = from + WORD_UNITS_MAX;
    }
    struct str word = fold_units_key(&sink->forms->arena, sink->fold, from, to);
    bool is_hangul = fold_class(sink->fold->units[from].code_point) == FOLD_HANGUL;
    const struct search_stems *found = stems_of_word(sink->forms, word);
    for (size_t i = 0; i < found->count; i++) {
        search_terms_add(sink->terms, sink->field, found->stems[i], sink->number);
    }
    if (is_hangul && to - from > 1) { // a noun that 하다 makes a verb of
        struct str own = fold_spelling(&sink->forms->arena, FOLD_KEYSTROKES, word);
        search_terms_add(sink->terms, sink->field, own, sink->number);
    }
    if (is_hangul && found->syllable.n > 0) {
        search_terms_add(sink->terms, sink->field, found->syllable, sink->number);
    }
}

/* Of 写真撮って also 撮って: a verb has one Han, what stands before it is a noun. */
void
search_forms_add_stems(struct search_forms *forms, struct search_terms *terms,
    enum search_field field, struct str text, const struct fold *fold, uint32_t number) {
    struct sink sink = {forms, terms, field, number, fold};
    for (size_t at = 0; at < fold->count;) {
        struct ask_segment s;
        if (!ask_segment_next(fold, text, fold->count, &at, &s)) {
            at++;
            continue;
        }
        add_word(&sink, s.from, s.to);
        if (s.stem_to > s.from + 1 && s.to > s.stem_to) {
            add_word(&sink, s.stem_to - 1, s.to);
        }
    }
}

static void
add_line_stems(struct search_forms *forms, struct search_terms *terms, enum search_field field,
    struct str sentence, uint32_t number) {
    struct str stems[STEMS_MAX];
    sentence = str_trim(sentence);
    struct str key = fold_key(&forms->arena, sentence);
    bool is_line = fold_is_all(key, FOLD_HANGUL) && str_find(sentence, STR(" ")) != SIZE_MAX;
    size_t count = is_line ? stems_of(&forms->arena, key, stems) : 0;
    for (size_t i = 0; i < count; i++) {
        search_terms_add(terms, field, stems[i], number);
    }
}

void
search_forms_add_line_stems(struct search_forms *forms, struct search_terms *terms,
    enum search_field field, struct str text, uint32_t number) {
    size_t start = 0;
    for (size_t i = 0; i <= text.n; i++) {
        if (i == text.n || text.p[i] == '.' || text.p[i] == '?' || text.p[i] == '!') {
            add_line_stems(forms, terms, field, str_slice(text, start, i), number);
            start = i + 1;
        }
    }
}

/* Where to: the words of one text. */
struct words {
    const struct search_forms *forms;
    struct arena *scratch;
    struct search_variants *variants;
    const struct fold *fold;
};

/* Those of so many kana, small ones and long vowels not counted. */
static void
add_readings(const struct words *w, struct str word, size_t least) {
    enum { READINGS_MAX = 24, KANA_LETTERS = 2 };
    struct str readings[READINGS_MAX];
    if (!search_variants_wants_readings(w->variants, word)) {
        return;
    }
    size_t count =
        search_readings_of(&w->forms->readings, w->scratch, word, readings, READINGS_MAX);
    for (size_t i = 0; i < count; i++) {
        struct str sound = fold_spelling(w->scratch, FOLD_ROMAJI, readings[i]);
        if (sound.n >= least * KANA_LETTERS) {
            search_variants_add_reading(w->variants, word, readings[i]);
        }
    }
}

static void
add_okurigana(const struct words *w, size_t from, size_t to) {
    struct str word = fold_units_key(w->scratch, w->fold, from, to);
    struct str skeleton = okurigana_skeleton(w->scratch, word);
    if (skeleton.n > 0) {
        search_variants_add_okurigana(w->variants, word, skeleton);
        add_readings(w, word, 0);
    }
}

/* Words of Han alone: 返事, 手続. Longer ones are names, which have their readings. */
static void
add_han(const struct words *w, struct str text) {
    enum { LEAST = 2, MOST = 4 };
    for (size_t at = 0; at < w->fold->count;) {
        struct ask_segment s;
        if (!ask_segment_next(w->fold, text, w->fold->count, &at, &s)) {
            at++;
            continue;
        }
        bool is_han =
            s.stem_to > s.from && fold_class(w->fold->units[s.from].code_point) == FOLD_HAN;
        if (is_han && s.stem_to - s.from >= LEAST && s.stem_to - s.from <= MOST) {
            add_readings(w, fold_units_key(w->scratch, w->fold, s.from, s.stem_to), 0);
        }
    }
}

void
search_forms_add_okurigana(const struct search_forms *forms, struct arena *scratch,
    struct search_variants *variants, struct str text, const struct fold *fold) {
    const struct words w = {forms, scratch, variants, fold};
    struct okurigana word;
    for (size_t at = 0; okurigana_next(fold, text, &at, &word);) {
        add_okurigana(&w, word.from, word.to);
        if (word.short_from > word.from) {
            add_okurigana(&w, word.short_from, word.to);
        }
        if (word.pair_to < word.to) {
            add_okurigana(&w, word.short_from, word.pair_to);
        }
    }
    if (fold->count >= 2 && fold->count <= NAME_UNITS_MAX) { // a name of Han and kana: 贈り物
        add_okurigana(&w, 0, fold->count);
    }
    add_han(&w, text);
}

/* Of a title, 待つ and 待つとき of 待つとき, and 靴: words that a line of kana may have. */
void
search_forms_add_readings(const struct search_forms *forms, struct arena *scratch,
    struct search_variants *variants, struct str title, const struct fold *fold, bool is_whole) {
    enum { TAIL_MOST = 4, LEAST = 2 };
    const struct words w = {forms, scratch, variants, fold};
    for (size_t at = 0; at < fold->count;) {
        struct ask_segment s;
        if (!ask_segment_next(fold, title, fold->count, &at, &s)) {
            at++;
            continue;
        }
        bool is_han =
            s.stem_to == s.from + 1 && fold_class(fold->units[s.from].code_point) == FOLD_HAN;
        size_t tail = s.to - s.stem_to;
        for (size_t n = is_whole ? tail : 0; is_han && n <= tail && (is_whole || n <= TAIL_MOST);
             n++) {
            add_readings(&w, fold_units_key(scratch, fold, s.from, s.stem_to + n), LEAST);
        }
    }
}

void
search_forms_add_amounts(
    struct arena *scratch, struct search_terms *terms, const struct fold *fold, uint32_t doc) {
    struct fold_amount amount;
    for (size_t at = 0; fold_amount_next(fold, at, &amount); at = amount.to) {
        if (!fold_amount_may_be_year(&amount)) {
            search_terms_add(terms, SEARCH_AMOUNT, fold_amount_term(scratch, amount.value), doc);
        }
    }
}

void
search_forms_add_han(struct search_variants *variants) {
    uint32_t han;
    struct str on, reading;
    for (size_t i = 0; search_readings_at(i, &han, &on); i++) {
        char key[5] = {0};
        size_t size = utf8_encode(han, key), rank = 0;
        while (str_split(&on, '|', &reading)) {
            if (reading.n > 0) {
                search_variants_add_han(variants, (struct str){key, size}, reading, rank++ > 0);
            }
        }
    }
}
