#include "session_hand.h"

#include "ui/plain.h"

/* A page is laid out on a panel as high as this many of the real ones, so that its lists declare
 * their rows; what is longer is cut. */
#define PANELS_HIGH 60
#define DECLARATIONS_MOST 12

/* Its page as text: what it declares is what can be read. */
static bool
read_page(const struct session *session, const struct screen *screen, const struct screen_env *env,
    struct arena *arena, struct hand *hand) {
    struct ui *ui = ui_create(session->engine);
    struct profile tall = session->wanted;
    struct metrics metrics;
    struct str_buf text = {0};
    tall.height_px *= PANELS_HIGH;
    metrics_resolve(&metrics, &tall, &session->ink, 1);
    for (int i = 0; i < DECLARATIONS_MOST && (i == 0 || ui_is_incomplete(ui)); i++) {
        ui_begin(ui, &(struct ui_frame){.screen = screen->path.name,
                         .locale = env->locale,
                         .metrics = &metrics,
                         .theme = session->theme,
                         .reduced_motion = true,
                         .shows_notes = true});
        screen->ops->view(screen, env, ui);
        ui_end(ui);
    }
    ui_plain_text(ui, STR("page"), &text);
    hand->is_cut = ui_scroll_has_more(ui, STR("page"), true);
    hand->text = arena_str(arena, str_buf_str(&text));
    str_buf_finish(&text);
    ui_destroy(ui);
    return true;
}

bool
session_hand(const void *session, const struct screen_env *whose, struct str path,
    struct arena *arena, struct hand *hand, bool *found, struct err *err) {
    struct screen screen;
    struct screen_env env = *whose;
    *hand = (struct hand){0};
    env.own = NULL;   /* and what its owner keeps is not a page's */
    env.hands = NULL; /* what is taken along is not itself a page to take along */
    if (!screen_open(&screen, &env, path, found, err)) {
        return false;
    }
    bool ok = true;
    if (*found) {
        hand->title = arena_str(arena, screen.title);
        ok = !screen.ops->hand || screen.ops->hand(&screen, &env, arena, hand, err);
        ok = ok && (hand->text.n > 0 || read_page(session, &screen, &env, arena, hand));
    }
    screen_close(&screen);
    return ok;
}
