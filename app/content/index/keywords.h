/* keywords.h - the rows of the synonyms that have a use: words that are no concept of their own.
 *
 *   place-word             ends the name of a place and may be left out: 시, 市, City. The first
 *                          that fits counts, by id, language and order, so longer ones come first.
 *   relation-KIND, relation-STATUS, article-checklist
 *                          found with the records that have it; in temp.search_keywords(use, words)
 *                          for the questions of docs_sql.c. */
#ifndef CONTENT_INDEX_KEYWORDS_H
#define CONTENT_INDEX_KEYWORDS_H

#include "content/index/names.h"
#include "content/search/sql.h"

bool search_keywords_load(
    sqlite3 *db, struct arena *arena, struct search_place_words *places, struct err *err);

#endif
