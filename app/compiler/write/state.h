/* state.h - translations.state: what the texts were when their translations were accepted.
 *
 * A line a record, `cities/minato` and a hash of its texts in each language, then a line for each
 * piece of the original as it was, a tab, its column (or ¶), a tab and the text: so that a later
 * change can be shown. `#original ja` says which language that is. Lines that are not so are passed
 * over. The file belongs into version control; the one before stays as translations.state.previous.
 */
#ifndef COMPILER_WRITE_STATE_H
#define COMPILER_WRITE_STATE_H

#include "base/err.h"
#include "compiler/model.h"

struct state_piece {
    struct str label, text; /* one line each */
};
struct state_record {
    struct str name; /* cities/hamamatsu */
    uint32_t hashes[LOCALE_COUNT];
    struct state_piece *pieces; /* of the original */
    size_t piece_count;
    struct diag_place place; /* of the sources as they are */
};
struct state {
    struct state_record *items;
    size_t count;
    struct map by_name;
    enum locale_id original; /* of the pieces */
};
/* What the sources say now; everything is in the model's arena. Both: state_finish(). */
struct state state_now(const struct model *model);
/* What was accepted; empty where nothing was yet. */
struct state state_read(struct arena *arena, const char *folder);
void state_finish(struct state *state);
/* NULL when there is none of that name. */
const struct state_record *state_find(const struct state *state, struct str name);

/* A translation is stale when the original changed since and the translation did not. */
bool state_is_stale(const struct state_record *then, const struct state_record *now,
    enum locale_id original, enum locale_id translation);
/* What changed in the original: lines `    - title: as it was`, `    + title: as it is`. */
void state_add_changes(
    struct str_buf *out, const struct state_record *then, const struct state_record *now);

/* `locale` is that of what `err` says. */
bool state_write(
    const char *folder, const struct state *state, enum locale_id locale, struct err *err);
/* The one before takes its place again, and it the place of the one before. */
bool state_undo(const char *folder, enum locale_id locale, struct err *err);

#endif
