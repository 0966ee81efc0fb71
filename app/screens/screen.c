#include "screens/screen.h"

#include "screens/registry.h"
#include "screens/rows.h"

static bool
load(struct screen *screen, const struct screen_ops *ops, const struct screen_env *env, bool *found,
    struct err *err) {
    screen->ops = ops;
    screen->model = NULL;
    screen->title =
        ops->has_own_title ? (struct str){0} : i18n_text(env->i18n, env->locale, ops->title);
    *found = true;
    store_words_again(env->store);
    return !ops->load || ops->load(screen, env, found, err);
}

bool
screen_open(struct screen *screen, const struct screen_env *env, struct str path, bool *found,
    struct err *err) {
    *screen = (struct screen){.find = registry_find};
    arena_init(&screen->arena);
    const struct screen_ops *ops = NULL;
    bool ok = screen_path_parse(&screen->arena, path, &screen->path, err);
    if (ok) {
        ops = registry_find(screen->path.name, screen->path.id.n > 0);
        *found = ops && (screen->path.part.n == 0 || ops->takes_part);
        ok = !*found || load(screen, ops, env, found, err);
    }
    if (ok && !*found) {
        bool always;
        ok = load(screen, &screen_not_found, env, &always, err);
    }
    if (!ok) {
        rows_close_all(screen->rows);
        arena_finish(&screen->arena);
    }
    return ok;
}

/* No store is asked, no path is parsed: this opens whatever went wrong before. */
static void
open_refusal(struct screen *screen, const struct screen_ops *ops, const struct screen_env *env,
    struct str path) {
    struct str rest, address = {0};
    *screen = (struct screen){.ops = ops, .title = i18n_text(env->i18n, env->locale, ops->title)};
    arena_init(&screen->arena);
    screen->path.whole = rest = arena_str(&screen->arena, path);
    str_split(&rest, '?', &address);
    str_split(&address, '/', &screen->path.name);
}

void
screen_open_always(struct screen *screen, const struct screen_env *env, struct str path,
    bool *found, struct err *why) {
    *why = (struct err){.code = ERR_NONE};
    *found = false;
    if (screen_open(screen, env, path, found, why)) {
        return;
    }
    bool leads_nowhere = why->code == ERR_USAGE;
    open_refusal(screen, leads_nowhere ? &screen_not_found : &screen_failed, env, path);
}

void
screen_close(struct screen *screen) {
    rows_close_all(screen->rows);
    arena_finish(&screen->arena);
    *screen = (struct screen){0};
}
