/* search_index.h - fills the search tables of a content database, once, when it is compiled.
 *
 * Reads the base and text tables, folds every name and text through i18n/fold, and writes the
 * tables that schema.sql describes:
 *   search_docs      what can be found, numbered from 1 in the order a visitor expects where
 *                    matches are equally good: home and partners before mentions
 *   search_texts     title, detail and body of a document in each language, for showing
 *   search_terms     (field, term) -> documents; see search/terms.h
 *   search_variants  (space, spelling) -> the words spelt so; see search/variants.h
 *   search_concepts  words for one concept, from the synonyms table
 *   search_meta      counts, parents, and the packed word lists for typing errors
 * The same rows give the same bytes. Time and memory grow linearly with the text. */
#ifndef CONTENT_SEARCH_INDEX_H
#define CONTENT_SEARCH_INDEX_H

#include "base/err.h"

#include <sqlite3.h>

bool search_index_build(sqlite3 *db, struct err *err);

#endif
