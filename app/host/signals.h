/* signals.h - SIGTERM, SIGINT and SIGHUP as an event of SDL, told apart from a window that somebody
 * closes: on a kiosk the one ends the program and the other does not. A second signal ends a
 * program that does not answer the first. */
#ifndef HOST_SIGNALS_H
#define HOST_SIGNALS_H

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>

union SDL_Event;

struct signals {
    pthread_t thread;
    sigset_t before; /* the mask to go back to */
    bool runs;
};

/* Before SDL_Init(): the threads that SDL starts must not take the signals. */
void signals_open(struct signals *signals);
void signals_close(struct signals *signals);
bool signals_is_end(const union SDL_Event *event);

#endif
