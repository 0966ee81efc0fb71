/* One word for one thing: what each rule finds, and what it leaves alone. mistakes/wording has the
 * messages; here are the borders of the rules. */
#include "compiler/kit.h"

#include "base/check.h"
#include "compiler/compile.h"
#include "test.h"

enum { NOTHING = DIAG_KIND_COUNT };

struct wording_case {
    enum locale_id locale;
    const char *text;
    int kind; /* NOTHING, or the one kind that is found */
    const char *word, *right;
};

static const char *const wordings = "lang,right,not,unless,why\n"
                                    "ko,강연,발표,발표문|전략을 발표,\n"
                                    "ko,점검표,준비 목록,,\n"
                                    "ko,추진 방향,,,\n"
                                    "ja,サミット,サミ,,\n"
                                    "ja,チェックリスト,準備リスト,,\n"
                                    "en,talk,art,,\n"
                                    "en,handout,document|the paper,the document signed,\n"
                                    "en,Goryeo,Koryo,,\n";

static const struct wording_case cases[] = {
    /* declared forms, in their own language, whole words in Latin letters and katakana */
    {LOCALE_KO, "두 번째 발표는 길었습니다.", DIAG_WORDING, "발표", "강연"},
    {LOCALE_KO, "준비 목록을 보십시오.", DIAG_WORDING, "준비 목록", "점검표"},
    {LOCALE_KO, "발표문을 나누어 줍니다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "새 전략을 발표했습니다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "회의 자료에는 ‘발표’라고 적혀 있습니다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "「두 번째 발표」는 제목입니다.", NOTHING, NULL, NULL},
    {LOCALE_JA, "準備リストを見てください。", DIAG_WORDING, "準備リスト", "チェックリスト"},
    {LOCALE_JA, "サミットが開かれました。", NOTHING, NULL, NULL},
    {LOCALE_JA, "発表がありました。", NOTHING, NULL, NULL},
    {LOCALE_EN, "The Document says so.", DIAG_WORDING, "Document", "handout"},
    {LOCALE_EN, "It is the document signed by both.", NOTHING, NULL, NULL},
    {LOCALE_EN, "Each party documented a part.", NOTHING, NULL, NULL},
    {LOCALE_EN, "They say “document” there.", NOTHING, NULL, NULL},
    {LOCALE_EN, "A city’s document, and so on.", DIAG_WORDING, "document", "handout"},
    /* widths */
    {LOCALE_KO, "3～4월입니다.", DIAG_WIDTH_FORM, "～", "~"},
    {LOCALE_KO, "3~4월입니다.", NOTHING, NULL, NULL},
    {LOCALE_JA, "3～4月です。", DIAG_WIDTH_FORM, "～", "〜"},
    {LOCALE_JA, "3~4月です。", DIAG_WIDTH_FORM, "~", "〜"},
    {LOCALE_JA, "3〜4月です。", NOTHING, NULL, NULL},
    {LOCALE_EN, "In 3〜4 weeks.", DIAG_WIDTH_FORM, "〜", "–"},
    {LOCALE_EN, "In 3–4 weeks.", NOTHING, NULL, NULL},
    {LOCALE_JA, "５人です。", DIAG_WIDTH_FORM, "５", "5"},
    {LOCALE_JA, "１４９人です。", DIAG_WIDTH_FORM, "１４９", "149"},
    {LOCALE_JA, "50％です。", DIAG_WIDTH_FORM, "％", "%"},
    {LOCALE_KO, "149㎢입니다.", DIAG_WIDTH_FORM, "㎢", "km²"},
    {LOCALE_JA, "149km²、50%です。", NOTHING, NULL, NULL},
    {LOCALE_JA, "「１４９㎢」と書いてあります。", NOTHING, NULL, NULL},
    /* voices: one text, one voice */
    {LOCALE_KO, "여름은 덥습니다. 비가 많음.", DIAG_MIXED_VOICE, "많음", "-습니다"},
    {LOCALE_KO, "여름은 덥습니다. 비가 옴을 압니다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "여름은 덥습니다. 비를 포함.", NOTHING, NULL, NULL},
    {LOCALE_KO, "여름은 덥습니다. 자료에 있음", DIAG_MIXED_VOICE, "있음", "-습니다"},
    {LOCALE_KO, "비가 많음. 눈이 적음.", NOTHING, NULL, NULL},
    {LOCALE_KO, "여름은 덥습니다. 교류를 추진함.", DIAG_MIXED_VOICE, "추진함", "-습니다"},
    {LOCALE_KO, "여름은 덥습니다. 겨울은 춥다.", DIAG_MIXED_VOICE, "춥다", "-습니다"},
    {LOCALE_KO, "가깝습니다. 바다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "가깝습니다. 처음. 다음. 첫걸음.", NOTHING, NULL, NULL},
    {LOCALE_KO, "가깝습니다. 비용을 줌도 됨.", DIAG_MIXED_VOICE, "됨", "-습니다"},
    {LOCALE_KO, "적어 주십시오. 그리고 오세요.", DIAG_MIXED_VOICE, "오세요", "-십시오"},
    {LOCALE_KO, "적어 주세요. 그리고 오세요.", NOTHING, NULL, NULL},
    {LOCALE_KO, "‘어서 오세요’라고 인사하십시오.", NOTHING, NULL, NULL},
    {LOCALE_KO, "상대 도시. 서로 돕습니다.", NOTHING, NULL, NULL},
    {LOCALE_KO, "면적은 149.12입니다(2011. 12. 31. 현재).", NOTHING, NULL, NULL},
    {LOCALE_JA, "夏は暑いです。雨の町である。", DIAG_MIXED_VOICE, "雨の町である", "です・ます"},
    {LOCALE_JA, "夏は暑いです。雨の町だ。", DIAG_MIXED_VOICE, "雨の町だ", "です・ます"},
    {LOCALE_JA, "夏は暑いです。雨と風。", NOTHING, NULL, NULL},
    {LOCALE_JA, "町は雨だ。風である。", NOTHING, NULL, NULL},
    {LOCALE_JA, "「町は雨である。」と書いてあります。", NOTHING, NULL, NULL},
    {LOCALE_JA, "暑いです（詳しくは表にある）。", NOTHING, NULL, NULL},
    /* spacing: the commoner is right; words of one syllable are free */
    {LOCALE_KO, "교류 사례와 교류 사례, 교류사례.", DIAG_COMPOUND_SPACING, "교류사례", "교류 사례"},
    {LOCALE_KO, "교류사례의 교류사례와 교류 사례를.", DIAG_COMPOUND_SPACING, "교류 사례",
        "교류사례"},
    {LOCALE_KO, "교류 사례와 교류 도시, 사례와 도시.", NOTHING, NULL, NULL},
    {LOCALE_KO, "할 수 있고 할수 있는 한번과 한 번.", NOTHING, NULL, NULL},
    {LOCALE_KO, "추진방향과 교류 방향.", DIAG_COMPOUND_SPACING, "추진방향", "추진 방향"},
    {LOCALE_KO, "교류, 사례와 교류사례.", NOTHING, NULL, NULL},
    {LOCALE_KO, "교류 사례와 ‘교류사례’.", NOTHING, NULL, NULL},
    /* one romanisation */
    {LOCALE_EN, "Ōsaka, Osaka and Osaka.", DIAG_TWO_ROMANISATIONS, "Ōsaka", "Osaka"},
    {LOCALE_EN, "Wongok-dong, Wongok-dong, Wongokdong.", DIAG_TWO_ROMANISATIONS, "Wongokdong",
        "Wongok-dong"},
    {LOCALE_EN, "Osaka’s port and Osaka.", NOTHING, NULL, NULL},
    {LOCALE_EN, "KOTRA and Kotra.", NOTHING, NULL, NULL},
    {LOCALE_EN, "Koryo people.", DIAG_WORDING, "Koryo", "Goryeo"},
};

static void
write_fact(struct arena *arena, const char *folder, const struct wording_case *c) {
    static const char *const others[] = {
        [LOCALE_KO] = "글입니다.", [LOCALE_JA] = "文です。", [LOCALE_EN] = "Text."};
    const char *text[LOCALE_COUNT];
    for (int i = 0; i < LOCALE_COUNT; i++) {
        text[i] = (enum locale_id)i == c->locale ? c->text : others[i];
    }
    kit_write(arena, folder, "facts.csv",
        arena_printf(arena,
            "id,subject,kind,position,source,text_ko,text_ja,text_en\n"
            "a,cities/minato,climate,1,partners,\"%s\",\"%s\",\"%s\"\n",
            text[LOCALE_KO], text[LOCALE_JA], text[LOCALE_EN]));
}

static bool
is_of_wording(enum diag_kind kind) {
    return kind == DIAG_WORDING || kind == DIAG_WIDTH_FORM || kind == DIAG_MIXED_VOICE ||
           kind == DIAG_COMPOUND_SPACING || kind == DIAG_TWO_ROMANISATIONS ||
           kind == DIAG_UNUSED_EXCEPTION;
}

static void
compile_check(struct compile *compile, const char *folder, const char *words) {
    struct compile_options options = {.words_folder = words};
    struct err err = {0};
    compile_folder(compile, folder, NULL, &options, &err);
    assert_int_equal(err.code, ERR_NONE);
}

static size_t
check_case(struct arena *arena, const char *folder, const struct wording_case *c) {
    struct compile compile;
    size_t wrong = 0, found = 0;
    write_fact(arena, folder, c);
    compile_check(&compile, folder, NULL);
    for (size_t i = 0; i < compile.diag.count; i++) {
        const struct diag_item *item = &compile.diag.items[i];
        if (!is_of_wording(item->kind)) {
            continue;
        }
        found++;
        if ((int)item->kind != c->kind || !str_eq(item->args[0], str_from(c->word)) ||
            !str_eq(item->args[1], str_from(c->right))) {
            print_error("%s: %s “%.*s”, “%.*s”\n", c->text, diag_id(item->kind),
                STR_ARG(item->args[0]), STR_ARG(item->args[1]));
            wrong++;
        }
    }
    if (found != (c->kind != NOTHING)) {
        print_error("%s: %zu findings\n", c->text, found);
        wrong++;
    }
    compile_finish(&compile);
    return wrong;
}

static void
test_wording__rules_find_what_they_say_and_no_more(void **state) {
    (void)state;
    struct arena arena;
    size_t wrong = 0;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "wording");
    kit_write(&arena, folder, "wordings.csv", str_from(wordings));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        wrong += check_case(&arena, folder, &cases[i]);
    }
    assert_int_equal(wrong, 0);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* The interface's words are texts like those of the content: comments and keys are not. */
static void
test_wording__of_the_interface_is_checked_with_the_content(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    struct str_buf out = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "wording-content");
    const char *words = kit_folder(&arena, "wording-words");
    kit_write(&arena, folder, "wordings.csv", str_from(wordings));
    kit_write(&arena, words, "ko.txt",
        STR("// 발표\nko {\n    // \"발표\"\n    A { \"발표 자료\" }\n    발 { \"\\\"네\\\"\" }\n"
            "    LIST { \"하나\", \"준비 목록\" }\n}\n"));
    kit_write(&arena, words, "ja.txt", STR("ja {\n    A { \"準備\" }\n}\n"));
    kit_write(&arena, words, "root.txt", STR("root {\n    A { \"document\" }\n}\n"));
    kit_write(&arena, folder, "exceptions.csv",
        STR("record,lang,check,word,why\nlocales/A,en,wording,document,a test\n"));
    compile_check(&compile, folder, words);
    assert_int_equal(kit_count(&compile.diag, DIAG_WORDING), 2);
    assert_int_equal(kit_count(&compile.diag, DIAG_UNUSED_EXCEPTION), 0);
    diag_print(&compile.diag, LOCALE_EN, str_from(folder), &out);
    assert_non_null(strstr(out.p, arena_printf(&arena, "%s/ko.txt:4:10: ", words).p + 1));
    assert_non_null(strstr(out.p, "/ko.txt:6:19: "));
    assert_null(strstr(out.p, arena_printf(&arena, "%s/%s", folder, words).p));
    compile_finish(&compile);
    compile_check(&compile, folder, NULL); /* nothing is known of the exception's place */
    assert_int_equal(kit_count(&compile.diag, DIAG_UNUSED_EXCEPTION), 0);
    compile_finish(&compile);
    str_buf_finish(&out);
    kit_remove_tree(folder);
    kit_remove_tree(words);
    arena_finish(&arena);
}

/* exceptions.csv may name each rule that wording_report() asks it about, by the rule's id. */
static void
test_wording__each_rule_may_have_exceptions(void **state) {
    (void)state;
    static const enum diag_kind rules[] = {DIAG_WORDING, DIAG_WIDTH_FORM, DIAG_MIXED_VOICE,
        DIAG_COMPOUND_SPACING, DIAG_TWO_ROMANISATIONS};
    struct arena arena;
    struct compile compile;
    struct str_buf rows = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "wording-rules");
    str_buf_add(&rows, STR("record,lang,check,word,why\n"));
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        str_buf_printf(&rows, "facts/none,en,%s,word,a test\n", diag_id(rules[i]));
    }
    kit_write(&arena, folder, "exceptions.csv", str_buf_str(&rows));
    compile_check(&compile, folder, NULL);
    assert_int_equal(kit_count(&compile.diag, DIAG_UNKNOWN_WORD), 0);
    assert_int_equal(kit_count(&compile.diag, DIAG_UNUSED_EXCEPTION), ARRAY_LEN(rules));
    compile_finish(&compile);
    str_buf_finish(&rows);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* A letter, which has {fields}, keeps a voice of its own, in every language; the same text without
 * them does not. All other rules hold for both, and a brace that is not closed is one in both. */
static void
test_wording__letters_with_fields_keep_their_voice(void **state) {
    (void)state;
    static const struct {
        const char *fields[LOCALE_COUNT];
        size_t voices, brackets;
    } letters[] = {
        {{"방문일", "訪問日", "date of visit"}, 2, 0},
        {{"{방문일}", "{訪問日}", "{date of visit}"}, 0, 0},
        {{"{방문일", "{訪問日", "{date of visit"}, 0, 3},
    };
    static const char *const bodies[LOCALE_COUNT] = {
        [LOCALE_KO] = "---\ntitle: 편지\nsummary: 편지의 본보기입니다.\nsource: app\nposition: 2\n"
                      "---\n\n%s에 뵙겠습니다. 3～4월에 눈이 많음.\n",
        [LOCALE_JA] = "---\ntitle: 手紙\nsummary: 手紙の見本です。\n---\n\n"
                      "%sに伺います。三、四人だ。\n",
        [LOCALE_EN] = "---\ntitle: A letter\nsummary: A model of a letter.\n---\n\n"
                      "We come on %s. Three or four people.\n"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
        struct compile compile;
        const char *folder = kit_starter(&arena, "letters");
        for (int l = 0; l < LOCALE_COUNT; l++) {
            struct str_buf body = {0};
            const char *gap = strstr(bodies[l], "%s");
            str_buf_add(&body, (struct str){bodies[l], (size_t)(gap - bodies[l])});
            str_buf_add(&body, str_from(letters[i].fields[l]));
            str_buf_add(&body, str_from(gap + 2));
            kit_write(&arena, folder,
                arena_printf(&arena, "guides/letter.%s.md", locale_tag((enum locale_id)l)).p,
                str_buf_str(&body));
            str_buf_finish(&body);
        }
        compile_check(&compile, folder, NULL);
        assert_int_equal(kit_count(&compile.diag, DIAG_MIXED_VOICE), letters[i].voices);
        assert_int_equal(kit_count(&compile.diag, DIAG_UNBALANCED_BRACKET), letters[i].brackets);
        assert_int_equal(kit_count(&compile.diag, DIAG_WIDTH_FORM), 1);
        compile_finish(&compile);
        kit_remove_tree(folder);
    }
    arena_finish(&arena);
}

static void
test_wording__interface_files_that_are_missing_are_named(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    struct err err = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "wording-none");
    struct compile_options options = {.words_folder = "nowhere", .locale = LOCALE_KO};
    assert_false(compile_folder(&compile, folder, NULL, &options, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, "nowhere/"));
    compile_finish(&compile);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* What the app ships: nothing found, and no exception that is not needed. */
static void
check_bundled(const char *words) {
    struct compile compile;
    struct str_buf out = {0};
    compile_check(&compile, NARU_SOURCE_DIR "/assets/content", words);
    if (compile.diag.count > 0) {
        diag_print(&compile.diag, LOCALE_EN, STR(""), &out);
        print_error("%s", out.p);
    }
    assert_int_equal(compile.diag.count, 0);
    compile_finish(&compile);
    str_buf_finish(&out);
}

static void
test_wording__of_the_bundled_content_is_one(void **state) {
    (void)state;
    check_bundled(NULL);
    check_bundled(NARU_SOURCE_DIR "/locales");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wording__rules_find_what_they_say_and_no_more),
        cmocka_unit_test(test_wording__of_the_interface_is_checked_with_the_content),
        cmocka_unit_test(test_wording__each_rule_may_have_exceptions),
        cmocka_unit_test(test_wording__letters_with_fields_keep_their_voice),
        cmocka_unit_test(test_wording__interface_files_that_are_missing_are_named),
        cmocka_unit_test(test_wording__of_the_bundled_content_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
