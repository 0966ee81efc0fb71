/* more - everything that there is, by its kind. */
#include "base/check.h"
#include "screens/contents.h"
#include "screens/home.h"
#include "screens/page.h"
#include "screens/registry.h"

static bool
more_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct contents *contents = ARENA_NEW(&screen->arena, struct contents);
    struct store_info info;
    (void)found;
    screen->model = contents;
    return store_info(env->store, &screen->arena, &info, err) &&
           contents_load(contents, env, &screen->arena, &info, err);
}

static void
tile(struct ui *ui, const struct screen_env *env, const struct contents_part *tile) {
    ui_link_row(ui, (struct ui_link_row){.key = str_from(tile->path),
                        .title = word_text(env, tile->title),
                        .text = word_text(env, tile->text),
                        .icon = str_from(tile->icon),
                        .action = arena_printf(ui_arena(ui), "open %s", tile->path)});
}

static void
more_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    static const struct contents_part others[] = {
        {"map", "location", MSG_TITLE_MAP, MSG_HOME_MAP, false},
        {"compare", "compare", MSG_TITLE_COMPARE, MSG_HOME_COMPARE, false}};
    static const struct contents_part kept = {"kept", "star", MSG_TITLE_KEPT, MSG_KEPT_LEAD, false};
    const struct contents *contents = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    ui_open(ui, (struct ui_box){.key = STR("tiles"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 320,
                    .gap = SPACE_M});
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        tile(ui, env, &others[i]);
    }
    if (env->own) {
        tile(ui, env, &kept);
    }
    for (size_t i = 0; i < 2 * contents->count; i++) { /* what is not seen at home comes first */
        const struct contents_part *part = contents->parts[i % contents->count];
        if (home_has_door(part->path) == (i >= contents->count)) {
            tile(ui, env, part);
        }
    }
    ui_close(ui);
    page_frame_close(ui);
}

const struct screen_ops screen_more = {
    .name = "more",
    .title = MSG_TITLE_MORE,
    .load = more_load,
    .view = more_view,
    .max_width = 1080,
};
