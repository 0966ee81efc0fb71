#include "teach.h"

#include "base/log.h"
#include "content/kept_words.h"
#include "content/store.h"
#include "text/engine.h"

_Static_assert(
    (int)KEPT_WORDS_MOST >= (int)TEXT_WORDS_MANY, "the engine must see that there are more");

/* Names of cities, people and schools: no line splits them while it has another place. A name may
 * stand in text of any language, so each asks for those of all. A Japanese heading keeps the terms
 * of the glossary whole; the other languages write them in several words, and a line may end
 * between these. */
static size_t
ask(void *self, enum text_words kind, enum locale_id lang, struct arena *arena,
    struct str beginning, struct str **words) {
    struct err err;
    size_t count = 0;
    if (kind == TEXT_TERMS && lang != LOCALE_JA) {
        return 0;
    }
    if (!store_kept_words(self, arena, kind == TEXT_TERMS, beginning, words, &count, &err)) {
        log_write(LOG_WARN, "content", "names and terms cannot be read: %s", err.message);
        return 0;
    }
    return count;
}

void
teach_engine(struct text_engine *engine, struct store *store) {
    text_engine_ask_words(engine, ask, store);
}
