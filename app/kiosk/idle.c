#include "kiosk/idle.h"

const struct idle_config idle_kiosk = {
    .warn_after_ms = 120000, .warning_ms = 45000, .act_within_ms = 600000};
const struct idle_config idle_off = {0};

void
idle_touch(struct idle *idle, uint64_t now_ms) {
    if (idle->state == IDLE_AT_REST) {
        idle->acted_ms = now_ms;
    }
    idle->state = IDLE_ACTIVE;
    idle->last_ms = now_ms;
}

void
idle_act(struct idle *idle, uint64_t now_ms) {
    idle_touch(idle, now_ms);
    idle->acted_ms = now_ms;
}

static uint64_t
warning_at(const struct idle *idle, const struct idle_config *config) {
    uint64_t by_sign = idle->last_ms + config->warn_after_ms;
    uint64_t by_act = idle->acted_ms + config->act_within_ms;
    return by_act < by_sign ? by_act : by_sign;
}

static uint64_t
reset_at(const struct idle *idle, const struct idle_config *config) {
    return warning_at(idle, config) + config->warning_ms;
}

enum idle_state
idle_update(struct idle *idle, const struct idle_config *config, uint64_t now_ms) {
    if (config->warn_after_ms == 0 || idle->state == IDLE_AT_REST) {
        return idle->state == IDLE_WARNING ? IDLE_ACTIVE : idle->state;
    }
    if (now_ms >= reset_at(idle, config)) {
        idle->state = IDLE_AT_REST;
        return IDLE_RESET;
    }
    idle->state = now_ms >= warning_at(idle, config) ? IDLE_WARNING : IDLE_ACTIVE;
    return idle->state;
}

uint64_t
idle_deadline(const struct idle *idle, const struct idle_config *config, uint64_t now_ms) {
    if (config->warn_after_ms == 0 || idle->state == IDLE_AT_REST) {
        return IDLE_NEVER;
    }
    if (now_ms < warning_at(idle, config)) {
        return warning_at(idle, config);
    }
    uint64_t left = reset_at(idle, config) > now_ms ? reset_at(idle, config) - now_ms : 0;
    return left == 0 ? now_ms : now_ms + (left % 1000 ? left % 1000 : 1000);
}

unsigned
idle_seconds_left(const struct idle *idle, const struct idle_config *config, uint64_t now_ms) {
    uint64_t end = reset_at(idle, config);
    return end > now_ms ? (unsigned)((end - now_ms + 999) / 1000) : 0;
}
