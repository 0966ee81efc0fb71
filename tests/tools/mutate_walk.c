#include "tools/mutate_walk.h"

#include "base/check.h"
#include "screens/registry.h"
#include "session.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static unsigned
cpu_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (unsigned)(now.tv_sec * 1000 + now.tv_nsec / 1000000);
}

/* SIGPROF ends the process when one step takes longer. */
static void
begin_step(struct mutate_walk *walk, struct str what, unsigned limit_ms) {
    struct itimerval limit = {.it_value = {limit_ms / 1000, (limit_ms % 1000) * 1000}};
    snprintf(walk->where, sizeof(walk->where), "%.*s", STR_ARG(what));
    setitimer(ITIMER_PROF, &limit, NULL);
}

static void
show(struct session *session, struct mutate_walk *walk, struct str path, unsigned limit_ms) {
    struct err err;
    bool found;
    unsigned start = cpu_ms();
    begin_step(walk, path, limit_ms);
    walk->failed += !session_show(session, path, &found, &err);
    session_frame(session, 0);
    walk->screens++;
    unsigned took = cpu_ms() - start;
    if (took > walk->slowest_ms) {
        walk->slowest_ms = took;
        memcpy(walk->slowest, walk->where, sizeof(walk->slowest));
    }
}

/* Of screens that share one template a few stand for all. */
static bool
is_left_out(struct str path, size_t i, unsigned every) {
    static const struct str many[] = {
        STR_INIT("glossary/"), STR_INIT("phrases/"), STR_INIT("schools/")};
    for (size_t k = 0; k < ARRAY_LEN(many); k++) {
        if (str_starts(path, many[k])) {
            return i % every != 0;
        }
    }
    return false;
}

static void
walk_all(struct session *session, struct mutate_walk *walk, unsigned every, unsigned limit_ms) {
    static const char *const always[] = {"home", "cities", "cities/hamamatsu", "timeline",
        "timeline?city=las-vegas", "guides/first-contact", "statistics", "schools", "glossary",
        "phrases", "about", "help", "language", "search", "search?q=%ED%95%98%EB%A7%88",
        "search?q=%E5%A7%89%E5%A6%B9%E9%83%BD%E5%B8%82", "search?q=1995", "search?q=hamamatsu"};
    struct arena arena;
    struct err err;
    arena_init(&arena);
    struct path_list list = {.arena = &arena};
    struct screen_env env = session_env(session);
    begin_step(walk, STR("listing the screens"), limit_ms);
    registry_paths(&env, &list, &err); /* as far as it goes */
    for (size_t i = 0; i < ARRAY_LEN(always); i++) {
        show(session, walk, str_from(always[i]), limit_ms);
    }
    for (size_t i = 0; i < list.count && i < 2000; i++) {
        if (!is_left_out(list.paths[i], i, every)) {
            show(session, walk, list.paths[i], limit_ms);
        }
    }
    arena_finish(&arena);
}

static void
walk_in_child(const char *database, uint64_t seed, unsigned every, unsigned limit_ms,
    struct mutate_walk *walk) {
    struct session session;
    struct options options;
    struct err err = {0};
    const char *words[] = {"naru", "--content", database, "--locale",
        locale_tag((enum locale_id)(seed % LOCALE_COUNT)), "--profile",
        seed & 1 ? "phone" : "kiosk-portrait", NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    begin_step(walk, STR("opening"), limit_ms);
    if (!options_parse((int)ARRAY_LEN(words) - 1, argv, &options, &err)) {
        BUG("the options of this tool are wrong");
    }
    if (session_open(&session, &options, "home", &err) != SESSION_OK) {
        walk->end = MUTATE_REFUSED;
        snprintf(walk->message, sizeof(walk->message), "%.200s", err.message);
        _exit(err.message[0] ? 0 : 99);
    }
    walk_all(&session, walk, every, limit_ms);
    begin_step(walk, STR("closing"), limit_ms);
    session_close(&session);
    walk->end = MUTATE_SHOWN;
    _exit(0);
}

void
mutate_walk(const char *database, uint64_t seed, unsigned every, unsigned limit_ms,
    struct mutate_walk *walk) {
    struct mutate_walk *shared =
        mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status = 0;
    xassert(shared != MAP_FAILED);
    fflush(NULL);
    pid_t child = fork();
    xassert(child >= 0);
    if (child == 0) {
        walk_in_child(database, seed, every, limit_ms, shared);
    }
    waitpid(child, &status, 0);
    *walk = *shared;
    munmap(shared, sizeof(*shared));
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) {
        walk->end = MUTATE_HUNG;
    } else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        walk->end = MUTATE_CRASHED;
    }
}
