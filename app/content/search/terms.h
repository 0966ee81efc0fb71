/* terms.h - terms and the documents that have them.
 *
 * A term belongs to a field. Names (N) and parts of names (P) are whole keys, Hangul in keystrokes,
 * so that a range of keys is what a visitor types so far. Texts (T titles, B bodies) are words of
 * letters and digits, and pairs of neighbouring characters where words have no spaces; the last
 * character of a stretch stands alone. Documents are numbered from 1 in order of importance.
 *
 * Postings are a byte FORM and either ascending differences as base-128 numbers or a bitmap,
 * whichever is shorter. A prefix with more than SEARCH_RANGE_MAX terms has a term of its own, in
 * the field's lower-case letter, with the documents of all of them: no range is ever long. */
#ifndef CONTENT_SEARCH_TERMS_H
#define CONTENT_SEARCH_TERMS_H

#include "base/arena.h"
#include "base/map.h"
#include "content/search/sql.h"

enum search_field {
    SEARCH_NAME = 'N',
    SEARCH_NAME_PART = 'P',
    SEARCH_TITLE = 'T',
    SEARCH_BODY = 'B',
    SEARCH_DATE = 'D',      /* of the document itself */
    SEARCH_BODY_DATE = 'E', /* in its text */
    SEARCH_CONTEXT = 'C',   /* the term is the number of a document this one belongs with */
    SEARCH_CONCEPT = 'S',   /* the postings are numbers of concepts */
    SEARCH_STEM = 'V',      /* of the words of names and titles (i18n/stems.h) */
    SEARCH_BODY_STEM = 'W',
    SEARCH_LINE_STEM = 'L',    /* of a whole sentence of a title, of several words: 많이먹 */
    SEARCH_CONCEPT_STEM = 'R', /* as S; of its only word, or of all of its words */
    SEARCH_AMOUNT = 'A',       /* a number, zeros before it (i18n/fold_amount.h) */
    SEARCH_JOINED_NAME = 'J', /* a name of several words of letters, no place's, without its spaces:
                                 N has it with them */
};
enum { SEARCH_RANGE_MAX = 64 };

/* The prefix field of a field. */
static inline int
search_prefix_field(enum search_field field) {
    return (int)field | 0x20;
}

/* Collects while the database is compiled. Documents must come in ascending order. */
struct search_term;
struct search_terms {
    struct arena arena;
    struct map map;
    struct search_term *terms;
    size_t count, capacity;
};
void search_terms_init(struct search_terms *terms);
void search_terms_finish(struct search_terms *terms);
void search_terms_add(
    struct search_terms *terms, enum search_field field, struct str term, uint32_t doc);
/* Sorts, adds the prefixes and writes everything to search_terms. */
bool search_terms_write(
    struct search_terms *terms, sqlite3 *db, uint32_t doc_count, struct err *err);

/* Walks postings. Damaged bytes end the walk early; numbers over `limit` are left out. */
struct search_postings {
    struct str bytes;
    size_t at;
    uint32_t last, limit;
};
struct search_postings search_postings(struct str blob, uint32_t limit);
/* The bitmap of dense postings (bit d % 8 of byte d / 8 is document d), cut to the limit rounded up
 * to eight; empty for others. */
struct str search_postings_bitmap(const struct search_postings *postings);
/* The next documents, at most `max` (8 or more); 0 at the end. */
size_t search_postings_read(struct search_postings *postings, uint32_t *docs, size_t max);

#endif
