#include "screens/beside/beside.h"

#include "base/check.h"
#include "base/vec.h"
#include "screens/beside/align.h"
#include "screens/prose.h"
#include "screens/spoken.h"
#include "screens/words.h"

bool
beside_is_asked(
    const struct screen_path *path, const struct screen_env *env, enum locale_id *with) {
    *with = env->locale;
    if (!locale_from_tag(screen_path_value(path, STR("with")), with)) {
        return false;
    }
    /* the page was turned into the language that stood beside it */
    *with = *with == env->locale ? spoken_opposite(env->locale) : *with;
    return true;
}

static void
add_row(struct beside *beside, struct arena *arena, struct beside_row row) {
    VEC_ROOM_IN(arena, beside->rows, beside->count, beside->cap, 1);
    beside->rows[beside->count++] = row;
}

static struct beside_text
plain(struct str text, enum block_kind kind, int level) {
    return (struct beside_text){.text = text, .kind = kind, .level = level};
}

static void
add_plain(struct beside *beside, struct arena *arena, struct str own, struct str other,
    enum block_kind kind, int level) {
    if (own.n + other.n > 0) {
        add_row(beside, arena,
            (struct beside_row){plain(own, kind, level), plain(other, kind, level), {0}});
    }
}

/* Rows are touched as a whole: links in them lead nowhere here. */
static struct beside_text
of_block(const struct store_block *block, struct arena *arena) {
    struct beside_text text = {.kind = block->kind, .level = block->level, .number = block->number};
    struct ui_span *spans = prose_spans(&block, arena, &text.span_count);
    for (size_t i = 0; i < text.span_count; i++) {
        spans[i].strong = spans[i].strong || spans[i].action.n > 0;
        spans[i].action = (struct str){0};
    }
    text.text = block->text;
    text.spans = spans;
    return text;
}

/* The blocks of an article that are words; the cells of a table's row are one text. */
struct texts {
    struct beside_text *at;
    size_t count, cap;
};

static void
add_cell(struct texts *texts, const struct screen_env *env, struct arena *arena,
    const struct store_block *block) {
    struct beside_text *last = texts->count > 0 ? &texts->at[texts->count - 1] : NULL;
    if (last && last->kind == BLOCK_CELL && last->level == block->level && block->number > 1) {
        last->text = word_join(env, arena, last->text, block->text);
        return;
    }
    VEC_ROOM_IN(arena, texts->at, texts->count, texts->cap, 1);
    texts->at[texts->count++] = plain(block->text, BLOCK_CELL, block->level);
}

static bool
load_texts(struct texts *texts, const struct screen_env *env, struct arena *arena,
    enum locale_id locale, struct str folder, struct str id, struct err *err) {
    struct store_block *blocks;
    size_t count;
    *texts = (struct texts){0};
    if (!store_blocks(env->store, arena, locale, folder, id, &blocks, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (blocks[i].kind == BLOCK_CELL) {
            add_cell(texts, env, arena, &blocks[i]);
        } else if (blocks[i].kind != BLOCK_SOURCE && blocks[i].text.n > 0) {
            VEC_ROOM_IN(arena, texts->at, texts->count, texts->cap, 1);
            texts->at[texts->count++] = of_block(&blocks[i], arena);
        }
    }
    return true;
}

static int *
kinds_of(const struct texts *texts, struct arena *arena) {
    int *kinds = ARENA_ARRAY(arena, texts->count + 1, int);
    for (size_t i = 0; i < texts->count; i++) {
        bool is_item = texts->at[i].kind == BLOCK_NUMBERED; /* a list is a list */
        kinds[i] = is_item ? BLOCK_BULLET : (int)texts->at[i].kind;
    }
    return kinds;
}

_Static_assert((int)BLOCK_HEADING == (int)ALIGN_HEADING, "headings begin sections");

static void
add_aligned(struct beside *beside, struct arena *arena, const struct texts *own,
    const struct texts *other) {
    size_t count;
    struct align_pair *pairs = align_kinds(
        arena, kinds_of(own, arena), own->count, kinds_of(other, arena), other->count, &count);
    for (size_t i = 0; i < count; i++) {
        struct beside_row row = {0};
        row.own = pairs[i].own >= 0 ? own->at[pairs[i].own] : row.own;
        row.other = pairs[i].other >= 0 ? other->at[pairs[i].other] : row.other;
        add_row(beside, arena, row);
    }
}

static bool
load_checks(struct beside *beside, const struct screen_env *env, struct arena *arena,
    struct str list, bool *found, struct err *err) {
    struct store_check *own, *other;
    size_t count, other_count;
    struct str listing = arena_printf(arena, "checklists/%.*s", STR_ARG(list));
    struct store_window all = STORE_ALL(listing);
    if (!store_checklist(env->store, arena, env->locale, all, &own, &count, err) ||
        !store_checklist(env->store, arena, beside->with, all, &other, &other_count, err)) {
        return false;
    }
    *found = count > 0;
    for (size_t i = 0; i < count && i < other_count; i++) {
        struct beside_row row = {
            plain(own[i].title, BLOCK_BULLET, 1), plain(other[i].title, BLOCK_BULLET, 1), {0}};
        row.step = arena_printf(arena, "%.*s/%.*s", STR_ARG(list), STR_ARG(own[i].id));
        add_row(beside, arena, row);
    }
    return true;
}

static bool
load_article(struct beside *beside, const struct screen_env *env, struct arena *arena,
    struct str folder, struct str id, bool *found, struct err *err) {
    struct store_article own, other;
    struct texts texts, other_texts;
    if (!store_article(env->store, arena, env->locale, folder, id, &own, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    bool has_checks;
    if (!store_article(env->store, arena, beside->with, folder, id, &other, found, err) ||
        !load_texts(&texts, env, arena, env->locale, folder, id, err) ||
        !load_texts(&other_texts, env, arena, beside->with, folder, id, err)) {
        return false;
    }
    add_plain(beside, arena, own.title, other.title, BLOCK_HEADING, 1);
    add_plain(beside, arena, own.summary, other.summary, BLOCK_PARAGRAPH, 0);
    add_aligned(beside, arena, &texts, &other_texts);
    if (own.checklist.n == 0) {
        return true;
    }
    add_plain(beside, arena, word_text(env, MSG_CHECKLIST),
        i18n_text(env->i18n, beside->with, MSG_CHECKLIST), BLOCK_HEADING, 2);
    return load_checks(beside, env, arena, own.checklist, &has_checks, err);
}

static bool
load_facts(struct beside *beside, const struct screen_env *env, struct arena *arena, struct str id,
    struct str kind, struct err *err) {
    struct store_fact *own, *other;
    size_t count, other_count;
    struct screen_env their = *env;
    their.locale = beside->with;
    struct str listing = arena_printf(arena, "facts/cities/%.*s/%.*s", STR_ARG(id), STR_ARG(kind));
    struct store_window all = STORE_ALL(listing);
    if (!store_facts(env->store, arena, env->locale, all, &own, &count, err) ||
        !store_facts(env->store, arena, beside->with, all, &other, &other_count, err)) {
        return false;
    }
    if (count > 0) {
        add_plain(beside, arena, word_for(env, WORDS_FACT, kind),
            word_for(&their, WORDS_FACT, kind), BLOCK_HEADING, 2);
    }
    for (size_t i = 0; i < count && i < other_count; i++) {
        add_plain(beside, arena, own[i].text, other[i].text, BLOCK_PARAGRAPH, 0);
    }
    return true;
}

static bool
load_city(struct beside *beside, const struct screen_env *env, struct arena *arena, struct str id,
    bool *found, struct err *err) {
    struct store_city own, other;
    struct str kind;
    if (!store_city(env->store, arena, env->locale, id, &own, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    if (!store_city(env->store, arena, beside->with, id, &other, found, err)) {
        return false;
    }
    add_plain(beside, arena, own.name, other.name, BLOCK_HEADING, 1);
    add_plain(beside, arena, own.lead, other.lead, BLOCK_PARAGRAPH, 0);
    add_plain(beside, arena, own.note, other.note, BLOCK_NOTE, 0);
    for (size_t i = 0; word_at(env, WORDS_FACT, i, &kind); i++) {
        if (!load_facts(beside, env, arena, id, kind, err)) {
            return false;
        }
    }
    return true;
}

bool
beside_load(struct beside *beside, const struct screen_env *env, struct arena *arena,
    struct str folder, struct str id, enum locale_id with, bool *found, struct err *err) {
    *beside = (struct beside){.with = with};
    if (str_eq(folder, STR("checklists"))) {
        return load_checks(beside, env, arena, id, found, err);
    }
    if (str_eq(folder, STR("cities"))) {
        return load_city(beside, env, arena, id, found, err);
    }
    return load_article(beside, env, arena, folder, id, found, err);
}
