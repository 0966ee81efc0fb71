/* phrasing.h - records of the content in the words of a language: kinds and states by their ids
 * (`sister`, `suspended`, `people`), figures with their units, days before a visit; for screens and
 * paper alike. An id nobody has named yet comes out as it is written, so that new content shows
 * before new words. Results live in the caller's arena, or as long as the store. */
#ifndef CONTENT_PHRASING_H
#define CONTENT_PHRASING_H

#include "base/geo.h"
#include "content/store.h"
#include "i18n/i18n.h"

/* Whose words, in which language. */
struct phrasing {
    struct store *store;
    struct i18n *i18n;
    enum locale_id locale;
};

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

struct str phrasing_for(const struct phrasing *in, enum word_list list, struct str id);
/* A word of the lists that a city may add to; NULL: not there, or of a list that the program knows.
 */
const struct store_word *phrasing_listed(
    const struct phrasing *in, enum word_list list, struct str id);
/* Every id of a list in the order of its table. False past the end. */
bool phrasing_at(const struct phrasing *in, enum word_list list, size_t index, struct str *id);

struct str phrasing_text(const struct phrasing *in, enum msg msg);
/* A figure's value with its unit, as its language writes it: 759,900명, 1兆864億ウォン, 149.12 km².
 */
struct str phrasing_figure(
    const struct phrasing *in, struct arena *arena, const struct store_figure *figure);
/* "as of 31 December 2011", or empty. */
struct str phrasing_as_of(
    const struct phrasing *in, struct arena *arena, const struct store_figure *figure);
struct str phrasing_date(const struct phrasing *in, struct arena *arena, const struct edtf *date);
/* "a · b", or whichever of the two is not empty. */
struct str phrasing_join(
    const struct phrasing *in, struct arena *arena, struct str a, struct str b);
/* "Nevada, United States" in the order of the language. */
struct str phrasing_place(
    const struct phrasing *in, struct arena *arena, struct str region, struct str country);
/* "1,022 km", to the nearest km. */
struct str phrasing_km(const struct phrasing *in, struct arena *arena, double km);
/* One of eight directions: "east". `bearing` in degrees, from north. */
struct str phrasing_direction(const struct phrasing *in, double bearing);
/* "1,022 km to the east": as the crow flies, in one of eight directions. */
struct str phrasing_away(
    const struct phrasing *in, struct arena *arena, struct geo_place from, struct geo_place to);
/* When a step of a checklist is due, relative to the visit. */
struct str phrasing_due(
    const struct phrasing *in, struct arena *arena, const struct store_check *check);
/* How a phrase in `said` sounds, in letters that a reader of this language knows; empty where there
 * is nothing to say of it. */
struct str phrasing_sound(const struct phrasing *in, struct arena *arena,
    const struct store_phrase *phrase, enum locale_id said);

#endif
