#include "screens/categories.h"

#include "base/vec.h"
#include "screens/page.h"
#include "ui/metrics.h"
#include "ui/widgets.h"

/* On a narrow panel, or in large text, more would leave no room for what they divide. */
#define MOST_CHIPS 6

bool
categories_load(struct categories *categories, struct screen *screen, const struct screen_env *env,
    enum word_list list, const char *folder, struct err *err) {
    struct arena *arena = &screen->arena;
    struct str asked = screen_path_value(&screen->path, STR("category")), id;
    *categories = (struct categories){.list = list, .folder = folder};
    word_at(env, list, 0, &categories->selected);
    for (size_t i = 0; word_at(env, list, i, &id); i++) {
        size_t rows;
        struct str listing =
            arena_printf(arena, "%s/%.*s/%s", folder, STR_ARG(id), locale_tag(env->locale));
        if (!store_listing_size(env->store, listing, &rows, err)) {
            return false;
        }
        if (rows == 0) {
            continue;
        }
        VEC_ROOM_IN(arena, categories->ids, categories->count, categories->cap, 1);
        categories->ids[categories->count++] = id;
        if (categories->count == 1 || str_eq(id, asked)) {
            categories->selected = id;
        }
    }
    categories->is_choosing =
        categories->count > 1 &&
        str_eq(screen_path_value(&screen->path, STR("choose")), STR("category"));
    return true;
}

static struct str
action_of(struct ui *ui, const struct categories *categories, struct str id) {
    return arena_printf(ui_arena(ui), "replace %s?category=%.*s", categories->folder, STR_ARG(id));
}

static void
chip(struct ui *ui, const struct screen_env *env, const struct categories *categories,
    struct str id) {
    ui_chip(ui, (struct ui_chip){.key = id,
                    .label = word_for(env, categories->list, id),
                    .action = action_of(ui, categories, id),
                    .selected = str_eq(id, categories->selected)});
}

void
categories_chips(struct ui *ui, const struct screen_env *env, const struct categories *categories) {
    const struct metrics *m = ui_metrics(ui);
    bool is_tight = m->width_class == WIDTH_COMPACT || m->text_scale >= LARGE_TEXT_SCALE;
    bool fits = !is_tight || categories->count <= MOST_CHIPS;
    if (categories->count < 2) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("categories"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_CATEGORIES),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    for (size_t i = 0; i < categories->count; i++) {
        struct str id = categories->ids[i];
        if (fits || i == 0 || str_eq(id, categories->selected)) {
            chip(ui, env, categories, id);
        }
    }
    if (!fits) {
        ui_chip(ui, (struct ui_chip){.key = STR("choose"),
                        .label = word_text(env, MSG_CHOOSE_CATEGORY),
                        .icon = STR("list"),
                        .action = arena_printf(
                            ui_arena(ui), "open %s?choose=category", categories->folder)});
    }
    ui_close(ui);
}

/* In the frame's arena. */
struct view {
    const struct categories *categories;
    const struct screen_env *env;
};

static void
category_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    struct str id = view->categories->ids[i];
    ui_link_row(ui, (struct ui_link_row){.key = id,
                        .title = word_for(view->env, view->categories->list, id),
                        .action = action_of(ui, view->categories, id)});
}

void
categories_view(const struct screen *screen, const struct screen_env *env, struct ui *ui,
    const struct categories *categories) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    struct str title = word_text(env, MSG_CHOOSE_CATEGORY);
    *view = (struct view){categories, env};
    page_frame_open(screen, env, ui);
    page_head(ui, env, title, (struct str){0}, screen->title);
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = title,
                    .content = STR("categories"),
                    .count = categories->count,
                    .min_column = 150,
                    .gap = SPACE_S,
                    .row = category_row,
                    .self = view});
    page_frame_close(ui);
}

void
categories_paths(const struct screen_env *env, struct path_list *paths, enum word_list list,
    const char *folder) {
    struct str id;
    for (size_t i = 1; word_at(env, list, i, &id); i++) {
        path_list_add(paths, arena_printf(paths->arena, "%s?category=%.*s", folder, STR_ARG(id)));
    }
}
