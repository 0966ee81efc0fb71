/* lexicon.h - names and terms that stay whole: longest match at each place of a UTF-16 text. Words
 * are added, or asked of a source when a text has their first two characters; where many words
 * begin so, the first three, and so on: however many words there are, a text asks for few. */
#ifndef TEXT_BREAKS_LEXICON_H
#define TEXT_BREAKS_LEXICON_H

#include "base/map.h"
#include "text/engine.h"
#include "text/shape/decode.h"

struct lexicon_entry {
    uint16_t *u16;
    int32_t length;
};

/* Words that begin so, in the order of their code points, in `arena`; of LEXICON_MANY or more the
 * first ones are enough. */
typedef size_t lexicon_ask_fn(
    void *self, struct arena *arena, struct str beginning, struct str **words);

struct lexicon {
    struct lexicon_entry *entries; /* sorted */
    size_t count, cap;
    struct map first; /* the first unit of a name -> index of its first entry */
    struct map asked; /* beginnings that the source was asked for -> whether it has more */
    lexicon_ask_fn *ask;
    void *self;
};

/* Longer names, in units, do not fit on a line anyway, and are not kept. */
#define LEXICON_LONGEST 100
#define LEXICON_MANY TEXT_WORDS_MANY

void lexicon_add(struct lexicon *lexicon, const struct str *names, size_t count);
void lexicon_finish(struct lexicon *lexicon);
bool lexicon_is_empty(const struct lexicon *lexicon);
/* Units of the longest name that starts at `at`, or 0. */
int32_t lexicon_match(struct lexicon *lexicon, const struct units *units, int32_t at);

#endif
