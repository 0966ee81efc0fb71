/* page.h - a page of 1,300 Korean characters: what its first picture costs with nothing in
 * the atlas, beside FreeType alone for the glyphs that are on it, and what every later one costs.
 */
#ifndef BENCH_PAGE_H
#define BENCH_PAGE_H

#include "base/json.h"
#include "session.h"

/* Writes one member, "page". */
bool bench_page(struct session *session, struct json *json, struct err *err);

#endif
