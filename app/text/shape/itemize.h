/* itemize.h - clusters get a language, a script and a face; equal neighbours become runs.
 *
 * Characters that belong to many scripts (Common, Inherited: spaces, digits, punctuation) take the
 * script of what stands before them, a closing bracket that of its opening one, and those at the
 * start what comes after (UAX #24, 5.1). A paragraph of nothing else takes its language's script,
 * so `locl` always finds its language system. */
#ifndef TEXT_SHAPE_ITEMIZE_H
#define TEXT_SHAPE_ITEMIZE_H

#include "text/shape/analyse.h"

void itemize_scripts(struct analysis *a);
void itemize_faces(struct analysis *a);
void itemize_runs(struct analysis *a);
hb_script_t itemize_hb_script(uint8_t icu_script);

#endif
