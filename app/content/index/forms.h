/* forms.h - the forms of a text's words that an index has beside the words: stems, words with kana
 * between their Han, amounts. */
#ifndef CONTENT_INDEX_FORMS_H
#define CONTENT_INDEX_FORMS_H

#include "content/index/readings.h"
#include "content/search/terms.h"
#include "content/search/variants.h"
#include "i18n/fold.h"

/* Stems of words that were met before, so that each word is taken apart once. */
struct search_forms {
    struct arena arena;
    struct map seen; /* hash of a word -> its entry */
    struct search_stems {
        struct str *stems;
        size_t count;
        struct str syllable; /* a Korean noun of one syllable, without its particle; or empty */
    } * items;
    size_t count, capacity;
    struct search_readings readings;
};
void search_forms_init(struct search_forms *forms);
void search_forms_finish(struct search_forms *forms);

/* The stems of the words of `text` go to `field` of the document, or of the concept. */
void search_forms_add_stems(struct search_forms *forms, struct search_terms *terms,
    enum search_field field, struct str text, const struct fold *fold, uint32_t number);
/* What a title's words of one Han read as, with the kana behind them and without; `is_whole`: only
 * with all of them. */
void search_forms_add_readings(const struct search_forms *forms, struct arena *scratch,
    struct search_variants *variants, struct str title, const struct fold *fold, bool is_whole);
/* What a text has of words with kana between their Han, and of what words of Han read as. */
void search_forms_add_okurigana(const struct search_forms *forms, struct arena *scratch,
    struct search_variants *variants, struct str text, const struct fold *fold);
/* What a text has of amounts. */
void search_forms_add_amounts(
    struct arena *scratch, struct search_terms *terms, const struct fold *fold, uint32_t doc);

/* What a sentence of several Korean words is without its ending, as one key: 많이먹 of 많이
 * 먹었습니다. `text` may have several sentences. */
void search_forms_add_line_stems(struct search_forms *forms, struct search_terms *terms,
    enum search_field field, struct str text, uint32_t number);
/* How each Han reads: words that sound alike are taken for each other. */
void search_forms_add_han(struct search_variants *variants);

#endif
