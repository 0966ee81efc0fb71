/* idle.h - a shared kiosk after its visitor walked away: first a warning that anyone can answer,
 * then the beginning again, with nothing of the visitor left. Pure: times in ms come in, states go
 * out. Any sign of life answers (WCAG 2.2.1: at least 20 s of warning). But a palm, a dirty spot
 * or a thing on the keyboard gives signs as well: for as long as nothing is chosen, moved or typed,
 * they hold off the end for `act_within_ms` and no longer. */
#ifndef KIOSK_IDLE_H
#define KIOSK_IDLE_H

#include <stdbool.h>
#include <stdint.h>

#define IDLE_NEVER UINT64_MAX

struct idle_config {
    uint64_t warn_after_ms; /* 0: never */
    uint64_t warning_ms;    /* how long the warning stands */
    uint64_t act_within_ms; /* then the warning comes although there are signs of life */
};

/* Two minutes, then 45 seconds: inside the 2-5 min and 20-45 s of the US voting guidelines. Ten
 * minutes without a completed gesture. */
extern const struct idle_config idle_kiosk, idle_off;

enum idle_state {
    IDLE_AT_REST, /* nobody has touched anything since the beginning */
    IDLE_ACTIVE,
    IDLE_WARNING,
    IDLE_RESET, /* reported once: start over now; the next state is IDLE_AT_REST */
};

struct idle {
    enum idle_state state;
    uint64_t last_ms;  /* of the last sign of life */
    uint64_t acted_ms; /* of the last completed gesture, or of the first sign */
};

void idle_touch(struct idle *idle, uint64_t now_ms); /* a sign of life */
void idle_act(struct idle *idle, uint64_t now_ms);   /* a completed gesture */
/* The state at `now_ms`. */
enum idle_state idle_update(struct idle *idle, const struct idle_config *config, uint64_t now_ms);
/* When idle_update() will next say something new; during the warning every second, for the
 * countdown. IDLE_NEVER at rest. */
uint64_t idle_deadline(const struct idle *idle, const struct idle_config *config, uint64_t now_ms);
/* Whole seconds left of the warning, rounded up. */
unsigned idle_seconds_left(
    const struct idle *idle, const struct idle_config *config, uint64_t now_ms);

#endif
