/* ui_fixture.h - an interface with real fonts, a clock of its own and a finger. */
#ifndef UI_FIXTURE_H
#define UI_FIXTURE_H

#include "test.h"

#include "ui/ui.h"
#include "ui/widgets.h"

typedef void fixture_view(struct ui *ui);

struct fixture {
    struct text_engine *engine;
    struct ui *ui;
    struct metrics metrics;
    struct ink_ratios ratios;
    struct arena arena;
    struct ui_frame frame;
    fixture_view *view;
    uint64_t now_ms;
    int passes; /* how often the last frame was declared */
};

int fixture_setup(void **state); /* *state is a struct fixture * */
int fixture_teardown(void **state);
void fixture_profile(struct fixture *f, const char *profile, float text_scale);
/* Declares, lays out and draws nothing. */
void fixture_frame(struct fixture *f, fixture_view *view);
/* Moves the clock and declares the same view again. */
void fixture_wait(struct fixture *f, uint64_t ms);
void fixture_pointer(struct fixture *f, enum ui_event_type type, float x, float y);
void fixture_key(struct fixture *f, enum ui_key key);
void fixture_type(struct fixture *f, const char *text);
const struct ui_node *fixture_node(struct fixture *f, const char *path); /* must be there */
/* Down and up in the middle of what is visible of the node. */
void fixture_tap(struct fixture *f, const char *path);
/* The action taken since the last time, or "". */
const char *fixture_action(struct fixture *f);

#endif
