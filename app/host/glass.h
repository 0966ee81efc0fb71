/* glass.h - what the compositor says of our pictures. Under Wayland a picture that was handed over
 * is not yet one that is seen, and a program that turns may stand behind a glass that does not: the
 * compositor says when a frame was shown (wl_surface.frame), and whether it still answers
 * (wl_display.sync). Other window systems say neither; there both are taken as true. Never blocks:
 * answers arrive while the loop sleeps in SDL, which reads for everybody. */
#ifndef HOST_GLASS_H
#define HOST_GLASS_H

#include <stdbool.h>

#define GLASS_LOOK_MS 10 /* between two looks for an answer */

struct SDL_Window;
struct wl_callback;
struct wl_display;
struct wl_event_queue;
struct wl_surface;

struct glass {
    struct wl_display *display;   /* the window's; NULL: not Wayland */
    struct wl_event_queue *queue; /* ours: nobody else takes these answers */
    struct wl_surface *surface;   /* the window's, seen through our queue */
    struct wl_callback *frame, *answer;
    bool has_handed, has_shown, has_answered;
};

/* To be closed before the window is. */
void glass_open(struct glass *glass, struct SDL_Window *window);
/* The same for a surface; NULL for both: not Wayland. */
void glass_follow(struct glass *glass, struct wl_display *display, struct wl_surface *surface);
void glass_close(struct glass *glass);

/* A picture is about to be presented. */
void glass_hand_over(struct glass *glass);
/* Whether one of the pictures was on the glass. */
bool glass_has_shown(struct glass *glass);
/* Whether the compositor answered since the last time that this was true; asks it otherwise. */
bool glass_answers(struct glass *glass);
/* What was asked is not answered: look again after GLASS_LOOK_MS. */
bool glass_is_waiting(const struct glass *glass);

#endif
