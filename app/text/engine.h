/* engine.h - the text engine: fonts, iterators and caches, opened once per process.
 *
 * One engine serves one thread. Faces come from fonts/fonts.ini (which file and face index serves
 * which language and weight, and in what order); each font file is opened once and shared by its
 * faces. Everything that needs text takes the engine first and a language always. */
#ifndef TEXT_ENGINE_H
#define TEXT_ENGINE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"

struct text_engine;

/* Opens every face named in `fonts_ini`. Fails when a face is missing or unreadable, naming the
 * file and the Debian package that brings it. Close with text_engine_close(). */
struct text_engine *text_engine_open(const char *fonts_ini, struct err *err);
void text_engine_close(struct text_engine *engine);

/* Shapes and breaks a few known strings: false, with the reason, when ICU's data or a font is not
 * what this engine needs (no dictionary, wrong rules, no hb features). A few milliseconds. */
bool text_engine_self_test(struct text_engine *engine, struct err *err);

/* Names (cities, people, institutions) that a line breaks only when it has no other place. Copied.
 */
void text_engine_add_names(
    struct text_engine *engine, enum locale_id lang, const struct str *names, size_t count);

/* Compound words of the subject (自治体国際化協会, 超広域経済圏) that a heading breaks between its
 * own words at most, after everything else. Copied. */
void text_engine_add_terms(
    struct text_engine *engine, enum locale_id lang, const struct str *terms, size_t count);

/* A source of names and terms too many to copy: asked during layout, once for every beginning (one
 * or two characters) that a text has, for the words that begin so, in the order of their code
 * points, in `arena`. Of TEXT_WORDS_MANY or more the first ones are enough: it is asked again with
 * more of the text. NULL: none. */
enum text_words { TEXT_NAMES, TEXT_TERMS };
enum { TEXT_WORDS_MANY = 12 };
typedef size_t text_words_fn(void *self, enum text_words kind, enum locale_id lang,
    struct arena *arena, struct str beginning, struct str **words);
void text_engine_ask_words(struct text_engine *engine, text_words_fn *ask, void *self);

/* Forgets all names and terms, as before those of another content are added. */
void text_engine_forget_words(struct text_engine *engine);

/* Call once per frame, after drawing: drops least recently used paragraphs over the byte budget.
 * Paragraphs borrowed before stay valid until this call, and those of this frame until the next. */
void text_engine_end_frame(struct text_engine *engine);

/* The visitor left: of no text that was laid out anything stays in memory but the shapes of its
 * characters. Nothing that was borrowed is valid afterwards. */
void text_engine_forget(struct text_engine *engine);

/* Counters since the engine was opened, for benchmarks and tests. */
struct text_counters {
    uint64_t paragraphs_laid_out, paragraph_hits, shape_calls, glyphs_rastered;
    uint64_t units_shaped;   /* UTF-16 units handed to HarfBuzz */
    uint64_t missing_glyphs; /* clusters no face has */
};
struct text_counters text_engine_counters(const struct text_engine *engine);

/* True when some face of the language's chain has the character (content checks use it). */
bool text_engine_covers(struct text_engine *engine, enum locale_id lang, uint32_t code_point);
/* The same for an ideograph with a variation selector: the very variant, not the base's shape. */
bool text_engine_covers_variant(
    struct text_engine *engine, enum locale_id lang, uint32_t base, uint32_t selector);

#endif
