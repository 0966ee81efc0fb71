/* pixels.h - filling and blending in memory by pixman, which the program draws with, and by
 * blend.h, which it drew with before, on the same screen: the same pixels in memory, the same
 * masks, the same rectangles, by turns in the same run. */
#ifndef BENCH_PIXELS_H
#define BENCH_PIXELS_H

#include "base/json.h"
#include "session.h"

/* Takes the rectangles and glyphs of the session's last frame and writes one member, "pixels".
 */
void bench_pixels(struct session *session, struct json *json);

#endif
