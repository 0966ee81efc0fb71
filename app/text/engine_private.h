/* engine_private.h - what is inside the engine, for the stages of the pipeline. */
#ifndef TEXT_ENGINE_PRIVATE_H
#define TEXT_ENGINE_PRIVATE_H

#include "text/breaks/breaks.h"
#include "text/engine.h"
#include "text/fonts/fontset.h"
#include "text/breaks/lexicon.h"
#include "text/para_cache.h"
#include "text/shape/plans.h"

/* Who asks the source: one for each lexicon. */
struct text_asker {
    struct text_engine *engine;
    enum text_words kind;
    enum locale_id lang;
};

struct text_engine {
    struct fontset fonts;
    struct break_iterators iterators;
    struct lexicon names[LOCALE_COUNT], terms[LOCALE_COUNT];
    struct text_asker askers[2][LOCALE_COUNT];
    text_words_fn *ask_words;
    void *words_self;
    hb_buffer_t *buffer; /* reused by every shape call */
    struct plans plans;
    hb_language_t languages[LOCALE_COUNT];
    struct arena scratch; /* one layout; reset at the start of the next */
    struct para_cache cache;
    struct text_counters counters;
};

#endif
