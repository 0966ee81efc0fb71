/* listing_index.h - makes the listings of a content database, once, when it is compiled.
 *
 *   events  events/city/ID  events/relation/ID          by date
 *   events/day/MM-DD  events/month/MM                   of home and its partners: anniversaries
 *   events/visits/KIND                                  of these, counted out and in; most first
 *   lanes  events/lane/COUNTRY  events/lane/rest        of the timeline: ids of cities, then
 *                                                       countries (and the rest) of all others
 *   cities                                              all but mentioned, by role
 *   cities/ROLE/LOCALE  cities/dated/LOCALE             of a role; that have events
 *   relations/ID                                        on either side of a city
 *   glossary/CATEGORY/LOCALE  phrases/CATEGORY/LOCALE
 *   school-links/LOCALE  school-links/of/ID             grouped by school; of one, on either side
 *   school-links/in/COUNTRY/LOCALE                      whose partner is there
 *   school-links/countries                              one link for each, most links first
 *   articles/KIND/LOCALE  articles/city/ID              that speak of a city
 *   figures  figures/group/ID                           all groups; one
 *   figures/of/RECORD  figures/of/RECORD/GROUP          of a city
 *   facts/RECORD/KIND                                   of a city
 *   names/RECORD[/official|/shown]                      by row number; shown: all but aliases
 *   cities/of/ARTICLE  checklists/LIST                  what belongs to an article
 *   plans/COUNTRY  plans          steps of a visit there; of lists that name no country
 *   holidays/YEAR  holidays/of/ID                      both by date; of one: the days of its name
 *   people  sections                                    in the order of the sources
 *
 * Listings that end in a locale keep the order of the sources while they are short; a long one is
 * an index of its language, with a heading for every letter; those of events have one a year.
 * The headings of `months/events/...` are the months of such a listing; it has no rows. */
#ifndef CONTENT_LISTING_INDEX_H
#define CONTENT_LISTING_INDEX_H

#include "base/err.h"

#include <sqlite3.h>

enum { LISTING_LONG = 64 }; /* more rows than that are long */
#define LISTING_LANES 12    /* lanes of the timeline, at most */

bool listing_index_build(sqlite3 *db, struct err *err);

#endif
