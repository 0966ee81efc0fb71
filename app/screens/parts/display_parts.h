/* display_parts.h - what one sets to see and reach, shown by example: text sizes, colours,
 * switches. The Display screen and the sheet over every page show the same. */
#ifndef SCREENS_PARTS_DISPLAY_PARTS_H
#define SCREENS_PARTS_DISPLAY_PARTS_H

#include "screens/screen.h"

/* All of it, in columns where the panel is wide. */
void display_parts(struct ui *ui, const struct screen_env *env);
/* With a title and a button that closes it. */
void display_sheet(struct ui *ui, const struct screen_env *env);

#endif
