/* words.h - the words of a screen, in its language: content/phrasing.h for who has a screen_env,
 * and the tones that badges have. */
#ifndef SCREENS_WORDS_H
#define SCREENS_WORDS_H

#include "content/phrasing.h"
#include "screens/screen.h"
#include "ui/widgets.h"

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
/* One of eight directions: "east". `bearing` in degrees, from north. */
struct str word_direction(const struct screen_env *env, double bearing);
/* "1,022 km to the east": as the crow flies, in one of eight directions. */
struct str word_away(
    const struct screen_env *env, struct arena *arena, struct geo_place from, struct geo_place to);
/* When a step of a checklist is due, relative to the visit. */
struct str word_due(
    const struct screen_env *env, struct arena *arena, const struct store_check *check);

#endif
