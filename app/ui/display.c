#include "ui/display.h"

/* A kiosk's panel is 1080x1920 and a desk's monitor is not: the window keeps the profile's
 * proportions and leaves some of the desk to be seen. */
static float
window_scale(const struct profile *wanted, struct size room) {
    float scale = 1.0f;
    if (room.w > 0 && room.h > 0) {
        float by_width = room.w * 0.95f / (float)wanted->width_px;
        float by_height = room.h * 0.9f / (float)wanted->height_px;
        scale = by_width < scale ? by_width : scale;
        scale = by_height < scale ? by_height : scale;
    }
    return scale;
}

struct size
display_window(const struct profile *wanted, struct size room) {
    float scale = window_scale(wanted, room);
    return (struct size){
        (float)(int)((float)wanted->width_px * scale),
        (float)(int)((float)wanted->height_px * scale),
    };
}

/* Along the longer sides: a panel may stand or lie. */
static float
panel_scale(const struct profile *wanted, int width_px, int height_px) {
    int longer = wanted->width_px > wanted->height_px ? wanted->width_px : wanted->height_px;
    return (float)(width_px > height_px ? width_px : height_px) / (float)longer;
}

struct profile
profile_on_display(const struct profile *wanted, const struct ui_display *display) {
    struct profile profile = *wanted;
    if (display->width_px <= 0 || display->height_px <= 0) {
        return profile;
    }
    float density = display->density > 0 ? display->density : 1.0f;
    float scale = display->is_panel ? panel_scale(wanted, display->width_px, display->height_px)
                                    : window_scale(wanted, display->room) * density;
    profile.width_px = display->width_px;
    profile.height_px = display->height_px;
    profile.px_per_mm = wanted->px_per_mm * scale;
    return profile;
}
