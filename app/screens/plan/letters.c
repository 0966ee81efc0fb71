/* letters/ID - a letter of the guides for one visit: `letters/letter-thanks?partner=ID&date=DAY`.
 * What the plan knows stands in it; what it does not know stays a box, and a list of what is left
 * to fill in stays with it. Without a partner it is the model as it is. */
#include "screens/page.h"
#include "screens/plan/fill.h"
#include "screens/plan/view.h"
#include "screens/prose.h"
#include "screens/registry.h"

struct letter {
    struct plan plan;
    struct store_article article;
    const struct store_block **blocks; /* as they are shown */
    size_t count;
    struct store_section source;
    size_t filled; /* fields that the plan filled */
};

/* A line that says which names are one field says nothing any more once that one is filled. */
static bool
is_needless(const struct fill *fill, const struct store_block *block) {
    size_t all, known = fill_count(fill, block, &all);
    bool is_list = block->kind == BLOCK_BULLET && str_find(block->text, STR("} = ")) != SIZE_MAX;
    return is_list && all > 0 && known == all;
}

static bool
load_blocks(
    struct letter *letter, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct store_block *blocks;
    struct fill fill = {0};
    size_t count;
    if (!store_blocks(
            env->store, arena, env->locale, STR("guides"), screen->path.id, &blocks, &count, err) ||
        (letter->plan.partner.id.n > 0 && !fill_load(&fill, &letter->plan, env, arena, err))) {
        return false;
    }
    letter->blocks = ARENA_ARRAY(arena, count, const struct store_block *);
    for (size_t i = 0; i < count; i++) {
        size_t all;
        if (!is_needless(&fill, &blocks[i])) {
            letter->filled += fill_count(&fill, &blocks[i], &all);
            letter->blocks[letter->count++] = fill_block(&fill, &blocks[i], arena);
        }
    }
    return true;
}

static bool
letter_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct letter *letter = ARENA_NEW(&screen->arena, struct letter);
    struct plan_asked asked = plan_ask(&screen->path);
    screen->model = letter;
    if (!plan_load(&letter->plan, env, &screen->arena, &asked, found, err)) {
        return false;
    }
    bool has_partner = *found || asked.partner.n == 0;
    if (!store_article(env->store, &screen->arena, env->locale, STR("guides"), screen->path.id,
            &letter->article, found, err)) {
        return false;
    }
    *found = *found && has_partner;
    screen->title = letter->article.title;
    return !*found ||
           (load_blocks(letter, screen, env, err) &&
               page_source_load(env, &screen->arena, letter->article.source, &letter->source, err));
}

static void
block_view(
    struct ui *ui, const struct screen_env *env, const struct store_block *block, size_t index) {
    struct arena *arena = ui_arena(ui);
    size_t count;
    struct ui_span *spans = prose_spans(&block, arena, &count);
    struct str key = arena_printf(arena, "block-%zu", index);
    switch (block->kind) {
    case BLOCK_HEADING:
        ui_space(ui, SPACE_S);
        ui_heading(ui, block->text, env->locale,
            (struct ui_heading){
                .key = key, .level = block->level, .spans = spans, .span_count = count});
        break;
    case BLOCK_BULLET:
    case BLOCK_NUMBERED:
        ui_bullet(ui, (struct ui_bullet){.key = key,
                          .text = block->text,
                          .level = block->level,
                          .number = block->kind == BLOCK_NUMBERED ? block->number : 0,
                          .spans = spans,
                          .span_count = count});
        break;
    case BLOCK_NOTE:
        said_view(ui, env, key, block->text, false);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_CELL:
        ui_text(ui, block->text, env->locale,
            (struct ui_text_spec){
                .key = key, .style = TYPE_BODY, .spans = spans, .span_count = count});
        break;
    case BLOCK_PICTURE:
    case BLOCK_SOURCE:
        break; /* a letter has none */
    }
}

/* For which visit: the way back to its plan. */
static void
visit_view(struct ui *ui, const struct screen_env *env, const struct letter *letter) {
    const struct plan *plan = &letter->plan;
    struct arena *arena = ui_arena(ui);
    if (plan->partner.id.n == 0) {
        return;
    }
    struct msg_arg args[] = {MSG_TEXT(plan->partner.name)};
    enum msg msg = plan->asked.is_incoming ? MSG_PLAN_FROM : MSG_PLAN_TO;
    struct str visit = i18n_format(env->i18n, arena, env->locale, msg, args, 1);
    struct str day = i18n_day(env->i18n, arena, env->locale, &plan->asked.day, true);
    ui_text(ui, word_join(env, arena, visit, day), env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .color = COLOR_INDIGO, .by_phrase = true});
    page_text(ui, env, word_text(env, MSG_LETTER_FILLED));
}

static void
letter_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct letter *letter = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    visit_view(ui, env, letter);
    page_take_key(ui, env, screen);
    ui_open(ui, (struct ui_box){.key = STR("body"), .gap = SPACE_M});
    for (size_t i = 0; i < letter->count; i++) {
        block_view(ui, env, letter->blocks[i], i);
    }
    ui_close(ui);
    page_source(ui, env, &letter->source);
    page_frame_close(ui);
}

const struct screen_ops screen_letter = {
    .name = "letters",
    .takes_id = true,
    .title = MSG_PLAN_LETTER,
    .has_own_title = true,
    .load = letter_load,
    .view = letter_view,
};
