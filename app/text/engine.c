#include "text/engine.h"

#include <stdlib.h>

#include "base/check.h"
#include "base/xalloc.h"
#include "text/engine_private.h"
#include "text/lines/para_emit.h"

#define CACHE_BUDGET ((size_t)24 << 20)

static void
destroy_cached(uint32_t kind, void *value) {
    if (kind == CACHE_PARA) {
        para_box_destroy(value);
    } else {
        shaped_unref(value);
    }
}

struct text_engine *
text_engine_open(const char *fonts_ini, struct err *err) {
    struct text_engine *engine = xcalloc(1, sizeof(*engine));
    arena_init(&engine->scratch);
    para_cache_init(&engine->cache, CACHE_BUDGET, destroy_cached);
    engine->buffer = hb_buffer_create();
    for (int i = 0; i < LOCALE_COUNT; i++) {
        engine->languages[i] = hb_language_from_string(locale_tag((enum locale_id)i), -1);
    }
    if (!fontset_open(&engine->fonts, fonts_ini, err) ||
        !break_iterators_open(&engine->iterators, err)) {
        text_engine_close(engine);
        return NULL;
    }
    return engine;
}

void
text_engine_close(struct text_engine *engine) {
    if (!engine) {
        return;
    }
    para_cache_finish(&engine->cache);
    break_iterators_close(&engine->iterators);
    text_engine_forget_words(engine);
    hb_buffer_destroy(engine->buffer);
    plans_finish(&engine->plans);
    fontset_close(&engine->fonts);
    arena_finish(&engine->scratch);
    free(engine);
}

void
text_engine_forget_words(struct text_engine *engine) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        lexicon_finish(&engine->names[i]);
        lexicon_finish(&engine->terms[i]);
    }
    engine->cache.generation++;
}

static size_t
ask_source(void *self, struct arena *arena, struct str beginning, struct str **words) {
    const struct text_asker *asker = self;
    return asker->engine->ask_words(
        asker->engine->words_self, asker->kind, asker->lang, arena, beginning, words);
}

void
text_engine_ask_words(struct text_engine *engine, text_words_fn *ask, void *self) {
    text_engine_forget_words(engine);
    engine->ask_words = ask;
    engine->words_self = self;
    for (int kind = 0; ask && kind < 2; kind++) {
        struct lexicon *lexicons = kind == TEXT_NAMES ? engine->names : engine->terms;
        for (int i = 0; i < LOCALE_COUNT; i++) {
            struct text_asker *asker = &engine->askers[kind][i];
            *asker = (struct text_asker){engine, (enum text_words)kind, (enum locale_id)i};
            lexicons[i].ask = ask_source;
            lexicons[i].self = asker;
        }
    }
}

void
text_engine_add_names(
    struct text_engine *engine, enum locale_id lang, const struct str *names, size_t count) {
    lexicon_add(&engine->names[lang], names, count);
    engine->cache.generation++;
}

void
text_engine_add_terms(
    struct text_engine *engine, enum locale_id lang, const struct str *terms, size_t count) {
    lexicon_add(&engine->terms[lang], terms, count);
    engine->cache.generation++;
}

void
text_engine_end_frame(struct text_engine *engine) {
    para_cache_end_frame(&engine->cache);
}

/* HarfBuzz keeps the memory of the buffer; so another text goes through it, of the same length as
 * the longest before, with characters around it as context. */
static void
forget_buffer(hb_buffer_t *buffer) {
    enum { LENGTH = 4096, CONTEXT = 8 };
    uint16_t other[LENGTH + 2 * CONTEXT];
    for (size_t i = 0; i < LENGTH + 2 * CONTEXT; i++) {
        other[i] = 0x20;
    }
    hb_buffer_reset(buffer);
    hb_buffer_add_utf16(buffer, other, LENGTH + 2 * CONTEXT, CONTEXT, LENGTH);
    hb_buffer_guess_segment_properties(buffer);
    hb_buffer_get_glyph_positions(buffer, NULL);
    hb_buffer_reset(buffer);
}

void
text_engine_forget(struct text_engine *engine) {
    para_cache_forget(&engine->cache);
    arena_finish(&engine->scratch);
    forget_buffer(engine->buffer);
}

struct text_counters
text_engine_counters(const struct text_engine *engine) {
    return engine->counters;
}

bool
text_engine_covers(struct text_engine *engine, enum locale_id lang, uint32_t code_point) {
    uint32_t shown = chars_substitute(code_point) ? chars_substitute(code_point) : code_point;
    return chars_is_ignorable(code_point) ||
           !fontset_pick(&engine->fonts, lang, TEXT_REGULAR, &shown, 1).missing;
}

bool
text_engine_covers_variant(
    struct text_engine *engine, enum locale_id lang, uint32_t base, uint32_t selector) {
    uint32_t sequence[] = {base, selector};
    struct fontset_choice choice =
        fontset_pick(&engine->fonts, lang, TEXT_REGULAR, sequence, ARRAY_LEN(sequence));
    return !choice.missing && !choice.variant_missing;
}
