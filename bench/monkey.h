/* monkey.h - the parts of the monkey (monkey.c): what it does, what it has seen, and the database
 * that is replaced under it. */
#ifndef BENCH_MONKEY_H
#define BENCH_MONKEY_H

#include "base/json.h"
#include "base/map.h"
#include "bench/random.h"
#include "draw/draw_sdl.h"
#include "session.h"

#include <stdio.h>

enum {
    MONKEY_FINGERS = 5,
    MONKEY_MEMORY_SAMPLES = 20, /* over a run */
    MONKEY_WORDS = 64,
};

/* How often each of a few words came: names of screens, first words of actions. */
struct monkey_tally {
    struct {
        char word[24];
        uint64_t count;
    } words[MONKEY_WORDS];
    size_t count;
};
void monkey_tally_add(struct monkey_tally *tally, struct str word);
void monkey_tally_report(const struct monkey_tally *tally, const char *key, struct json *json);

/* What a run has reached of what there is. */
struct monkey_seen {
    struct map known; /* addresses of the content, by their hash; the value: 1 once shown */
    size_t known_count, known_shown;
    struct map addresses; /* all that were shown */
    struct map actions;   /* whole actions that were touched, by their hash */
    struct monkey_tally screens, touched, events;
    uint64_t starts_over, warnings, swaps;
    enum idle_state idle;      /* after the turn before, */
    const struct store *store; /* and what was open then */
};
void monkey_seen_init(struct monkey_seen *seen, struct session *session);
void monkey_seen_finish(struct monkey_seen *seen);
/* After each turn. */
void monkey_seen_turn(struct monkey_seen *seen, const struct session *session);
void monkey_seen_report(const struct monkey_seen *seen, struct json *json);

/* The session's database, in a folder of its own, where another takes its place. */
struct monkey_content {
    char folder[64], path[96]; /* of the database that is opened */
};
bool monkey_content_open(struct monkey_content *content, const char *database, struct err *err);
void monkey_content_close(struct monkey_content *content);
/* Renames over it: the same content in another file, a broken copy, or nothing; or touches it. */
void monkey_content_replace(struct monkey_content *content, struct random *random);

/* What it is up to: each has other acts, and other pauses. */
enum monkey_mood { MONKEY_WILD, MONKEY_VISITOR, MONKEY_TYPIST, MONKEY_DESK, MONKEY_MOODS };

struct monkey {
    struct session session;
    struct draw_sdl *draw;
    int width_px, height_px; /* of the canvas */
    struct random random;
    uint64_t now_ms, events, turns, drawn;
    uint64_t seed, wanted;
    double worst_cpu_ms, worst_ms; /* of a turn: of this process, and on the wall */
    uint64_t worst_at;             /* event after which the former came */
    long memory_kib[MONKEY_MEMORY_SAMPLES];
    struct point finger[MONKEY_FINGERS];
    enum monkey_mood mood;
    uint32_t mood_left; /* acts */
    struct monkey_seen seen;
    struct monkey_content content;
    FILE *record;
    struct str_buf line;
};

/* Feeds one act, of one or several events, and moves the clock. */
void monkey_act(struct monkey *monkey);

#endif
