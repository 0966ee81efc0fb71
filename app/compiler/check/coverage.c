#include "compiler/check/coverage.h"

#include "compiler/trouble.h"

#include <stdio.h>

/* `why` is in English; the file tells others what to look at. */
static void
say(const struct compile_options *options, const char *why, const char *file) {
    struct err err;
    TROUBLE_SET(&err, ERR_MISSING, options->locale, TROUBLE_NO_FONTS,
        .text = {str_from(why), str_from(file)});
    fprintf(stderr, "naru-content: %s\n", err.message);
}

#ifdef NARU_HAS_TEXT
#include "base/file.h"
#include "base/xalloc.h"
#include "text/engine.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct coverage {
    struct text_engine *engine;
};

static bool
covers(void *self, enum locale_id locale, uint32_t code_point) {
    struct coverage *coverage = self;
    return text_engine_covers(coverage->engine, locale, code_point);
}

static bool
covers_variant(void *self, enum locale_id locale, uint32_t base, uint32_t selector) {
    struct coverage *coverage = self;
    return text_engine_covers_variant(coverage->engine, locale, base, selector);
}

/* fonts.ini where naru looks for it, too: NARU_DATA, beside the program, or as installed. */
static struct str
fonts_ini(struct arena *arena) {
    char path[4096];
    const char *chosen = getenv("NARU_DATA");
    ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
    path[n > 0 ? n : 0] = '\0';
    char *slash = strrchr(path, '/');
    struct str folder = {path, slash ? (size_t)(slash - path) : 0};
    if (chosen && *chosen) {
        return arena_printf(arena, "%s/fonts/fonts.ini", chosen);
    }
    struct str beside = arena_printf(arena, "%.*s/fonts/fonts.ini", STR_ARG(folder));
    return file_exists(beside.p)
               ? beside
               : arena_printf(arena, "%.*s/../share/naru/fonts/fonts.ini", STR_ARG(folder));
}

struct coverage *
coverage_open(struct compile_options *options) {
    struct err err = {0};
    struct arena arena;
    arena_init(&arena);
    struct str file = fonts_ini(&arena);
    struct text_engine *engine = text_engine_open(file.p, &err);
    if (!engine) {
        say(options, err.message, file.p);
    }
    arena_finish(&arena);
    if (!engine) {
        return NULL;
    }
    struct coverage *coverage = xcalloc(1, sizeof(*coverage));
    coverage->engine = engine;
    options->covers = covers;
    options->covers_variant = covers_variant;
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
    say(options, "no text engine", "fonts.ini");
    return NULL;
}

void
coverage_close(struct coverage *coverage) {
    (void)coverage;
}

#endif
