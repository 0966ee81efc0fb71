#include "bench/monkey.h"

#include "screens/registry.h"
#include "ui/replay.h"

#include <string.h>

void
monkey_tally_add(struct monkey_tally *tally, struct str word) {
    char name[sizeof(tally->words[0].word)];
    snprintf(name, sizeof(name), "%.*s", STR_ARG(word));
    size_t i = 0;
    while (i < tally->count && strcmp(tally->words[i].word, name) != 0) {
        i++;
    }
    if (i == MONKEY_WORDS) {
        return;
    }
    tally->count += i == tally->count;
    memcpy(tally->words[i].word, name, sizeof(name));
    tally->words[i].count++;
}

void
monkey_tally_report(const struct monkey_tally *tally, const char *key, struct json *json) {
    json_key(json, key);
    json_object_begin(json);
    for (size_t i = 0; i < tally->count; i++) {
        json_key(json, tally->words[i].word);
        json_int(json, (int64_t)tally->words[i].count);
    }
    json_object_end(json);
}

static uint64_t
address_hash(struct str path) {
    struct str address = {0};
    str_split(&path, '?', &address);
    return str_hash(address, 0);
}

void
monkey_seen_init(struct monkey_seen *seen, struct session *session) {
    struct arena arena;
    struct err err;
    arena_init(&arena);
    struct path_list list = {.arena = &arena};
    struct screen_env env = session_env(session);
    *seen = (struct monkey_seen){.store = session->store};
    registry_paths(&env, &list, &err); /* as far as it goes */
    for (size_t i = 0; i < list.count; i++) {
        map_put(&seen->known, address_hash(list.paths[i]), 0);
    }
    seen->known_count = seen->known.used;
    arena_finish(&arena);
}

void
monkey_seen_finish(struct monkey_seen *seen) {
    map_finish(&seen->known);
    map_finish(&seen->addresses);
    map_finish(&seen->actions);
}

void
monkey_seen_turn(struct monkey_seen *seen, const struct session *session) {
    uint64_t address = str_hash(session_address(session), 0);
    uint32_t was_shown;
    map_put(&seen->addresses, address, 1);
    if (map_get(&seen->known, address, &was_shown) && !was_shown) {
        map_put(&seen->known, address, 1);
        seen->known_shown++;
    }
    monkey_tally_add(&seen->screens, session->screen.path.name);
    seen->starts_over += seen->idle != IDLE_AT_REST && session->idle.state == IDLE_AT_REST;
    seen->idle = session->idle.state;
    seen->swaps += seen->store != session->store;
    seen->store = session->store;
    seen->warnings += session->idle.state == IDLE_WARNING;
}

void
monkey_seen_report(const struct monkey_seen *seen, struct json *json) {
    const struct {
        const char *key;
        uint64_t value;
    } counts[] = {{"screens", seen->addresses.used}, {"content_screens", seen->known_count},
        {"content_screens_shown", seen->known_shown}, {"actions", seen->actions.used},
        {"starts_over", seen->starts_over}, {"turns_under_warning", seen->warnings},
        {"content_swaps", seen->swaps}};
    for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
        json_key(json, counts[i].key);
        json_int(json, (int64_t)counts[i].value);
    }
    monkey_tally_report(&seen->events, "fed", json);
    monkey_tally_report(&seen->touched, "touched", json);
    monkey_tally_report(&seen->screens, "turns_on", json);
}
