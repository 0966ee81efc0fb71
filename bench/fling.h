/* fling.h - a page thrown by a finger, again and again, a turn of the loop at a time; and the work
 * that a turn made. Work is counted, not timed: nodes, rows, pages of the database, text. */
#ifndef BENCH_FLING_H
#define BENCH_FLING_H

#include "session.h"

#define FLING_TURN_MS 16

struct fling {
    struct session *session;
    uint64_t now_ms;
    size_t turn;
};

/* Throws the page as fast as pages go: three moves of 8 px/ms, then it coasts until the next one.
 */
void fling_begin(struct fling *fling, struct session *session, uint64_t now_ms);
struct session_turn fling_turn(struct fling *fling);

struct work {
    uint64_t rows;       /* that questions answered */
    uint64_t pages;      /* of the database, looked into */
    uint64_t paragraphs; /* laid out, and not found in the cache */
    uint64_t units;      /* UTF-16 units that HarfBuzz was given */
};
/* Since the session was opened. */
struct work work_so_far(const struct session *session);
struct work work_since(const struct session *session, const struct work *before);
size_t work_nodes(const struct session *session); /* of the frame that is shown */

#endif
