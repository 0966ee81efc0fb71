#include "compiler/compile.h"

#include "compiler/causes.h"
#include "compiler/check/check.h"
#include "compiler/read/load.h"
#include "compiler/write/emit.h"
#include "compiler/write/replace.h"

bool
compile_folder(struct compile *compile, const char *folder, const char *out_path,
    const struct compile_options *options, struct err *err) {
    static const struct compile_options no_options = {.locale = LOCALE_EN};
    struct model model;
    options = options ? options : &no_options;
    err->code = ERR_NONE;
    arena_init(&compile->arena);
    compile->sources = (struct sources){.arena = &compile->arena};
    diag_init(&compile->diag, &compile->arena, &compile->sources);
    model_init(&model, &compile->arena, &compile->diag);
    bool ok = !out_path || replace_may(out_path, options->locale, err);
    ok = ok && load_folder(&model, folder, options->locale, err);
    ok = ok && (!options->words_folder ||
                   load_words(&model, options->words_folder, options->locale, err));
    if (ok) {
        check_all(&model, options);
        diag_finish(&compile->diag);
        causes_hold_back(&compile->diag);
        ok = compile->diag.errors == 0;
    }
    if (ok && out_path) {
        ok = emit_database(&model, out_path, options->locale, err);
    }
    model_finish(&model);
    return ok;
}

void
compile_finish(struct compile *compile) {
    arena_finish(&compile->arena);
}
