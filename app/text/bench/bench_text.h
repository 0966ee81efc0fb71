/* bench_text.h - `naru bench text`: this engine against the floor (HarfBuzz and ICU alone, nothing
 * built from their answers), Pango and SDL2_ttf, on the same strings in the same run.
 *
 * A library of its own, so that `text` links neither SDL nor Pango. Times are the best of several
 * runs in nanoseconds: the least disturbed one. */
#ifndef TEXT_BENCH_TEXT_H
#define TEXT_BENCH_TEXT_H

#include "base/json.h"
#include "text/engine.h"

/* Writes the members "bench", "languages" and "scaling" into the object that is open in `json`.
 * Opponents that are not installed are left out. */
void bench_text_run(struct text_engine *engine, struct json *json);

#endif
