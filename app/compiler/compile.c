#include "compiler/compile.h"

#include "compiler/check/check.h"
#include "compiler/write/emit.h"
#include "compiler/read/load.h"

bool
compile_folder(struct compile *compile, const char *folder, const char *out_path,
    const struct compile_options *options, struct err *err) {
    static const struct compile_options no_options = {0};
    struct model model;
    err->code = ERR_NONE;
    arena_init(&compile->arena);
    compile->sources = (struct sources){.arena = &compile->arena};
    diag_init(&compile->diag, &compile->arena, &compile->sources);
    model_init(&model, &compile->arena, &compile->diag);
    bool ok = load_folder(&model, folder, err);
    if (ok) {
        check_all(&model, options ? options : &no_options);
        diag_finish(&compile->diag);
        ok = compile->diag.errors == 0;
    }
    if (ok && out_path) {
        ok = emit_database(&model, out_path, err);
    }
    model_finish(&model);
    return ok;
}

void
compile_finish(struct compile *compile) {
    arena_finish(&compile->arena);
}
