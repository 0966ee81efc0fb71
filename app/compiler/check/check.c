#include "compiler/check/check.h"

#include "compiler/check/against.h"
#include "compiler/check/words.h"

void
check_all(struct model *model, const struct compile_options *options) {
    struct check check = {.model = model, .options = options};
    for (size_t i = 0; i < LOCALE_COUNT && options->covers; i++) {
        check.coverage[i] = arena_alloc(model->arena, 0x110000 / 4);
    }
    if (options->against) {
        against_check(&check, options->against, &(struct err){0}); /* it opened a moment ago */
    }
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        check_cells(&check, &model->tables[i]);
    }
    check_languages(&check);
    words_check_lists(&check);
    check_records(&check);
    check_figures(&check);
    check_pictures(&check);
    check_articles(&check);
    check_phrases(&check);
    check_wording(&check);
    map_finish(&check.lost_places);
}
