/* visit_fixture.h - fingers and keys on a session, with a clock of ours, and what it then shows. */
#ifndef TESTS_VISIT_FIXTURE_H
#define TESTS_VISIT_FIXTURE_H

#include "test.h"

#include "session.h"

#include <stdlib.h>

struct visit {
    struct session session;
    uint64_t now_ms;
};

enum { VISIT_WORDS = 10, VISIT_WORD_BYTES = 256 };

/* Opens a session on the built content, one second after the clock began, and shows `path`. `words`
 * stand behind `naru` on its command line, up to a NULL; no more than VISIT_WORDS. */
static inline void
visit_open_words(struct visit *visit, const char *const *words, const char *path) {
    struct err err;
    struct options options;
    char copies[VISIT_WORDS + 1][VISIT_WORD_BYTES] = {"naru"}, *argv[VISIT_WORDS + 2] = {copies[0]};
    int count = 1;
    for (; words[count - 1]; count++) {
        assert_true(count <= VISIT_WORDS);
        snprintf(copies[count], VISIT_WORD_BYTES, "%s", words[count - 1]);
        argv[count] = copies[count];
    }
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    *visit = (struct visit){.now_ms = 1000};
    if (!options_parse(count, argv, &options, &err) ||
        session_open(&visit->session, &options, path, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    session_step(&visit->session, visit->now_ms);
}

static inline void
visit_open(struct visit *visit, const char *profile, const char *locale, const char *path) {
    const char *const words[] = {"--profile", profile, "--locale", locale, NULL};
    visit_open_words(visit, words, path);
}

static inline void
turn(struct visit *visit, uint64_t ms) {
    visit->now_ms += ms;
    session_step(&visit->session, visit->now_ms);
}

static inline void
feed(struct visit *visit, struct ui_event event) {
    event.time_ms = visit->now_ms;
    session_feed(&visit->session, &event);
    turn(visit, 16);
}

static inline const struct ui_node *
node_at(struct visit *visit, const char *path) {
    size_t count;
    uint32_t node = ui_find(visit->session.ui, str_from(path));
    if (node == 0) {
        fail_msg("no \"%s\" on %s", path, nav_path(&visit->session.nav).p);
    }
    return &ui_nodes(visit->session.ui, &count)[node];
}

static inline void
tap(struct visit *visit, const char *path) {
    size_t count;
    const struct ui_node *node = node_at(visit, path);
    ui_reveal(visit->session.ui, (uint32_t)(node - ui_nodes(visit->session.ui, &count)));
    turn(visit, 600);
    struct rect at = node_at(visit, path)->clip;
    struct point middle = {at.x + at.w / 2, at.y + at.h / 2};
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = middle});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = middle});
    turn(visit, 400);
}

/* Whether some text of the last frame has these words. */
static inline bool
says(const struct session *session, const char *words) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(session->ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (str_find(nodes[i].text, str_from(words)) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

#endif
