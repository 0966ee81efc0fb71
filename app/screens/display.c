/* display - text size, colours, position and motion, on a page of its own. The bar's button shows
 * the same as a sheet over whatever page one is on. */
#include "screens/page.h"
#include "screens/parts/display_parts.h"
#include "screens/registry.h"

static void
display_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    display_parts(ui, env);
    page_frame_close(ui);
}

const struct screen_ops screen_display = {
    .name = "display",
    .title = MSG_DISPLAY,
    .view = display_view,
    .max_width = 1080,
};
