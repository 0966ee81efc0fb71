/* kept - what the owner of a handheld keeps: `kept`, and `kept?erase=1`, which asks before it lets
 * all of it go. There is no such page on a shared panel. */
#include "screens/page.h"
#include "screens/registry.h"

struct kept {
    struct str *titles; /* of the pages, as they are called now; empty: there is no such page */
    int64_t *ids;
    size_t count;
};

/* What the page at that path is called in this language; empty: there is none. */
static struct str
title_of(screen_find_fn *find, const struct screen_env *env, struct arena *arena, struct str path) {
    struct screen page = {.find = find};
    struct str title = {0};
    struct err err;
    bool found = true;
    arena_init(&page.arena);
    bool ok = screen_path_parse(&page.arena, path, &page.path, &err);
    page.ops = ok ? find(page.path.name, page.path.id.n > 0) : NULL;
    if (page.ops && (page.path.part.n == 0 || page.ops->takes_part)) {
        page.title = i18n_text(env->i18n, env->locale, page.ops->title);
        ok = !page.ops->load || page.ops->load(&page, env, &found, &err);
        title = ok && found ? arena_str(arena, page.title) : (struct str){0};
        rows_close_all(page.rows);
    }
    arena_finish(&page.arena);
    return title;
}

static bool
kept_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct kept *kept = ARENA_NEW(&screen->arena, struct kept);
    (void)err;
    screen->model = kept;
    *found = env->own != NULL;
    if (!*found) {
        return true;
    }
    kept->count = own_count(env->own, OWN_BOOKMARK);
    kept->titles = ARENA_ARRAY(&screen->arena, kept->count, struct str);
    kept->ids = ARENA_ARRAY(&screen->arena, kept->count, int64_t);
    for (size_t i = 0; i < kept->count; i++) {
        const struct own_entry *entry = own_at(env->own, OWN_BOOKMARK, i);
        kept->ids[i] = entry->id;
        kept->titles[i] = title_of(screen->find, env, &screen->arena, entry->key);
    }
    return true;
}

static struct str
title_now(const struct kept *kept, int64_t id) {
    for (size_t i = 0; i < kept->count; i++) {
        if (kept->ids[i] == id) {
            return kept->titles[i];
        }
    }
    return (struct str){0};
}

static void
remove_key(
    struct ui *ui, const struct screen_env *env, const char *kind, int64_t id, struct str title) {
    struct msg_arg args[] = {MSG_TEXT(title)};
    ui_icon_button(ui,
        (struct ui_icon_button){.key = STR("remove"),
            .label = i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_KEPT_REMOVE, args, 1),
            .icon = STR("close"),
            .action = arena_printf(ui_arena(ui), "own remove %s %lld", kind, (long long)id)});
}

/* A page that is gone keeps its name, and leads nowhere. */
static void
page_row(struct ui *ui, const struct screen_env *env, const struct kept *kept,
    const struct own_entry *entry) {
    struct arena *arena = ui_arena(ui);
    struct str now = title_now(kept, entry->id), title = now.n > 0 ? now : entry->text;
    ui_open(ui, (struct ui_box){.key = arena_printf(arena, "page-%lld", (long long)entry->id),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .role = ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.grow = 1});
    if (now.n > 0) {
        ui_link_row(ui, (struct ui_link_row){.key = STR("open"),
                            .title = title,
                            .action = arena_printf(arena, "open %.*s", STR_ARG(entry->key))});
    } else {
        ui_text(ui, title, env->locale, (struct ui_text_spec){.style = TYPE_LABEL});
        ui_remark(ui, word_text(env, MSG_KEPT_GONE));
    }
    ui_close(ui);
    remove_key(ui, env, "page", entry->id, title);
    ui_close(ui);
}

static void
pages(struct ui *ui, const struct screen_env *env, const struct kept *kept) {
    size_t count = own_count(env->own, OWN_BOOKMARK);
    if (count == 0) {
        return;
    }
    page_section_open(ui, env, STR("pages"), word_text(env, MSG_KEPT_PAGES));
    ui_open(ui, (struct ui_box){.key = STR("list"), .gap = SPACE_S, .role = ROLE_LIST});
    for (size_t i = count; i > 0; i--) { /* the last one first */
        page_row(ui, env, kept, own_at(env->own, OWN_BOOKMARK, i - 1));
    }
    ui_close(ui);
    ui_close(ui);
}

/* What was just taken away, and the way back. */
static void
undo_view(struct ui *ui, const struct screen_env *env) {
    enum own_kind kind;
    const struct own_entry *removed = own_removed(env->own, &kind);
    if (!removed) {
        return;
    }
    struct msg_arg args[] = {MSG_TEXT(removed->text)};
    ui_open(ui, (struct ui_box){.key = STR("removed"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .padding = ui_pad(SPACE_M),
                    .radius = RADIUS_M,
                    .background = COLOR_SUNK,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_text(ui, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_KEPT_REMOVED, args, 1),
        env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    ui_button(ui, (struct ui_button){.key = STR("undo"),
                      .label = word_text(env, MSG_UNDO),
                      .icon = STR("previous"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = STR("own undo")});
    ui_close(ui);
}

static void
erase_dialog(struct ui *ui, const struct screen_env *env) {
    ui_dialog_open(ui, (struct ui_dialog){.key = STR("erase"),
                           .title = word_text(env, MSG_ERASE_TITLE),
                           .icon = STR("warning"),
                           .tone = TONE_WARNING,
                           .dismiss = STR("back")});
    page_text(ui, env, word_text(env, MSG_ERASE_TEXT));
    ui_button(ui, (struct ui_button){.key = STR("cancel"),
                      .label = word_text(env, MSG_CANCEL),
                      .action = STR("back"),
                      .kind = UI_BUTTON_SECONDARY,
                      .fill = true});
    ui_button(ui, (struct ui_button){.key = STR("yes"),
                      .label = word_text(env, MSG_ERASE_YES),
                      .action = STR("own erase"),
                      .fill = true});
    ui_dialog_close(ui);
}

static void
kept_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct kept *kept = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, MSG_KEPT_LEAD));
    undo_view(ui, env);
    if (own_count(env->own, OWN_BOOKMARK) == 0) {
        ui_empty(ui, (struct ui_empty){.icon = STR("star"),
                         .title = word_text(env, MSG_KEPT_NONE),
                         .text = word_text(env, MSG_KEPT_NONE_TEXT)});
    }
    pages(ui, env, kept);
    ui_button(ui, (struct ui_button){.key = STR("erase-all"),
                      .label = word_text(env, MSG_ERASE_ALL),
                      .icon = STR("reset"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = STR("open kept?erase=1")});
    page_frame_close(ui);
    if (screen_path_value(&screen->path, STR("erase")).n > 0) {
        erase_dialog(ui, env);
    }
}

const struct screen_ops screen_kept = {
    .name = "kept",
    .title = MSG_TITLE_KEPT,
    .load = kept_load,
    .view = kept_view,
    .is_hidden = true,
};
