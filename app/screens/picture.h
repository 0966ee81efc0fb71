/* picture.h - a drawing of the content in an article: the drawing with what the app writes on it,
 * its caption, and whose it is. */
#ifndef SCREENS_PICTURE_H
#define SCREENS_PICTURE_H

#include "screens/screen.h"

struct picture {
    struct str key;
    const struct store_picture *picture;
    struct str caption;
    const struct ui_span *spans; /* of the caption */
    size_t span_count;
};
void picture_view(struct ui *ui, const struct screen_env *env, struct picture picture);

#endif
