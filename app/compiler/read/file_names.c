#include "compiler/read/file_names.h"

#include "base/check.h"
#include "compiler/check/chars.h"
#include "content/tables.h"
#include "i18n/locale.h"

static struct str
lower(struct arena *arena, struct str name) {
    char *copy = arena_alloc(arena, name.n + 1);
    for (size_t i = 0; i < name.n; i++) {
        copy[i] = (char)(name.p[i] >= 'A' && name.p[i] <= 'Z' ? name.p[i] | 32 : name.p[i]);
    }
    return (struct str){copy, name.n};
}

static struct str
without_end(struct str name, const struct str *ends, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (name.n > ends[i].n && str_ends(name, ends[i])) {
            return str_slice(name, 0, name.n - ends[i].n);
        }
    }
    return (struct str){0};
}

/* city and citys are cities, person is people, school_links and schoollinks are school-links. */
static const char *
table_of(struct arena *arena, struct str stem) {
    static const char desk[3][12] = {"wordings", "exceptions", "settings"};
    for (size_t i = 0; i < TABLE_ARTICLES + 3; i++) {
        const char *table = i < TABLE_ARTICLES ? content_tables[i].name : desk[i - TABLE_ARTICLES];
        struct str name = str_from(table), one = str_slice(name, 0, name.n - 1);
        bool has_ies = str_ends(name, STR("ies"));
        struct str y = arena_printf(arena, "%.*sy", STR_ARG(str_slice(name, 0, name.n - 3)));
        struct str ys = arena_printf(arena, "%.*ss", STR_ARG(y));
        bool is_person = str_eq(name, STR("people")) &&
                         (str_eq(stem, STR("person")) || str_eq(stem, STR("persons")));
        char flat[64];
        size_t n = 0;
        for (size_t j = 0; j < stem.n && n < sizeof(flat); j++) {
            flat[n++] = stem.p[j] == '_' || stem.p[j] == ' ' ? '-' : stem.p[j];
        }
        if (str_eq(stem, name) || (str_ends(name, STR("s")) && str_eq(stem, one)) ||
            (has_ies && (str_eq(stem, y) || str_eq(stem, ys))) || is_person ||
            str_eq((struct str){flat, n}, name)) {
            return table;
        }
    }
    return NULL;
}

struct str
file_names_table(struct arena *arena, struct str name) {
    static const struct str ends[] = {STR_INIT(".csv.txt"), STR_INIT(".csv.csv"), STR_INIT(".csv"),
        STR_INIT(".txt"), STR_INIT(".tsv"), STR_INIT(".tab")};
    struct str stem = without_end(lower(arena, name), ends, ARRAY_LEN(ends));
    const char *table = stem.n > 0 ? table_of(arena, str_trim(stem)) : NULL;
    struct str right = table ? arena_printf(arena, "%s.csv", table) : (struct str){0};
    return str_eq(right, name) ? (struct str){0} : right;
}

/* The tag of one of our languages, or what people take for it: the country's, three letters. */
bool
file_names_language(struct str word, enum locale_id *locale) {
    static const struct {
        struct str word, tag;
    } other[] = {{STR_INIT("kr"), STR_INIT("ko-KR")}, {STR_INIT("jp"), STR_INIT("ja-JP")},
        {STR_INIT("kor"), STR_INIT("ko-KR")}, {STR_INIT("jpn"), STR_INIT("ja-JP")},
        {STR_INIT("eng"), STR_INIT("en-US")}, {STR_INIT("us"), STR_INIT("en-US")}};
    for (size_t i = 0; i < ARRAY_LEN(other); i++) {
        word = str_eq(word, other[i].word) ? other[i].tag : word;
    }
    return word.n >= 2 && locale_from_tag(word, locale);
}

struct str
file_names_article(struct arena *arena, struct str name) {
    static const struct str ends[] = {
        STR_INIT(".md.txt"), STR_INIT(".md"), STR_INIT(".txt"), STR_INIT(".markdown")};
    struct str stem = without_end(lower(arena, name), ends, ARRAY_LEN(ends));
    size_t dot = stem.n;
    while (dot > 0 && stem.p[dot - 1] != '.' && stem.p[dot - 1] != '_') {
        dot--;
    }
    struct str slug = dot > 0 ? str_slice(stem, 0, dot - 1) : (struct str){0};
    enum locale_id locale;
    if (chars_is_id(slug) && file_names_language(str_slice(stem, dot, stem.n), &locale)) {
        struct str right = arena_printf(arena, "%.*s.%s.md", STR_ARG(slug), locale_tag(locale));
        return str_eq(right, name) ? (struct str){0} : right;
    }
    return (struct str){0};
}

struct str
file_names_folder(struct arena *arena, struct str name) {
    static const struct str folders[] = {STR_INIT("guides"), STR_INIT("cases"), STR_INIT("talks"),
        STR_INIT("reports"), STR_INIT("pictures")};
    static const struct str ends[] = {STR_INIT(".csv")};
    struct str small = lower(arena, name);
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        if (str_eq(small, folders[i]) ||
            str_eq(small, str_slice(folders[i], 0, folders[i].n - 1))) {
            return folders[i];
        }
    }
    struct str stem = without_end(small, ends, 1);
    const char *table = table_of(arena, stem.n > 0 ? stem : small);
    return table ? str_from(table) : (struct str){0};
}

bool
file_names_is_document(struct str name) {
    static const struct str ends[] = {STR_INIT(".docx"), STR_INIT(".doc"), STR_INIT(".hwp"),
        STR_INIT(".hwpx"), STR_INIT(".pdf"), STR_INIT(".odt"), STR_INIT(".rtf"), STR_INIT(".pages"),
        STR_INIT(".jtd")};
    return without_end(name, ends, ARRAY_LEN(ends)).n > 0;
}

bool
file_names_is_ignored(struct str name) {
    static const struct str names[] = {STR_INIT("README.md"), STR_INIT("README.txt"),
        STR_INIT("Thumbs.db"), STR_INIT("desktop.ini"), STR_INIT("__MACOSX"), STR_INIT("@eaDir"),
        STR_INIT("Icon\r"), STR_INIT("lost+found"), STR_INIT("System Volume Information"),
        STR_INIT("$RECYCLE.BIN")};
    static const struct str ends[] = {STR_INIT("~"), STR_INIT(".bak"), STR_INIT(".tmp"),
        STR_INIT(".swp"), STR_INIT(".swo"), STR_INIT(".orig"), STR_INIT(".part"),
        STR_INIT(".crdownload")};
    static const struct str starts[] = {
        STR_INIT("."), STR_INIT("~$"), STR_INIT("~WR"), STR_INIT("translations.state")};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_eq(name, names[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (str_starts(name, starts[i])) {
            return true;
        }
    }
    return name.n == 0 || without_end(name, ends, ARRAY_LEN(ends)).n > 0;
}
