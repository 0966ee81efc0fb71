/* The house rules that a compiler does not hold: which layer may include which, which headers cross
 * a layer, which layer may see which library, where memory comes from, and how long files and
 * functions may grow. */
#include "test.h"

#include "base/file.h"

enum { MAX_FILE_LINES = 700, MAX_FUNCTION_LINES = 60 };

/* What a folder of app/ may include: layers, or single headers. `commands` and the files beside
 * main.c may use everything. */
static const struct {
    const char *layer, *may_include;
} layers[] = {
    {"base", "base"},
    {"i18n", "base i18n"},
    {"handover", "base i18n handover"},
    {"text", "base i18n text"},
    {"draw", "base i18n text draw"},
    {"ui", "base i18n text draw ui"},
    {"content", "base i18n content"},
    {"kiosk", "base content kiosk"},
    {"personal", "base personal"},
    {"screens", "base i18n handover content kiosk personal ui screens"},
    {"compiler", "base i18n content text compiler"},
    {"paper", "base i18n content text paper cli"},
    {"cli", "base i18n content ui/profile.h ui/theme.h ui/looks.h cli"},
    {"commands", "*"},
    {"host", "*"},
    {"", "*"},
};

/* Who may see a library's headers: folders, or single files. */
static const struct {
    const char *header, *who;
} libraries[] = {
    {"<unicode/", "i18n text"},
    {"<hb", "text"},
    {"<ft2build.h>", "text"},
    {"<freetype/", "text"},
    {"<ini.h>", "base text"},
    {"<sqlite3.h>", "content compiler personal"},
    {"<qrcodegen/", "handover"},
    {"<cmark.h>", "compiler"},
    {"<cairo", "paper"},
    {"<pixman.h>", "draw"},
    {"<SDL", "draw ui/input.c host compiler/read/raster.c"},
    {"<wayland", "host"},
};

/* Includes and twins that are still to be parted: this list only shrinks. */
static const struct {
    const char *file, *header;
} known[] = {
    {"content/search/search.c", "content/store/store_private.h"},
};

/* Who may name a language: code asks i18n/locale.def. One file or folder a line; a line that is no
 * longer needed is a fault, too. */
static const struct {
    const char *where, *why;
} naming[] = {
    {"i18n/number.c", "ten thousands are written in two ways"},
    {"i18n/date.c", "eras; words around an open interval"},
    {"i18n/locale.h", "examples of tags"},
    {"i18n/fold_roman.c", "syllables, no languages"},
    {"text/breaks/breaks.c", "ICU's rules of line breaking by name"},
    {"text/self_test.c", "samples"},
    {"content/index/listings.c", "columns of the content: readings of Japanese names"},
    {"content/store/sql.c", "columns of the content: a term stands in every language"},
    {"content/store/terms.c", "those columns"},
    {"screens/glossary.c", "columns of the content: reading_ja, hanja_ko"},
    {"screens/schools.c", "columns of the content: readings of Japanese names"},
    {"screens/city/head.c", "columns of the content: readings of Japanese names"},
    {"screens/phrases.c", "columns of the content: readings of Japanese texts"},
    {"screens/spoken.c", "to whom one speaks"},
    {"content/phrasing.c", "columns of the content: hangul_ja, kana_ko"},
    {"screens/specimen.c", "samples"},
    {"compiler/compile.c", "messages, until a language is asked for"},
    {"compiler/trouble.c", "the words of troubles.def"},
    {"compiler/check/", "base columns; typography of a language"},
    {"compiler/commands/", "the words of a verb, beside it"},
    {"teach.c", "readings teach the Japanese shaper"},
};

struct scan {
    struct arena arena;
    int problems;
    bool is_known_met[ARRAY_LEN(known)], is_naming_met[ARRAY_LEN(naming)];
};

static bool
has_word(const char *words, struct str word) {
    struct str rest = str_from(words), piece;
    while (str_split(&rest, ' ', &piece)) {
        if (str_eq(piece, word) || str_eq(piece, STR("*"))) {
            return true;
        }
    }
    return false;
}

static void
complain(struct scan *scan, struct str file, int line, const char *what, struct str detail) {
    print_error("app/%.*s:%d: %s %.*s\n", STR_ARG(file), line, what, STR_ARG(detail));
    scan->problems++;
}

static const char *
allowed_for(struct str layer) {
    for (size_t i = 0; i < ARRAY_LEN(layers); i++) {
        if (str_eq(str_from(layers[i].layer), layer)) {
            return layers[i].may_include;
        }
    }
    return "";
}

static struct str
before(struct str s, char mark) {
    struct str piece = s;
    return str_split(&s, mark, &piece) && s.p ? piece : (struct str){0};
}

/* "text/lines/line.h": text/lines/ */
static struct str
folder_of(struct str path) {
    size_t n = path.n;
    while (n > 0 && path.p[n - 1] != '/') {
        n--;
    }
    return str_slice(path, 0, n);
}

static bool
is_known(struct scan *scan, struct str file, struct str header) {
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (str_eq(file, str_from(known[i].file)) && str_eq(header, str_from(known[i].header))) {
            scan->is_known_met[i] = true;
            return true;
        }
    }
    return false;
}

/* Only what stands directly in a layer's folder crosses to another layer: its rooms are its own.
 * And *_private.h serves its own folder and the rooms below it. */
static void
check_public(struct scan *scan, struct str file, int number, struct str header) {
    struct str layer = before(header, '/'), folder = folder_of(header);
    bool is_own = str_eq(layer, before(file, '/'));
    if (!is_own && folder.n != layer.n + 1) {
        complain(scan, file, number, "reaches into a room of another layer:", header);
    }
    if (str_ends(header, STR("_private.h")) && !str_starts(file, folder)) {
        complain(scan, file, number, "is outside the folder of", header);
    }
}

static void
check_include(struct scan *scan, struct str file, int number, struct str line) {
    struct str layer = before(file, '/');
    struct str target = str_trim(str_slice(line, STR("#include").n, line.n));
    if (target.n && target.p[0] == '"') {
        struct str header = str_slice(target, 1, target.n - 1);
        struct str included = before(header, '/');
        const char *allowed = allowed_for(layer);
        if (included.n && !has_word(allowed, included) && !has_word(allowed, header)) {
            complain(scan, file, number, "may not include", target);
        }
        if (included.n && !is_known(scan, file, header)) {
            check_public(scan, file, number, header);
        }
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(libraries); i++) {
        bool meant = str_starts(target, str_from(libraries[i].header));
        if (meant && !has_word(libraries[i].who, layer) && !has_word(libraries[i].who, file)) {
            complain(scan, file, number, "may not see", target);
        }
    }
}

/* One growable array (base/vec.h), one UTF-8 decoder (base/utf8.h). */
static void
check_twins(struct scan *scan, struct str file, int number, struct str line) {
    static const char *const signs[] = {
        "xrealloc", "cap * 2", "capacity * 2", "& 0xC0", "0x3Fu) << 6", "0x3F) << 6"};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        bool has_it = str_find(line, str_from(signs[i])) != SIZE_MAX;
        if (has_it && !str_starts(file, STR("base/")) &&
            !is_known(scan, file, str_from(signs[i]))) {
            complain(scan, file, number, "does what base/vec.h or base/utf8.h does:", line);
        }
    }
}

/* A language by its name: its constant, or its tag in quotes. */
static void
check_languages(struct scan *scan, struct str file, int number, struct str line) {
    static const char *const names[] = {"LOCALE_KO", "LOCALE_JA", "LOCALE_EN", "\"ko\"", "\"ja\"",
        "\"en\"", "'ko'", "'ja'", "'en'"};
    bool names_one = false, may = false;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        names_one |= str_find(line, str_from(names[i])) != SIZE_MAX;
    }
    for (size_t i = 0; names_one && i < ARRAY_LEN(naming); i++) {
        bool is_here = str_starts(file, str_from(naming[i].where));
        scan->is_naming_met[i] |= is_here;
        may |= is_here;
    }
    if (names_one && !may) {
        complain(scan, file, number, "names a language; i18n/locale.def knows them:", line);
    }
}

static void
check_memory(struct scan *scan, struct str file, int number, struct str line) {
    static const char *const calls[] = {" malloc(", " calloc(", " realloc(", " strdup("};
    for (size_t i = 0; i < ARRAY_LEN(calls); i++) {
        bool calls_it = str_find(line, str_from(calls[i])) != SIZE_MAX;
        if (calls_it && !str_starts(file, STR("base/"))) {
            complain(scan, file, number, "takes memory past base/xalloc.h:", line);
        }
    }
}

/* clang-format puts a definition's body between a line ending in "{" at column 0's function and a
 * line that is just "}". */
static void
check_lengths(struct scan *scan, struct str file, struct str text) {
    struct str line;
    int number = 0, start = 0;
    while (str_split(&text, '\n', &line)) {
        number++;
        bool opens =
            line.n > 2 && line.p[0] != ' ' && line.p[0] != '#' && str_ends(line, STR(") {"));
        bool continues = line.n > 2 && line.p[0] == ' ' && start == 0 &&
                         str_starts(line, STR("    ")) && line.p[4] != ' ' &&
                         str_ends(line, STR(") {"));
        if (opens || continues) {
            start = start ? start : number;
        }
        if (str_eq(line, STR("}"))) {
            if (start && number - start > MAX_FUNCTION_LINES) {
                complain(scan, file, start, "has a function longer than 60 lines", (struct str){0});
            }
            start = 0;
        }
    }
    if (number > MAX_FILE_LINES) {
        complain(scan, file, number, "is longer than 700 lines", (struct str){0});
    }
}

static void
check_file(struct scan *scan, struct str file) {
    struct err err;
    struct str text, line;
    const char *path = arena_printf(&scan->arena, NARU_SOURCE_DIR "/app/%.*s", STR_ARG(file)).p;
    if (!file_read(path, FILE_LIMIT_DEFAULT, &scan->arena, &text, &err)) {
        fail_msg("%s", err.message);
    }
    check_lengths(scan, file, text);
    for (int number = 1; str_split(&text, '\n', &line); number++) {
        if (str_starts(line, STR("#include"))) {
            check_include(scan, file, number, line);
        }
        check_memory(scan, file, number, line);
        check_languages(scan, file, number, line);
        check_twins(scan, file, number, line);
    }
}

static void
check_folder(struct scan *scan, struct str folder) {
    struct err err;
    struct str *names;
    size_t count;
    const char *path = arena_printf(&scan->arena, NARU_SOURCE_DIR "/app/%.*s", STR_ARG(folder)).p;
    if (!file_list(path, &scan->arena, &names, &count, &err)) {
        fail_msg("%s", err.message);
    }
    for (size_t i = 0; i < count; i++) {
        struct str file =
            folder.n ? arena_printf(&scan->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(names[i]))
                     : names[i];
        if (file_is_directory(
                arena_printf(&scan->arena, NARU_SOURCE_DIR "/app/%.*s", STR_ARG(file)).p)) {
            check_folder(scan, file);
        } else if (str_ends(file, STR(".c")) || str_ends(file, STR(".h"))) {
            check_file(scan, file);
        }
    }
}

static void
test_layers__include_only_what_is_below_them(void **state) {
    (void)state;
    struct scan scan = {0};
    arena_init(&scan.arena);
    check_folder(&scan, (struct str){0});
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (!scan.is_known_met[i]) {
            complain(&scan, str_from(known[i].file), 0, "no longer needs its exception for",
                str_from(known[i].header));
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(naming); i++) {
        if (!scan.is_naming_met[i]) {
            complain(&scan, str_from(naming[i].where), 0,
                "no longer names a language:", str_from(naming[i].why));
        }
    }
    int problems = scan.problems;
    arena_finish(&scan.arena);
    assert_int_equal(problems, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layers__include_only_what_is_below_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
