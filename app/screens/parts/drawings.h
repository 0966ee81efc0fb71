/* drawings.h - drawings that belong to the program, not to a city's content (assets/drawings): in
 * the hand of the pictures of cities, with colours of their own. */
#ifndef SCREENS_PARTS_DRAWINGS_H
#define SCREENS_PARTS_DRAWINGS_H

#include "ui/ui.h"

enum drawing { DRAWING_CITIES, DRAWING_HISTORY, DRAWING_VISIT, DRAWING_SPEAK };

/* A square of `side` dp; decoration: what it stands on says what it is. */
void drawing_view(struct ui *ui, enum drawing drawing, float side);

#endif
