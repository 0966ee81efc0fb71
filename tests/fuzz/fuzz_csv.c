/* Any bytes as a table: loaded, checked, printed in three languages. */
#include "base/check.h"
#include "compiler/check/check.h"
#include "compiler/read/encoding.h"
#include "compiler/read/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the table, so that every column type is reached. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    struct diag diag;
    struct model model;
    struct compile_options options = {0};
    struct str_buf out = {0};
    if (size < 1 || size > 1 << 16) {
        return 0;
    }
    arena_init(&arena);
    struct sources sources = {.arena = &arena};
    struct str bytes = {(const char *)data + 1, size - 1};
    diag_init(&diag, &arena, &sources);
    model_init(&model, &arena, &diag);
    uint32_t file = sources_add(&sources, STR("table.csv"), bytes);
    if (encoding_check(&diag, file)) {
        load_csv(&model, &model.tables[data[0] % TABLE_ARTICLES], file);
    }
    model_index(&model);
    check_all(&model, &options);
    diag_finish(&diag);
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        diag_print(&diag, (enum locale_id)locale, STR("x"), &out);
    }
    for (size_t i = 0; i < diag.count; i++) {
        xassert(diag.items[i].place.at <= bytes.n);
    }
    str_buf_finish(&out);
    model_finish(&model);
    arena_finish(&arena);
    return 0;
}
