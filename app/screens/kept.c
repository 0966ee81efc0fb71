/* kept - what the owner of a handheld keeps: `kept`, and `kept?erase=1`, which asks before it lets
 * all of it go. There is no such page on a shared panel. */
#include "screens/page.h"
#include "screens/plan/model.h"
#include "screens/registry.h"

#include "base/check.h"

/* Kinds that lead to a page. */
static const struct {
    enum own_kind kind;
    const char *word;
    enum msg heading;
} shelves[] = {
    {OWN_VISIT, "visit", MSG_KEPT_VISITS},
    {OWN_BOOKMARK, "page", MSG_KEPT_PAGES},
};

struct kept {
    struct {
        struct str *titles; /* as the pages are called now; empty: there is no such page */
        int64_t *ids;
        size_t count;
    } shelves[ARRAY_LEN(shelves)];
};

/* The page an entry leads to. */
static struct str
path_of(enum own_kind kind, const struct own_entry *entry) {
    return kind == OWN_VISIT ? entry->text : entry->key;
}

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

static void
load_shelf(struct kept *kept, size_t shelf, struct screen *screen, const struct screen_env *env) {
    enum own_kind kind = shelves[shelf].kind;
    size_t count = own_count(env->own, kind);
    struct str *titles = ARENA_ARRAY(&screen->arena, count, struct str);
    int64_t *ids = ARENA_ARRAY(&screen->arena, count, int64_t);
    for (size_t i = 0; i < count; i++) {
        const struct own_entry *entry = own_at(env->own, kind, i);
        ids[i] = entry->id;
        titles[i] = title_of(screen->find, env, &screen->arena, path_of(kind, entry));
    }
    kept->shelves[shelf].titles = titles;
    kept->shelves[shelf].ids = ids;
    kept->shelves[shelf].count = count;
}

static bool
kept_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct kept *kept = ARENA_NEW(&screen->arena, struct kept);
    (void)err;
    screen->model = kept;
    *found = env->own != NULL;
    for (size_t i = 0; *found && i < ARRAY_LEN(shelves); i++) {
        load_shelf(kept, i, screen, env);
    }
    return true;
}

static struct str
title_now(const struct kept *kept, size_t shelf, int64_t id) {
    for (size_t i = 0; i < kept->shelves[shelf].count; i++) {
        if (kept->shelves[shelf].ids[i] == id) {
            return kept->shelves[shelf].titles[i];
        }
    }
    return (struct str){0};
}

/* The day of a visit; nothing for other pages. */
static struct str
day_of(const struct screen_env *env, struct arena *arena, struct str path) {
    struct screen_path parsed;
    struct err err;
    if (!screen_path_parse(arena, path, &parsed, &err)) {
        return (struct str){0};
    }
    struct plan_asked asked = plan_ask(&parsed);
    return asked.day.precision == EDTF_DAY
               ? i18n_day(env->i18n, arena, env->locale, &asked.day, true)
               : (struct str){0};
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
page_row(struct ui *ui, const struct screen_env *env, const struct kept *kept, size_t shelf,
    const struct own_entry *entry) {
    struct arena *arena = ui_arena(ui);
    enum own_kind kind = shelves[shelf].kind;
    const char *word = shelves[shelf].word;
    struct str now = title_now(kept, shelf, entry->id), path = path_of(kind, entry);
    struct str title = now.n > 0 ? now : kind == OWN_VISIT ? entry->key : entry->text;
    ui_open(ui, (struct ui_box){.key = arena_printf(arena, "%s-%lld", word, (long long)entry->id),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .role = ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.grow = 1});
    if (now.n > 0) {
        ui_link_row(ui, (struct ui_link_row){.key = STR("open"),
                            .title = title,
                            .text = kind == OWN_VISIT ? day_of(env, arena, path) : (struct str){0},
                            .action = arena_printf(arena, "open %.*s", STR_ARG(path))});
    } else {
        ui_text(ui, title, env->locale, (struct ui_text_spec){.style = TYPE_LABEL});
        ui_remark(ui, word_text(env, MSG_KEPT_GONE));
    }
    ui_close(ui);
    remove_key(ui, env, word, entry->id, title);
    ui_close(ui);
}

static void
shelf_view(struct ui *ui, const struct screen_env *env, const struct kept *kept, size_t shelf) {
    enum own_kind kind = shelves[shelf].kind;
    size_t count = own_count(env->own, kind);
    if (count == 0) {
        return;
    }
    page_section_open(
        ui, env, str_from(shelves[shelf].word), word_text(env, shelves[shelf].heading));
    ui_open(ui, (struct ui_box){.key = STR("list"), .gap = SPACE_S, .role = ROLE_LIST});
    for (size_t i = count; i > 0; i--) { /* the last one first */
        page_row(ui, env, kept, shelf, own_at(env->own, kind, i - 1));
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
    struct msg_arg args[] = {MSG_TEXT(kind == OWN_VISIT ? removed->key : removed->text)};
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
    if (own_count(env->own, OWN_BOOKMARK) + own_count(env->own, OWN_VISIT) == 0) {
        ui_empty(ui, (struct ui_empty){.icon = STR("star"),
                         .title = word_text(env, MSG_KEPT_NONE),
                         .text = word_text(env, MSG_KEPT_NONE_TEXT)});
    }
    for (size_t i = 0; i < ARRAY_LEN(shelves); i++) {
        shelf_view(ui, env, kept, i);
    }
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
