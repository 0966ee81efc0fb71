/* beside.h - a text in two languages: `guides/ID?with=ja`, and the same for cases, reports, talks,
 * cities and checklists. On wide panels in two columns with the numbers of the rows between, else
 * one below the other. A row that is touched offers to hold it out (face/). */
#ifndef SCREENS_BESIDE_BESIDE_H
#define SCREENS_BESIDE_BESIDE_H

#include "screens/screen.h"

enum { BESIDE_WIDTH_DP = 1400 }; /* of a page with two columns */

struct beside_text {
    struct str text; /* empty: nothing stands there */
    enum block_kind kind;
    int level, number;
    const struct ui_span *spans; /* without actions */
    size_t span_count;
};

struct beside_row {
    struct beside_text own, other;
    struct str step; /* of a checklist: "LIST/ID"; else empty */
};

struct beside {
    enum locale_id with;
    struct beside_row *rows;
    size_t count, cap;
};

/* What the path asks for: `?with=ja`. False: one language is enough. */
bool beside_is_asked(
    const struct screen_path *path, const struct screen_env *env, enum locale_id *with);
/* The text of "guides/ID", "checklists/LIST" or "cities/ID" in the screen's language and another,
 * in the arena. `found` false: no such thing. */
bool beside_load(struct beside *beside, const struct screen_env *env, struct arena *arena,
    struct str folder, struct str id, enum locale_id with, bool *found, struct err *err);

/* Keys for each other language, and the way back to one; `with` the screen's: there is one. */
void beside_keys(
    struct ui *ui, const struct screen_env *env, struct str address, enum locale_id with);
/* All rows; `address`: "guides/ID". */
void beside_view(
    struct ui *ui, const struct screen_env *env, const struct beside *beside, struct str address);

#endif
