/* tour - every screen in three languages as PNG files: for those without a display, and for anyone
 * who wants to judge a change by eye. Of screens that share one template (terms, phrases, schools)
 * the first stands for all. */
#include "commands/commands.h"
#include "commands/picture.h"

#include "base/file.h"
#include "screens/registry.h"

#include <stdio.h>

static bool
is_one_of_many(const struct path_list *list, size_t index) {
    static const struct str templates[] = {
        STR_INIT("glossary/"), STR_INIT("phrases/"), STR_INIT("schools/"), STR_INIT("holidays/")};
    for (size_t i = 0; i < sizeof(templates) / sizeof(templates[0]); i++) {
        if (str_starts(list->paths[index], templates[i])) {
            return index > 0 && str_starts(list->paths[index - 1], templates[i]);
        }
    }
    return false;
}

/* cities/hamamatsu -> cities-hamamatsu; ?, = and % have no place in file names either. */
static struct str
file_name(struct arena *arena, struct str path) {
    struct str name = arena_str(arena, path);
    char *p = arena_alloc(arena, name.n + 1);
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        p[i] = plain ? c : '-';
    }
    return (struct str){p, name.n};
}

static bool
draw_all(struct session *session, struct draw_sdl *draw, const struct path_list *list,
    const char *folder, size_t *drawn, struct err *err) {
    struct arena arena;
    bool ok = true;
    arena_init(&arena);
    for (size_t i = 0; ok && i < list->count; i++) {
        bool found;
        if (is_one_of_many(list, i)) {
            continue;
        }
        const char *file = arena_printf(&arena, "%s/%s.%s.png", folder,
            file_name(&arena, list->paths[i]).p, locale_tag(session->nav.locale))
                               .p;
        ok = session_show(session, list->paths[i], &found, err) &&
             picture_draw(session, draw, 0, err) && draw_sdl_save_png(draw, file, err);
        *drawn += ok;
    }
    arena_finish(&arena);
    return ok;
}

static bool
tour(struct session *session, const char *folder, size_t *drawn, struct err *err) {
    struct arena arena;
    struct screen_env env = session_env(session);
    arena_init(&arena);
    struct path_list list = {.arena = &arena};
    struct draw_sdl *draw = picture_open(session, err);
    bool ok = draw && registry_paths(&env, &list, err) && file_make_directory(folder, err);
    for (int locale = 0; ok && locale < LOCALE_COUNT; locale++) {
        session->nav.locale = (enum locale_id)locale;
        ok = draw_all(session, draw, &list, folder, drawn, err);
    }
    draw_sdl_close(draw);
    arena_finish(&arena);
    return ok;
}

int
command_tour(const struct options *options) {
    struct session session;
    struct err err;
    size_t drawn = 0;
    if (!options->out) {
        return command_fail(EXIT_USAGE, "tour needs --out FOLDER");
    }
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    bool ok = tour(&session, options->out, &drawn, &err);
    session_close(&session);
    if (!ok) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    printf("%zu pictures in %s\n", drawn, options->out);
    return EXIT_DONE;
}
