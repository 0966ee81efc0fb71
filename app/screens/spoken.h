/* spoken.h - a phrase said to the person opposite: in which language, and how it sounds to who
 * reads it aloud. */
#ifndef SCREENS_SPOKEN_H
#define SCREENS_SPOKEN_H

#include "screens/screen.h"

/* The language of the person opposite: a Korean or English reader speaks to Japanese hosts, a
 * Japanese reader to Korean ones. */
enum locale_id spoken_opposite(enum locale_id locale);
/* How the phrase sounds in `lang`, in letters that a reader of the screen's language knows; empty
 * where there is nothing to say of it. */
struct str spoken_sound(const struct screen_env *env, struct arena *arena,
    const struct store_phrase *phrase, enum locale_id lang);
/* The same of a term. */
struct str spoken_term_sound(const struct store_term *term, enum locale_id lang);
/* `reading_ja`, where that is how words of this language are read; else empty. */
struct str spoken_reading(struct str reading_ja, enum locale_id lang);

#endif
