#include "host/signals.h"

#include <SDL.h>
#include <time.h>

#define END_CODE 0x454E44 /* of an SDL_USEREVENT */

static void
add_all(sigset_t *set) {
    sigemptyset(set);
    sigaddset(set, SIGTERM);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGHUP);
}

/* SDL may not have started yet. */
static void
push_end(void) {
    SDL_Event event = {.user = {.type = SDL_USEREVENT, .code = END_CODE}};
    struct timespec pause = {.tv_nsec = 20000000};
    while (SDL_PushEvent(&event) < 0) {
        nanosleep(&pause, NULL);
    }
}

static void *
wait_for_signals(void *self) {
    sigset_t set;
    int number;
    (void)self;
    add_all(&set);
    if (sigwait(&set, &number) == 0) {
        push_end();
    }
    if (sigwait(&set, &number) == 0) {
        signal(number, SIG_DFL);
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
        raise(number);
    }
    return NULL;
}

void
signals_open(struct signals *signals) {
    sigset_t set;
    add_all(&set);
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1"); /* SDL would say SDL_QUIT for both */
    pthread_sigmask(SIG_BLOCK, &set, &signals->before);
    signals->runs = pthread_create(&signals->thread, NULL, wait_for_signals, NULL) == 0;
    if (!signals->runs) {
        pthread_sigmask(SIG_SETMASK, &signals->before, NULL); /* then a signal ends it at once */
    }
}

void
signals_close(struct signals *signals) {
    if (signals->runs) {
        pthread_cancel(signals->thread);
        pthread_join(signals->thread, NULL);
        pthread_sigmask(SIG_SETMASK, &signals->before, NULL);
    }
    signals->runs = false;
}

bool
signals_is_end(const union SDL_Event *event) {
    return event->type == SDL_USEREVENT && event->user.code == END_CODE;
}
