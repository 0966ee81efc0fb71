/* words.h - the ids of the content (`sister`, `suspended`, `people`) as words of the interface. An
 * id nobody has named yet comes out as it is written, so that new content shows before new words.
 */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include "base/geo.h"
#include "screens/screen.h"
#include "ui/widgets.h"

enum word_list {
    WORDS_ROLE,     /* of a city: sister, friendship, ... as the name of a group */
    WORDS_RELATION, /* kind of a relation */
    WORDS_STATUS,
    WORDS_EVENT,
    WORDS_FACT,
    WORDS_NAME_KIND,
    WORDS_LANGUAGE,
    WORDS_FIGURE_GROUP,
    WORDS_TERM_CATEGORY,
    WORDS_PHRASE_CATEGORY,
    WORDS_HIT,
    WORDS_HOLIDAY,   /* kind of a day off */
    WORDS_CERTAINTY, /* how sure it is */
    WORDS_LIST_COUNT
};

struct str word_for(const struct screen_env *env, enum word_list list, struct str id);
enum ui_tone word_tone(const struct screen_env *env, enum word_list list, struct str id);
/* Every id of a list in the order of its table. False past the end. */
bool word_at(const struct screen_env *env, enum word_list list, size_t index, struct str *id);

/* A figure's value with its unit, as its language writes it: 759,900명, 1兆864億ウォン, 149.12 km².
 */
struct str word_figure(
    const struct screen_env *env, struct arena *arena, const struct store_figure *figure);
struct str word_count(
    const struct screen_env *env, struct arena *arena, enum msg msg, size_t count);
struct str word_date(const struct screen_env *env, struct arena *arena, const struct edtf *date);
/* "as of 31 December 2011", or empty. */
struct str word_as_of(
    const struct screen_env *env, struct arena *arena, const struct store_figure *figure);
struct str word_text(const struct screen_env *env, enum msg msg);
/* "a · b", or whichever of the two is not empty. */
struct str word_join(const struct screen_env *env, struct arena *arena, struct str a, struct str b);
/* "Nevada, United States" in the order of the language. */
struct str word_place(
    const struct screen_env *env, struct arena *arena, struct str region, struct str country);
/* "1,022 km", to the nearest km. */
struct str word_km(const struct screen_env *env, struct arena *arena, double km);
/* "1,022 km to the east": as the crow flies, in one of eight directions. */
struct str word_away(
    const struct screen_env *env, struct arena *arena, struct geo_place from, struct geo_place to);
/* When a step of a checklist is due, relative to the visit. */
struct str word_due(
    const struct screen_env *env, struct arena *arena, const struct store_check *check);

#endif
