/* What a phone takes along, read back from the drawn pixels as a camera would, in every theme. */
#include "visit_fixture.h"

#include "commands/picture.h"
#include "handover/code_reader.h"
#include "handover/ical_reader.h"
#include "handover/qr.h"
#include "session_hand.h"

#include <SDL_image.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

static struct visit visit;
static struct ical_reading reading;

static void
open_visit(const char *profile, const char *locale, const char *theme, const char *path) {
    struct err err;
    struct options options;
    char name[] = "naru", of[] = "--profile", value[32], in[] = "--locale", tag[8],
         at[] = "--theme", look[32], web[] = "--browser-address",
         address[] = "https://naru.example/app";
    snprintf(value, sizeof(value), "%s", profile);
    snprintf(tag, sizeof(tag), "%s", locale);
    snprintf(look, sizeof(look), "%s", theme);
    char *argv[] = {name, of, value, in, tag, at, look, web, address, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    visit.now_ms = 1000;
    bool has_web = strcmp(path, "home") == 0;
    if (!options_parse(has_web ? 9 : 7, argv, &options, &err)) {
        fail_msg("%s", err.message);
    }
    options.today = (struct clock_day){2026, 7, 25};
    if (session_open(&visit.session, &options, path, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    turn(&visit, 0);
}

static void
close_visit(void) {
    session_close(&visit.session);
}

static bool
has(const char *path) {
    return ui_find(visit.session.ui, str_from(path)) != 0;
}

static void
show(const char *path) {
    struct err err;
    bool found;
    assert_true(session_show(&visit.session, str_from(path), &found, &err));
    assert_true(found);
    turn(&visit, 16);
    turn(&visit, 16);
}

/* The code of the last frame as zbar reads it from the pixels. */
static struct str
read_code(struct arena *arena) {
    struct err err;
    struct str text;
    struct draw_sdl *draw = picture_open(&visit.session, &err);
    assert_non_null(draw);
    assert_true(picture_draw(&visit.session, draw, 0, &err));
    const char *path = arena_printf(arena, NARU_BUILD_DIR "/tests/take-%d.png", (int)getpid()).p;
    assert_true(draw_sdl_save_png(draw, path, &err));
    draw_sdl_close(draw);
    SDL_Surface *read = IMG_Load(path);
    SDL_Surface *picture = SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_RGB24, 0);
    unsigned char *grey = arena_alloc(arena, (size_t)picture->w * (size_t)picture->h);
    for (int y = 0; y < picture->h; y++) {
        const unsigned char *row = (const unsigned char *)picture->pixels + y * picture->pitch;
        for (int x = 0; x < picture->w; x++, row += 3) {
            grey[y * picture->w + x] =
                (unsigned char)((row[0] * 30 + row[1] * 59 + row[2] * 11) / 100);
        }
    }
    assert_int_equal(code_read(grey, picture->w, picture->h, arena, &text), 1);
    SDL_FreeSurface(picture);
    SDL_FreeSurface(read);
    unlink(path);
    return text;
}

/* The modules of the code in view, in px, and that white stands round them. */
static float
module_px(void) {
    size_t count;
    const struct ui_node *node = node_at(&visit, "code");
    const struct qr *qr = node->box.canvas_data;
    assert_true(ui_nodes(visit.session.ui, &count) != NULL);
    assert_int_equal(node->clip.w, node->rect.w);
    assert_int_equal(node->clip.h, node->rect.h);
    return floorf(fminf(node->rect.w, node->rect.h) / (float)(qr->side + 2 * QR_QUIET));
}

#define PLAN "take?of=plan%3Fpartner%3Dhamamatsu%26date%3D2026-08-19"

static void
check_reads(const char *path, float least_mm) {
    struct arena arena;
    arena_init(&arena);
    show(path);
    struct str text = read_code(&arena);
    if (!ical_read(text, true, &reading)) {
        fail_msg("%s", reading.fault);
    }
    assert_int_equal(reading.events[0].from, 20260719);
    assert_int_equal(reading.events[0].to, 20260720);
    assert_string_equal(reading.events[0].uid, "20260819-hamamatsu-out-visit-request@naru");
    assert_true(module_px() >= least_mm * visit.session.metrics.px_per_mm);
    arena_finish(&arena);
}

/* White round the code and dark on light, whatever the colours of the page are. */
static void
test_take__reads_in_every_theme(void **state) {
    (void)state;
    size_t count;
    const struct theme *themes = theme_table(&count);
    for (size_t i = 0; i < count; i++) {
        open_visit("kiosk-portrait", "ko", themes[i].name, PLAN);
        check_reads(PLAN, 1);
        close_visit();
    }
}

/* Whole in view, and of modules that a camera tells apart, on every panel and with large text. */
static void
test_take__reads_on_every_panel(void **state) {
    (void)state;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_kiosk = profiles[i].posture == POSTURE_KIOSK;
        open_visit(profiles[i].name, "ja", "light", PLAN);
        check_reads(PLAN, is_kiosk ? 1 : 0.6f);
        close_visit();
    }
}

/* The whole text of a page comes through its codes, one after the other. */
static void
test_take__a_long_text_in_parts(void **state) {
    (void)state;
    struct arena arena;
    struct hand hand;
    bool found;
    struct err err;
    struct str_buf all = {0}, ink = {0};
    open_visit("kiosk-portrait", "ja", "light", "cities/hamamatsu");
    arena_init(&arena);
    struct screen_env env = session_env(&visit.session);
    assert_true(
        session_hand(&visit.session, &env, STR("cities/hamamatsu"), &arena, &hand, &found, &err));
    tap(&visit, "take");
    assert_true(has("ways"));
    tap(&visit, "ways/text");
    bool is_last = false;
    for (int i = 0; i < 40 && !is_last; i++) {
        struct str text = read_code(&arena);
        size_t mark = str_find(text, STR(") "));
        assert_true(mark != SIZE_MAX);
        str_buf_add(&all, str_slice(text, mark + 2, text.n));
        str_buf_byte(&all, '\n');
        is_last = node_at(&visit, "next")->box.disabled;
        tap(&visit, "next");
    }
    assert_true(is_last);
    struct str_buf got = {0};
    for (size_t i = 0; i < all.n; i++) {
        if (all.p[i] != ' ' && all.p[i] != '\n') {
            str_buf_byte(&got, all.p[i]);
        }
    }
    for (size_t i = 0; i < hand.text.n; i++) {
        if (hand.text.p[i] != ' ' && hand.text.p[i] != '\n') {
            str_buf_byte(&ink, hand.text.p[i]);
        }
    }
    assert_true(str_eq(str_buf_str(&got), str_buf_str(&ink)));
    str_buf_finish(&got);
    str_buf_finish(&ink);
    str_buf_finish(&all);
    arena_finish(&arena);
    close_visit();
}

/* A row of days: each code one, forwards and back; the link where there is an address. */
static void
test_take__steps_through_a_plan(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    open_visit("kiosk-portrait", "en", "light", "plan?partner=hamamatsu&date=2026-08-19");
    tap(&visit, "take");
    assert_true(says(&visit.session, "1 / 7"));
    assert_true(node_at(&visit, "previous")->box.disabled);
    tap(&visit, "next");
    assert_true(says(&visit.session, "2 / 7"));
    assert_true(ical_read(read_code(&arena), true, &reading));
    assert_int_equal(reading.events[0].from, 20260729);
    tap(&visit, "previous");
    assert_true(says(&visit.session, "1 / 7"));
    tap(&visit, "items/back");
    assert_str_equal(nav_path(&visit.session.nav), "plan?partner=hamamatsu&date=2026-08-19");
    close_visit();
    open_visit("kiosk-portrait", "en", "light", "home"); /* with an address */
    show(PLAN);
    assert_str_equal(read_code(&arena),
        "https://naru.example/app/?lang=en#plan?partner=hamamatsu&date=2026-08-19");
    close_visit();
    arena_finish(&arena);
}

/* What leads nowhere, or to itself, is not found. */
static void
test_take__wrong_addresses(void **state) {
    (void)state;
    static const char *const wrong[] = {"take", "take?of=", "take?of=nowhere", "take?of=%3F",
        "take?of=take%3Fof%3Dhome", "take?of=cities%2Fnobody"};
    open_visit("kiosk-portrait", "en", "light", PLAN);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct err err;
        bool found = true;
        bool ok = session_show(&visit.session, str_from(wrong[i]), &found, &err);
        turn(&visit, 16);
        assert_false(ok && found);
    }
    show(PLAN "&as=nothing&at=99");
    assert_true(says(&visit.session, "7 / 7"));
    show(PLAN "&at=-5");
    assert_true(says(&visit.session, "1 / 7"));
    close_visit();
}

/* On a shared panel one key takes all of it away. */
static void
test_take__is_wiped_on_a_kiosk(void **state) {
    (void)state;
    open_visit("kiosk-portrait", "ko", "light", "plan?partner=hamamatsu&date=2026-08-19");
    tap(&visit, "visit-request/tick");
    tap(&visit, "take");
    tap(&visit, "wipe");
    assert_int_equal(visit.session.nav.depth, 1);
    assert_int_equal(visit.session.ticks.count, 0);
    close_visit();
    open_visit("phone", "ko", "light", PLAN);
    assert_false(has("wipe"));
    close_visit();
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_take__reads_in_every_theme),
        cmocka_unit_test(test_take__reads_on_every_panel),
        cmocka_unit_test(test_take__a_long_text_in_parts),
        cmocka_unit_test(test_take__steps_through_a_plan),
        cmocka_unit_test(test_take__wrong_addresses),
        cmocka_unit_test(test_take__is_wiped_on_a_kiosk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
