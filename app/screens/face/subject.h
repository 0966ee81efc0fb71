/* subject.h - what is held out to the person opposite: a phrase, a term, a name, a paragraph or a
 * step of a checklist in every language, how one reads it aloud, and what stands before and after
 * it in its list. */
#ifndef SCREENS_FACE_SUBJECT_H
#define SCREENS_FACE_SUBJECT_H

#include "screens/screen.h"

struct subject {
    struct str words[LOCALE_COUNT];
    struct str reading[LOCALE_COUNT]; /* in the letters of that language; or empty */
    struct str sound[LOCALE_COUNT];   /* for a reader of the screen's language; or empty */
    struct str list;                  /* what it is one of: "Greetings" */
    size_t place, count;              /* in that list, from 0 */
    struct str here, previous, next;  /* "phrases/ID", "guides/ID?at=3"; or empty */
    struct str details;               /* the path of all that is known of it; or empty */
    struct str step;                  /* of a checklist, that both tick: "LIST/ID"; or empty */
};

/* Of the path "face/FOLDER/ID", for a reader of `to`. `found` false: there is no such thing, or it
 * has no words. */
bool subject_load(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err);

#endif
