/* Guides, cases, talks and reports: a header, headings, paragraphs and lists, in three languages.
 */
#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "compiler/generate_private.h"
#include "compiler/generate_words.h"

enum { MOST_CITIES = 100, MOST_FIGURES = 30, MOST_RELATIONS = 20, PARTS = 3 };

static const char *const kinds[] = {"guides", "cases", "talks", "reports"};
static const char *const languages[] = {"ko", "ja", "en"};

static const char *
in(const struct generate_word *word, size_t language) {
    return language == 0 ? word->ko : language == 1 ? word->ja : word->en;
}

/* city-1, city-2, ...: as many as there are. */
static void
add_list(struct str_buf *out, const char *key, const char *prefix, size_t most, size_t cities) {
    for (size_t i = 1; i < cities && i <= most; i++) {
        str_buf_printf(out, "%s%s%s%zu", i == 1 ? key : "", i == 1 ? ": " : ", ", prefix, i);
    }
    str_buf_byte(out, '\n');
}

static void
add_header(struct str_buf *out, const struct generate_sizes *sizes, size_t kind, size_t i,
    size_t language) {
    static const char *const summaries[] = {"담당자가 알아 둘 일을 순서대로 적었습니다.",
        "担当者が知っておくことを順に書きました。", "What an officer should know, in order."};
    const struct generate_word *field = &generate_fields[i % 16];
    const struct generate_word *work = &generate_works[(i / 16 + kind) % 16];
    const struct generate_word *body = &generate_bodies[(i / 256 + i + kind) % 16];
    str_buf_add(out, STR("---\ntitle: "));
    const char *space = language == 1 ? "" : " ";
    str_buf_printf(out, "%s%s%s%s%s\nsummary: %s\n", in(field, language), space, in(work, language),
        space, in(body, language), summaries[language]);
    if (language == 0) {
        str_buf_printf(out, "source: all\nposition: %zu\n", i);
        if (kind == 0 && i == 0 && sizes->cities > 1) {
            add_list(out, "cities", "city-", MOST_CITIES, sizes->cities);
            add_list(out, "figures", "cities/city-", MOST_FIGURES, sizes->cities);
            add_list(out, "events", "r-", MOST_RELATIONS, sizes->cities);
        }
    }
    str_buf_add(out, STR("---\n"));
}

static void
add_body(struct str_buf *out, size_t i, size_t language) {
    static const char *const sentences[] = {
        "먼저 상대 기관에 알리고, 날짜와 사람을 함께 정합니다. 바뀐 일은 바로 전합니다.",
        "まず相手の機関に知らせ、日程と人を一緒に決めます。変わったことはすぐに伝えます。",
        "Tell the other side first and settle days and people together. Pass on what changes."};
    for (size_t part = 0; part < PARTS; part++) {
        const char *heading = in(&generate_works[(i + part) % 16], language);
        str_buf_printf(out, "\n## %s\n\n%s\n\n", heading, sentences[language]);
        for (size_t k = 0; k < 3; k++) {
            str_buf_printf(out, "- %s\n", in(&generate_bodies[(i + part + k) % 16], language));
        }
    }
}

bool
generate_articles(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct arena arena;
    bool ok = true;
    arena_init(&arena);
    for (size_t kind = 0; ok && kind < ARRAY_LEN(kinds) && sizes->articles > 0; kind++) {
        const char *below = arena_printf(&arena, "%s/%s", folder, kinds[kind]).p;
        ok = file_make_directory(below, err);
        for (size_t i = 0; ok && i < sizes->articles * ARRAY_LEN(languages); i++) {
            size_t language = i % ARRAY_LEN(languages), which = i / ARRAY_LEN(languages);
            struct str_buf out = {0};
            add_header(&out, sizes, kind, which, language);
            add_body(&out, which, language);
            struct str name = arena_printf(&arena, "made-%zu.%s.md", which, languages[language]);
            ok = generate_write(below, name.p, &out, err);
        }
    }
    arena_finish(&arena);
    return ok;
}
