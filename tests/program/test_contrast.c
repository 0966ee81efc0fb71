/* Every pair of colours in use: what is written on every kind of screen, in every theme, calm or
 * not, with the sheet and without, is read from the semantics tree and measured. */
#include "visit_fixture.h"

#include "base/check.h"
#include "screens/registry.h"
#include "ui/semantics.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
    struct session session;
    struct arena arena;
    struct str *kinds; /* a path of each screen */
    size_t count;
};

static bool
is_new_kind(const struct fixture *f, struct str path) {
    struct str rest = path, name;
    str_split(&rest, '?', &name);
    bool has_id = str_find(name, STR("/")) != SIZE_MAX;
    rest = name;
    str_split(&rest, '/', &name);
    for (size_t i = 0; i < f->count; i++) {
        bool other_has_id = str_find(f->kinds[i], STR("/")) != SIZE_MAX;
        if (str_starts(f->kinds[i], name) && other_has_id == has_id) {
            return false;
        }
    }
    return true;
}

static int
open_session(void **state) {
    static struct fixture f;
    static const char *const more[] = {"search?q=city", "search?q=zzzzzz",
        "cities/yuzhno-sakhalinsk", "timeline?choose=heading", "nowhere"};
    struct err err;
    struct options options;
    struct path_list paths = {.arena = &f.arena};
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    arena_init(&f.arena);
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&f.session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    struct screen_env env = session_env(&f.session);
    *state = &f;
    if (!registry_paths(&env, &paths, &err)) {
        return -1;
    }
    f.kinds = ARENA_ARRAY(&f.arena, paths.count + ARRAY_LEN(more), struct str);
    for (size_t i = 0; i < paths.count; i++) {
        if (is_new_kind(&f, paths.paths[i])) {
            f.kinds[f.count++] = paths.paths[i];
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(more); i++) {
        f.kinds[f.count++] = str_from(more[i]);
    }
    return 0;
}

static int
close_session(void **state) {
    struct fixture *f = *state;
    session_close(&f->session);
    arena_finish(&f->arena);
    return 0;
}

/* The colour after `key` between the two places; false when there is none. */
static bool
color_after(const char *from, const char *to, const char *key, struct color *out) {
    const char *at = strstr(from, key);
    if (!at || at >= to) {
        return false;
    }
    unsigned long rgb = strtoul(at + strlen(key), NULL, 16);
    *out = COLOR_RGB((uint32_t)rgb);
    return true;
}

/* Nodes with ink are texts; those that have a colour and no ink are icons. Returns how many. */
static size_t
check_nodes(const struct fixture *f, struct str path, const char *json) {
    const struct theme *theme = f->session.theme;
    size_t texts = 0;
    for (const char *at = strstr(json, "{\"id\":"), *next; at; at = next) {
        next = strstr(at + 1, "{\"id\":");
        const char *end = next ? next : at + strlen(at);
        const char *ink = strstr(at, "\"ink_mm\":");
        struct color fg, bg;
        if (!color_after(at, end, "\"fg\":\"#", &fg) || !color_after(at, end, "\"bg\":\"#", &bg)) {
            continue;
        }
        bool is_text = ink && ink < end;
        double least = theme_least(theme, is_text ? THEME_TEXT : THEME_SHAPE);
        double contrast = color_contrast(fg, bg);
        if (contrast < least) {
            fail_msg("%.*s %s%s: %.2f, owes %.0f: %.*s", STR_ARG(path),
                theme->is_calm ? "calm " : "", theme->name, contrast, least,
                (int)(end - at < 160 ? end - at : 160), at);
        }
        texts += is_text;
    }
    return texts;
}

static size_t
check_screen(struct fixture *f, struct str path) {
    struct err err;
    bool found;
    struct str_buf json = {0};
    if (!session_show(&f->session, path, &found, &err) && err.code != ERR_USAGE) {
        fail_msg("%.*s: %s", STR_ARG(path), err.message);
    }
    session_frame(&f->session, 0);
    semantics_json(f->session.ui, &json);
    size_t texts = check_nodes(f, path, str_buf_str(&json).p);
    str_buf_finish(&json);
    return texts;
}

static void
test_contrast__of_every_screen_in_every_theme(void **state) {
    struct fixture *f = *state;
    size_t count, texts = 0;
    const struct theme *themes = theme_table(&count);
    for (size_t t = 0; t < 2 * count; t++) {
        struct looks looks = f->session.looks;
        looks.theme = &themes[t / 2];
        looks.is_calm = t % 2;
        session_set_looks(&f->session, &looks);
        f->session.nav.locale = (enum locale_id)(t % LOCALE_COUNT);
        for (size_t i = 0; i < f->count; i++) {
            f->session.shows_display = i % 5 == 0;
            texts += check_screen(f, f->kinds[i]);
        }
    }
    assert_true(f->count >= 20 && texts > 2 * count * f->count * 10);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_contrast__of_every_screen_in_every_theme),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
