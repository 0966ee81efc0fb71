/* Layout of a few screens as text, and three pictures of them in pixels: the README shows those. */
#include "golden.h"

#include "commands/picture.h"
#include "session.h"

#include <SDL.h>
#include <SDL_image.h>
#include <unistd.h>

#define GOLDENS NARU_SOURCE_DIR "/tests/program/goldens/"
#define PICTURES NARU_SOURCE_DIR "/tests/pictures/"

enum { CHANNEL_TOLERANCE = 32, WRONG_PER_MILLE = 4 };

static int
open_session(void **state) {
    static struct session session;
    struct err err;
    struct options options;
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    *state = &session;
    return 0;
}

static int
close_session(void **state) {
    session_close(*state);
    return 0;
}

static void
show(struct session *session, const char *path, enum locale_id locale) {
    struct err err;
    bool found;
    session->nav.locale = locale;
    if (!session_show(session, str_from(path), &found, &err)) {
        fail_msg("%s", err.message);
    }
    assert_true(found);
    session_frame(session, 0);
    session_frame(session, 0);
}

static void
print_layout(const struct session *session, struct str_buf *out) {
    size_t count;
    struct arena arena;
    const struct ui_node *nodes = ui_nodes(session->ui, &count);
    arena_init(&arena);
    for (size_t i = 1; i < count; i++) {
        struct rect r = nodes[i].rect;
        struct str path = ui_node_path(session->ui, (uint32_t)i, &arena);
        str_buf_printf(out, "%.*s %.0f %.0f %.0f %.0f", STR_ARG(path), (double)r.x, (double)r.y,
            (double)r.w, (double)r.h);
        if (nodes[i].kind == NODE_TEXT) {
            str_buf_printf(out, " %zu lines", nodes[i].para ? nodes[i].para->line_count : 0);
        }
        str_buf_byte(out, '\n');
    }
    arena_finish(&arena);
}

static void
print_keys(const struct session *session, struct str_buf *out) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(session->ui, &count);
    uint32_t keyboard = ui_find(session->ui, STR("keyboard"));
    assert_true(keyboard > 0);
    for (uint32_t row = nodes[keyboard].first_child; row != 0; row = nodes[row].next) {
        for (uint32_t key = nodes[row].first_child; key != 0; key = nodes[key].next) {
            struct rect r = nodes[key].rect;
            if (nodes[key].box.action.n > 0) {
                str_buf_printf(out, "%.*s|%.*s %.0f %.0f %.0f %.0f\n",
                    STR_ARG(nodes[key].box.action), STR_ARG(nodes[key].box.label), (double)r.x,
                    (double)r.y, (double)r.w, (double)r.h);
            }
        }
    }
}

static void
test_goldens__layout_is_what_it_was(void **state) {
    static const struct {
        const char *path, *file, *profile;
    } screens[] = {
        {"language", "language", "kiosk-landscape"},
        {"home", "home", "kiosk-portrait"},
        {"cities/hamamatsu", "city", "kiosk-portrait"},
        {"cities/las-vegas/people", "people", "tablet-landscape"},
        {"compare/las-vegas/hamamatsu", "compare", "kiosk-portrait"},
        {"guides/visiting-institutions", "guide", "phone"},
        {"search", "search", "kiosk-portrait"},
        {"help", "help", "tablet-landscape"},
        {"guides/first-contact?with=ja", "beside", "tablet-landscape"},
        {"face/phrases/please-treat-well?turned=1", "face", "tablet-landscape"},
    };
    struct session *session = *state;
    for (size_t i = 0; i < ARRAY_LEN(screens); i++) {
        session_resize(session, profile_lookup(str_from(screens[i].profile)));
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            char file[512];
            struct str_buf out = {0};
            show(session, screens[i].path, (enum locale_id)locale);
            print_layout(session, &out);
            snprintf(file, sizeof(file), GOLDENS "%s.%s.txt", screens[i].file,
                locale_tag((enum locale_id)locale));
            golden_check(file, str_buf_str(&out));
            str_buf_finish(&out);
        }
    }
}

/* Where the keys of each keyboard lie, at both ends of the text size; on a panel of each shape. */
static void
test_goldens__keys_are_where_they_were(void **state) {
    static const char *const profiles[] = {"kiosk-portrait", "kiosk-landscape"};
    struct session *session = *state;
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        char file[512];
        struct str_buf out = {0};
        for (size_t i = 0; i < 2 * ARRAY_LEN(profiles) * KEYBOARD_COUNT; i++) {
            size_t panel = i / KEYBOARD_COUNT;
            enum keyboard_id keyboard = (enum keyboard_id)(i % KEYBOARD_COUNT);
            session->looks.text_scale = panel % 2 ? 2 : 1;
            session_resize(session, profile_lookup(str_from(profiles[panel / 2])));
            show(session, "search", (enum locale_id)locale);
            session->keyboard.layout = keyboard;
            session_frame(session, 0);
            str_buf_printf(&out, "== %s %s %.0f\n", profiles[panel / 2],
                keyboard_layout(keyboard)->name, (double)session->looks.text_scale);
            print_keys(session, &out);
        }
        snprintf(
            file, sizeof(file), GOLDENS "keyboards.%s.txt", locale_tag((enum locale_id)locale));
        golden_check(file, str_buf_str(&out));
        str_buf_finish(&out);
    }
    session->looks.text_scale = 1;
}

static SDL_Surface *
load_picture(const char *path) {
    SDL_Surface *loaded = IMG_Load(path);
    if (!loaded) {
        fail_msg("%s: %s; GOLDEN=update draws it", path, IMG_GetError());
    }
    SDL_Surface *picture = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(loaded);
    return picture;
}

static bool
is_close(Uint32 a, Uint32 b) {
    for (int shift = 0; shift < 24; shift += 8) {
        int difference = (int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF);
        if (difference > CHANNEL_TOLERANCE || difference < -CHANNEL_TOLERANCE) {
            return false;
        }
    }
    return true;
}

static void
compare_pictures(const char *actual_path, const char *expected_path) {
    SDL_Surface *actual = load_picture(actual_path), *expected = load_picture(expected_path);
    assert_int_equal(actual->w, expected->w);
    assert_int_equal(actual->h, expected->h);
    long wrong = 0;
    for (int y = 0; y < actual->h; y++) {
        const Uint32 *a = (const Uint32 *)((const Uint8 *)actual->pixels + y * actual->pitch);
        const Uint32 *e = (const Uint32 *)((const Uint8 *)expected->pixels + y * expected->pitch);
        for (int x = 0; x < actual->w; x++) {
            wrong += !is_close(a[x], e[x]);
        }
    }
    long all = (long)actual->w * actual->h;
    SDL_FreeSurface(actual);
    SDL_FreeSurface(expected);
    if (wrong * 1000 > all * WRONG_PER_MILLE) {
        fail_msg("%s: %ld of %ld pixels differ; see %s", expected_path, wrong, all, actual_path);
    }
    remove(actual_path);
}

static void
test_goldens__pictures_look_as_they_did(void **state) {
    static const struct {
        const char *path, *file;
        enum locale_id locale;
    } pictures[] = {
        {"language", "first.ko.png", LOCALE_KO},
        {"home", "home.ko.png", LOCALE_KO},
        {"timeline", "timeline.en.png", LOCALE_EN},
        {"compare/las-vegas/hamamatsu", "compare.ja.png", LOCALE_JA},
        {"cities/hamamatsu", "hamamatsu.ja.png", LOCALE_JA},
        {"guides/visiting-institutions", "visiting.en.png", LOCALE_EN},
    };
    struct session *session = *state;
    struct profile half = *profile_lookup(STR("kiosk-portrait"));
    struct err err;
    half.width_px /= 2;
    half.height_px /= 2;
    half.px_per_mm /= 2;
    session_resize(session, &half);
    struct draw_sdl *draw = picture_open(session, &err);
    assert_non_null(draw);
    for (size_t i = 0; i < ARRAY_LEN(pictures); i++) {
        char expected[512], actual[540];
        snprintf(expected, sizeof(expected), PICTURES "%s", pictures[i].file);
        snprintf(actual, sizeof(actual), "%s%s", expected, golden_is_update() ? "" : ".actual");
        show(session, pictures[i].path, pictures[i].locale);
        if (!picture_draw(session, draw, 0, &err) || !draw_sdl_save_png(draw, actual, &err)) {
            fail_msg("%s", err.message);
        }
        if (!golden_is_update()) {
            compare_pictures(actual, expected);
        }
    }
    draw_sdl_close(draw);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_goldens__layout_is_what_it_was),
        cmocka_unit_test(test_goldens__keys_are_where_they_were),
        cmocka_unit_test(test_goldens__pictures_look_as_they_did),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
