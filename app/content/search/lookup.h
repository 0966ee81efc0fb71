/* lookup.h - one key or one text looked up in the fields; between the files of matching. */
#ifndef CONTENT_SEARCH_LOOKUP_H
#define CONTENT_SEARCH_LOOKUP_H

#include "content/search/match.h"

struct search_lookup {
    struct search_index *index;
    struct arena *arena; /* scratch */
    struct doc_costs *costs;
    struct search_needles *needles;
    struct doc_costs *named; /* also lowered by what a synonym names; NULL: not asked */
    int open_cost;           /* more, for what only begins with a word that is declared a synonym */
};

/* True when the query has cost enough: leave out what is only a guess. */
bool lookup_is_tired(const struct search_lookup *lookup);
/* `key` as folded; `open`: it may be the beginning of one. `how` is added to the cost. */
void lookup_name(struct search_lookup *lookup, struct str key, bool open, int how);
/* A name key that the spellings gave: in keystrokes already. */
void lookup_name_strokes(struct search_lookup *lookup, struct str strokes, bool exact, int how);
/* In titles and bodies. `open`: the last word or syllable may be unfinished. */
void lookup_text(struct search_lookup *lookup, struct str text, bool open, int how);
/* A word that the vocabulary gave: it is looked for at the start of words only. */
void lookup_word(struct search_lookup *lookup, struct str word, int how);
/* Documents that have at least three of five pairs of `text`. */
void lookup_scattered(struct search_lookup *lookup, struct str text);
/* One term; lowers the costs of its documents to `cost`. Returns how many documents it has. */
size_t lookup_term(
    struct search_lookup *lookup, enum search_field field, struct str term, int cost);

#endif
