#include "compiler/coverage.h"

#include <stdio.h>

#ifdef NARU_FONTS_INI
#include "base/file.h"
#include "base/xalloc.h"
#include "text/engine.h"

#include <stdlib.h>

struct coverage {
    struct text_engine *engine;
};

static bool
covers(void *self, enum locale_id locale, uint32_t code_point) {
    struct coverage *coverage = self;
    return text_engine_covers(coverage->engine, locale, code_point);
}

/* In the build tree first, then where `cmake --install` puts it. */
static const char *
fonts_ini(void) {
    return file_exists(NARU_FONTS_INI) ? NARU_FONTS_INI : NARU_FONTS_INI_INSTALLED;
}

struct coverage *
coverage_open(struct compile_options *options) {
    struct err err = {0};
    struct text_engine *engine = text_engine_open(fonts_ini(), &err);
    if (!engine) {
        fprintf(
            stderr, "naru-content: characters are not checked against fonts: %s\n", err.message);
        return NULL;
    }
    struct coverage *coverage = xcalloc(1, sizeof(*coverage));
    coverage->engine = engine;
    options->covers = covers;
    options->covers_self = coverage;
    return coverage;
}

void
coverage_close(struct coverage *coverage) {
    if (coverage) {
        text_engine_close(coverage->engine);
        free(coverage);
    }
}

#else

struct coverage *
coverage_open(struct compile_options *options) {
    (void)options;
    fprintf(stderr, "naru-content: characters are not checked against fonts: "
                    "built without the text engine\n");
    return NULL;
}

void
coverage_close(struct coverage *coverage) {
    (void)coverage;
}

#endif
