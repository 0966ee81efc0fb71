/* Any bytes as an article: header, Markdown, marks. What comes out must be drawable: marks lie
 * inside their text and are sorted. */
#include "base/check.h"
#include "base/utf8.h"
#include "compiler/read/article.h"
#include "compiler/check/check.h"
#include "compiler/read/encoding.h"
#include "compiler/read/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_block(const struct store_block *block) {
    size_t bad;
    xassert(utf8_valid(block->text, &bad));
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        xassert(mark->start <= mark->end && mark->end <= block->text.n);
        xassert(i == 0 || block->marks[i - 1].start <= mark->start);
        /* never inside a character */
        xassert(mark->end == block->text.n || (block->text.p[mark->end] & 0xC0) != 0x80);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    struct diag diag;
    struct model model;
    struct compile_options options = {0};
    if (size > 1 << 14) {
        return 0;
    }
    arena_init(&arena);
    struct sources sources = {.arena = &arena};
    diag_init(&diag, &arena, &sources);
    model_init(&model, &arena, &diag);
    uint32_t file =
        sources_add(&sources, STR("guides/a.ja.md"), (struct str){(const char *)data, size});
    article_load(&model, file, encoding_check(&diag, file));
    article_finish(&model);
    model_index(&model);
    check_all(&model, &options);
    diag_finish(&diag);
    for (size_t i = 0; i < model.article_count; i++) {
        for (size_t j = 0; j < model.articles[i].bodies[LOCALE_JA].count; j++) {
            check_block(&model.articles[i].bodies[LOCALE_JA].blocks[j]);
        }
    }
    model_finish(&model);
    arena_finish(&arena);
    return 0;
}
