/* parts.h - what several widgets have in common. Inside ui/widgets/ only. */
#ifndef UI_WIDGETS_PARTS_H
#define UI_WIDGETS_PARTS_H

#include "ui/ui_private.h"

/* The language a widget's word is in. */
enum locale_id part_lang(const struct ui *ui, enum ui_lang lang);
/* A text that is only looked at, because its target carries the same words as its label. */
void part_label(
    struct ui *ui, struct str text, enum ui_lang lang, enum type_style style, enum ui_color color);
/* A line of text with a meaning of its own; nothing when it is empty. */
void part_line(
    struct ui *ui, struct str text, enum ui_lang lang, enum type_style style, enum ui_color color);
/* The icon that says "this leads on"; on a disc, as keys have it, it is ui_arrow(). */
void part_chevron(struct ui *ui);
/* Water up to its horizon, for a place without a picture. */
#define PART_HORIZON 0.46f /* of the height */
ui_canvas_fn part_tide;
/* `dp`, or more where two targets would come closer than fingers can tell apart. */
float part_apart(const struct ui *ui, float dp);
/* `key`, or the action where there is no key. */
struct str part_key(struct str key, struct str action);

#endif
