#include "ui_fixture.h"

#include <stdlib.h>

int
fixture_setup(void **state) {
    struct err err = {0};
    struct fixture *f = calloc(1, sizeof(*f));
    f->engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
    if (!f->engine) {
        fprintf(stderr, "%s\n", err.message);
        free(f);
        return -1;
    }
    f->ratios = ink_ratios_measure(f->engine);
    f->ui = ui_create(f->engine);
    f->now_ms = 1000;
    arena_init(&f->arena);
    f->frame = (struct ui_frame){.screen = STR("test"),
        .locale = LOCALE_KO,
        .metrics = &f->metrics,
        .theme = theme_lookup((struct str){0})};
    fixture_profile(f, "kiosk-portrait", 1);
    *state = f;
    return 0;
}

int
fixture_teardown(void **state) {
    struct fixture *f = *state;
    ui_destroy(f->ui);
    text_engine_close(f->engine);
    arena_finish(&f->arena);
    free(f);
    return 0;
}

void
fixture_profile(struct fixture *f, const char *profile, float text_scale) {
    const struct profile *found = profile_lookup(str_from(profile));
    assert_non_null(found);
    metrics_resolve(&f->metrics, found, &f->ratios, text_scale);
}

void
fixture_frame(struct fixture *f, fixture_view *view) {
    f->view = view;
    f->frame.now_ms = f->now_ms;
    f->passes = 0;
    do {
        ui_begin(f->ui, &f->frame);
        view(f->ui);
        ui_end(f->ui);
        f->passes++;
    } while (ui_is_incomplete(f->ui) && f->passes < 5);
    text_engine_end_frame(f->engine);
}

void
fixture_wait(struct fixture *f, uint64_t ms) {
    f->now_ms += ms;
    fixture_frame(f, f->view);
}

void
fixture_pointer(struct fixture *f, enum ui_event_type type, float x, float y) {
    struct ui_event event = {.type = type, .time_ms = f->now_ms, .pointer = 1, .at = {x, y}};
    ui_feed(f->ui, &event);
}

void
fixture_key(struct fixture *f, enum ui_key key) {
    struct ui_event event = {.type = UI_KEY, .time_ms = f->now_ms, .key = key};
    ui_feed(f->ui, &event);
    fixture_frame(f, f->view);
}

void
fixture_type(struct fixture *f, const char *text) {
    struct ui_event event = {.type = UI_TEXT_INPUT, .time_ms = f->now_ms, .text = str_from(text)};
    ui_feed(f->ui, &event);
    fixture_frame(f, f->view);
}

const struct ui_node *
fixture_node(struct fixture *f, const char *path) {
    size_t count;
    uint32_t index = ui_find(f->ui, str_from(path));
    if (index == 0) {
        print_error("no node \"%s\"\n", path);
    }
    assert_true(index != 0);
    return &ui_nodes(f->ui, &count)[index];
}

void
fixture_tap(struct fixture *f, const char *path) {
    struct rect clip = fixture_node(f, path)->clip;
    fixture_pointer(f, UI_POINTER_DOWN, clip.x + clip.w / 2, clip.y + clip.h / 2);
    f->now_ms += 60;
    fixture_pointer(f, UI_POINTER_UP, clip.x + clip.w / 2, clip.y + clip.h / 2);
}

const char *
fixture_action(struct fixture *f) {
    struct str action;
    return ui_take_action(f->ui, &f->arena, &action) ? action.p : "";
}
