/* What the bars leave: content keeps most of the panel at every text size, a keyboard on the screen
 * is all there, and a window far too small still shows its page. Read from the semantics tree, for
 * every kind of screen, in every language and profile. */
#include "visit_fixture.h"

#include "screens/registry.h"
#include "ui/semantics.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_SHARE 0.65
#define MOST_BAR 0.15f
#define MOST_BAR_TURNS 0.18f /* on handhelds, of who asked for page buttons */

struct fixture {
    struct session session;
    struct arena arena;
    struct str *kinds; /* a path of each screen, and pages of stations */
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
    static const char *const more[] = {"timeline?choose=heading", "glossary?choose=heading",
        "timeline?choose=city", "phrases?choose=category", "search?q=city", "search?q=zzzzzz",
        "language?then=back", "nowhere", "cities/hamamatsu/history", "cities/las-vegas/names",
        "compare/las-vegas/yantai"};
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

static void
show(struct fixture *f, struct str path) {
    struct err err;
    bool found;
    if (!session_show(&f->session, path, &found, &err)) {
        fail_msg("%.*s: %s", STR_ARG(path), err.message);
    }
    session_frame(&f->session, 0);
}

static double
content_share(const struct ui *ui) {
    struct str_buf json = {0};
    semantics_json(ui, &json);
    const char *key = "\"content_share\":";
    const char *at = strstr(str_buf_str(&json).p, key);
    assert_non_null(at);
    double share = strtod(at + strlen(key), NULL);
    str_buf_finish(&json);
    return share;
}

static const struct ui_node *
find(const struct fixture *f, const char *path) {
    size_t count;
    uint32_t node = ui_find(f->session.ui, str_from(path));
    return node ? &ui_nodes(f->session.ui, &count)[node] : NULL;
}

static void
check_share(struct fixture *f, struct str path, const char *profile, float scale) {
    const char *locale = locale_tag(f->session.nav.locale);
    show(f, path);
    double share = content_share(f->session.ui);
    if (share < LEAST_SHARE) {
        fail_msg("%.*s %s %s at %.2f: content has %.3f of the panel", STR_ARG(path), profile,
            locale, (double)scale, share);
    }
    const struct ui_node *bar = find(f, "bar");
    float part = f->session.looks.page_buttons ? MOST_BAR_TURNS : MOST_BAR;
    float most = part * (float)f->session.metrics.height_px;
    bool is_landing = str_eq(path, STR("language")); /* whose keys are what it is about */
    if (!is_landing && scale > BARS_TEXT_SCALE && (!bar || bar->rect.h > most)) {
        fail_msg("%.*s %s %s at %.2f: the bar takes %.0f px, more than %.0f", STR_ARG(path),
            profile, locale, (double)scale, bar ? (double)bar->rect.h : 0, (double)most);
    }
}

static void
test_room__content_keeps_two_thirds_at_every_text_size(void **state) {
    struct fixture *f = *state;
    static const float scales[] = {1, 1.4f, 1.5f, 2};
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        for (size_t s = 0; s < ARRAY_LEN(scales); s++) {
            f->session.looks.text_scale = scales[s];
            session_resize(&f->session, &profiles[p]);
            for (int locale = 0; locale < LOCALE_COUNT; locale++) {
                f->session.nav.locale = (enum locale_id)locale;
                for (size_t i = 0; i < f->count; i++) {
                    check_share(f, f->kinds[i], profiles[p].name, scales[s]);
                }
            }
        }
    }
}

/* In every step between: a page with a scrubber, which costs most, and one without. */
static void
test_room__at_every_step_of_the_text_size(void **state) {
    struct fixture *f = *state;
    static const char *const pages[] = {"timeline", "language"};
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        bool is_kiosk =
            profiles[p].posture == POSTURE_KIOSK; /* else with page buttons and without */
        for (int step = 0; step <= (is_kiosk ? 20 : 41); step++) {
            f->session.looks.text_scale = 1 + (float)(step % 21) * 0.05f;
            f->session.looks.page_buttons = step > 20;
            session_resize(&f->session, &profiles[p]);
            for (int locale = 0; locale < LOCALE_COUNT; locale++) {
                f->session.nav.locale = (enum locale_id)locale;
                for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
                    check_share(
                        f, str_from(pages[i]), profiles[p].name, f->session.looks.text_scale);
                }
            }
        }
        f->session.looks.page_buttons = false;
    }
}

/* Keys are whole on the glass, above the bar, and what is written on them is inside them. */
static void
check_keyboard(struct fixture *f, const char *profile, float scale) {
    size_t count, keys = 0;
    const struct ui_node *nodes = ui_nodes(f->session.ui, &count);
    const struct ui_node *keyboard = find(f, "keyboard"), *bar = find(f, "bar");
    const char *locale = locale_tag(f->session.nav.locale);
    assert_non_null(keyboard);
    for (size_t i = (size_t)(keyboard - nodes) + 1; i < count; i++) {
        struct rect key = nodes[nodes[i].parent].rect, seen = nodes[i].clip, all = nodes[i].rect;
        if (nodes[i].kind == NODE_TEXT && nodes[i].box.role == ROLE_TEXT && nodes[i].decorative &&
            nodes[nodes[i].parent].box.rapid) {
            bool is_inside = all.x >= key.x && all.y >= key.y && all.x + all.w <= key.x + key.w &&
                             all.y + all.h <= key.y + key.h && nodes[i].para->width_px <= key.w &&
                             !nodes[i].para->truncated;
            if (!is_inside) {
                fail_msg("%s %s %.2f: \"%.*s\" leaves its key", profile, locale, (double)scale,
                    STR_ARG(nodes[i].text));
            }
        }
        if (!nodes[i].box.rapid) {
            continue;
        }
        keys++;
        bool is_whole = seen.w >= all.w - 1 && seen.h >= all.h - 1 &&
                        (bar->rect.x + bar->rect.w < all.x || all.y + all.h <= bar->rect.y);
        if (!is_whole) {
            fail_msg("%s %s %.2f: the key \"%.*s\" is cut", profile, locale, (double)scale,
                STR_ARG(nodes[i].box.label));
        }
    }
    size_t least = f->session.keyboard.layout == KEYBOARD_FLICK ? 18 : 30;
    assert_true(keys >= least);
    const struct ui_node *field = find(f, "q");
    assert_true(field && field->clip.h >= field->rect.h - 1); /* and one sees what one types */
}

static void
test_room__a_keyboard_on_the_screen_is_whole(void **state) {
    struct fixture *f = *state;
    static const float scales[] = {1, 1.25f, 1.4f, 1.5f, 2};
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        for (size_t s = 0; s < ARRAY_LEN(scales) * LOCALE_COUNT * KEYBOARD_COUNT; s++) {
            float scale = scales[s / (LOCALE_COUNT * KEYBOARD_COUNT)];
            f->session.looks.text_scale = scale;
            session_resize(&f->session, &profiles[p]);
            f->session.nav.locale = (enum locale_id)(s % LOCALE_COUNT);
            show(f, STR("search?q=city"));
            f->session.keyboard.is_open = true;
            f->session.keyboard.layout = (enum keyboard_id)(s / LOCALE_COUNT % KEYBOARD_COUNT);
            session_frame(&f->session, 0);
            if (find(f, "keyboard")) {
                check_keyboard(f, profiles[p].name, scale);
            } else { /* a phone, or a tablet that is read as one, brings its own */
                assert_int_equal(profiles[p].posture, POSTURE_HANDHELD);
            }
        }
    }
    f->session.keyboard.is_open = false;
}

/* Some words of the page, whole lines of them, can be read. */
static bool
shows_words(const struct fixture *f) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->session.ui, &count);
    const struct ui_node *page = find(f, "page");
    for (size_t i = (size_t)(page - nodes) + 1; i < count; i++) {
        float line = nodes[i].para ? nodes[i].style.line_height_px : 0;
        if (line > 0 && nodes[i].clip.h >= line - 1 && nodes[i].clip.w > 0) {
            return true;
        }
    }
    return false;
}

static void
test_room__a_small_window_shows_its_page_first(void **state) {
    struct fixture *f = *state;
    static const struct {
        int width, height;
    } sizes[] = {{200, 200}, {160, 400}, {400, 160}, {320, 240}, {640, 200}, {120, 120}, {1, 1}};
    size_t count;
    const struct profile *profiles = profile_table(&count);
    f->session.looks.text_scale = 1;
    for (size_t s = 0; s < ARRAY_LEN(sizes); s++) {
        for (size_t p = 0; p < count; p++) {
            struct profile small = profiles[p];
            small.width_px = sizes[s].width;
            small.height_px = sizes[s].height;
            session_resize(&f->session, &small);
            for (size_t i = 0; i < f->count; i++) {
                show(f, f->kinds[i]);
                const struct ui_node *page = find(f, "page");
                double share = content_share(f->session.ui);
                bool is_usable = share >= 0.6 || sizes[s].height == 1;
                if (!is_usable || !page ||
                    (sizes[s].height >= 160 && sizes[s].width >= 160 && !shows_words(f))) {
                    fail_msg("%dx%d %s %.*s: %.3f for content", sizes[s].width, sizes[s].height,
                        small.name, STR_ARG(f->kinds[i]), share);
                }
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_room__content_keeps_two_thirds_at_every_text_size),
        cmocka_unit_test(test_room__at_every_step_of_the_text_size),
        cmocka_unit_test(test_room__a_keyboard_on_the_screen_is_whole),
        cmocka_unit_test(test_room__a_small_window_shows_its_page_first),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
