/* home.h - what the home screen leads to by a door of its own. */
#ifndef SCREENS_HOME_H
#define SCREENS_HOME_H

#include <stdbool.h>

bool home_has_door(const char *path); /* "cities" */

#endif
