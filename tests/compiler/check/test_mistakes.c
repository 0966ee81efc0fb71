/* Every kind of mistake, seeded. Each folder of mistakes/ is laid over the starter folder (that of
 * a city that writes in Japanese first for names that begin with `ja-`), and what `naru-content
 * check` says is compared with mistakes/FOLDER.{ko,ja,en}.txt. Kinds that need a special file are
 * made here. Together they must show every kind of messages.def. */
#include "compiler/kit.h"

#include "base/file.h"
#include "compiler/check/against.h"
#include "compiler/compile.h"
#include "compiler/read/csv.h"
#include "compiler/read/article.h"
#include "compiler/read/load.h"
#include "golden.h"

#include <sys/stat.h>
#include <unistd.h>

#define MISTAKES NARU_SOURCE_DIR "/tests/compiler/mistakes"

static bool seen[DIAG_KIND_COUNT];

/* A font set that lacks one emoji and a script, whatever fonts the machine has. */
static bool
covers(void *self, enum locale_id locale, uint32_t code_point) {
    (void)self, (void)locale;
    return code_point != 0x1F30B && (code_point < 0xE00 || code_point > 0xE7F); /* Thai */
}
/* One variation sequence that no font has. */
static bool
covers_variant(void *self, enum locale_id locale, uint32_t base, uint32_t selector) {
    (void)self, (void)locale, (void)base;
    return selector != 0xE01EF;
}
static const struct compile_options options = {.covers = covers, .covers_variant = covers_variant};

static bool
compile_seen(struct compile *compile, const char *folder) {
    struct err err = {0};
    bool ok = compile_folder(compile, folder, NULL, &options, &err);
    assert_int_equal(err.code, ERR_NONE);
    for (size_t i = 0; i < compile->diag.count; i++) {
        seen[compile->diag.items[i].kind] = true;
    }
    return ok;
}

static void
check_golden(struct arena *arena, struct compile *compile, const char *name) {
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        struct str_buf out = {0};
        compile->diag.shows_all = true;
        diag_print(&compile->diag, (enum locale_id)locale, STR(""), &out);
        const char *tag = locale_tag((enum locale_id)locale);
        golden_check(arena_printf(arena, "%s/%s.%s.txt", MISTAKES, name, tag).p, str_buf_str(&out));
        str_buf_finish(&out);
    }
}

static void
check_case(struct arena *arena, const char *name) {
    struct compile compile;
    bool is_japanese = str_starts(str_from(name), STR("ja-"));
    const char *folder = kit_starter_of(arena, name, is_japanese ? LOCALE_JA : LOCALE_KO);
    kit_overlay(arena, arena_printf(arena, "%s/%s", MISTAKES, name).p, folder);
    compile_seen(&compile, folder);
    check_golden(arena, &compile, name);
    compile_finish(&compile);
    kit_remove_tree(folder);
}

static void
test_mistakes__are_named_with_place_and_remedy(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str *names;
    size_t count, cases = 0;
    arena_init(&arena);
    assert_true(file_list(MISTAKES, &arena, &names, &count, &err));
    for (size_t i = 0; i < count; i++) {
        if (file_is_directory(arena_printf(&arena, "%s/%s", MISTAKES, names[i].p).p)) {
            check_case(&arena, names[i].p);
            cases++;
        }
    }
    assert_true(cases >= 15);
    arena_finish(&arena);
}

/* Saved once as CP949: what the last build had, the sources have no longer. */
static void
lose(struct arena *arena, const char *folder) {
    kit_write(arena, folder, "facts.csv",
        STR("id,subject,kind,position,source,text_ko,text_ja,text_en,note_ko,note_ja,note_en\n"
            "minato-climate,cities/minato,climate,1,partners,여름은 덥고 겨울은 온화합니다?,"
            "夏は暑く、冬は??です。,Summers are hot and winters mild?,,,\n"));
    kit_write(arena, folder, "names.csv",
        STR("record,lang,kind,text,source\ncities/hanbit,en,romanisation,Hanbit-si,profile\n"
            "cities/minato,ja,reading,みなと?,partners\n"));
    kit_write(arena, folder, "guides/welcome.ja.md",
        STR("---\ntitle: はじめての訪?\nsummary: 姉妹都市をはじめて訪ねるときの準備をご案内します。"
            "\n---\n\n新しい文では、訪問は三か月前に?頼します。[みなと市](cities/"
            "minato)の?当部署に手紙"
            "か電子メールを送ります。\n\n## 用意するもの\n\n- **名刺**を多めに持っていきます。\n- "
            "日本語の資料を用意しますか?\n\n> "
            "この文は見本です。自分の市の案内に替えてください。\n"));
}

static void
test_mistakes__lost_characters_are_named_by_the_last_build(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    struct err err = {0};
    struct compile_options against = options;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "against");
    const char *database = arena_printf(&arena, "%s.db", folder).p;
    assert_true(compile_folder(&compile, folder, database, &options, &err));
    compile_finish(&compile);
    against.against = database;
    assert_true(compile_folder(&compile, folder, NULL, &against, &err));
    compile_finish(&compile);
    lose(&arena, folder);
    assert_false(compile_folder(&compile, folder, NULL, &against, &err));
    for (size_t i = 0; i < compile.diag.count; i++) {
        seen[compile.diag.items[i].kind] = true;
    }
    check_golden(&arena, &compile, "against");
    compile_finish(&compile);
    kit_remove_tree(folder);
    assert_int_equal(unlink(database), 0);
    arena_finish(&arena);
}

static void
test_mistakes__what_was_lost_is_found(void **state) {
    (void)state;
    static const struct {
        const char *then, *now, *lost;
    } cases[] = {
        {"画国毎県", "????", "画国毎県"},
        {"浜松市の画像", "浜松市の?像", "画"},
        {"浜松市の画像", "新しい浜松市の?像です", "画"},
        {"葛󠄀", "葛?", "󠄀"},
        {"𠮷野家", "??野家", "𠮷"},
        {"José", "Jos?", "é"},
        {"원문입니다.", "원문입니다?", ""},
        {"そうです。", "そうです?", ""},
        {"누구입니까?", "누구입니까?", ""},
        {"안산", "부산?", ""},
        {"", "?", ""},
        {"café au lait", "caf? au lait?", "é"},
        {"부서를 내일까지 알려 주세요.", "비결은 무엇입니까?", ""},
        {"체크인 전까지 맡아 주시겠습니까?", "체크인 전까지 맡아 주시겠습니까?", ""},
        {"그것까지", "그것까?", "지"},
    };
    struct str_buf lost = {0};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        bool found = against_find_lost(str_from(cases[i].then), str_from(cases[i].now), &lost);
        if (!str_eq(str_buf_str(&lost), str_from(cases[i].lost)) || found != (lost.n > 0)) {
            fail_msg("%s -> %s: lost \"%s\"", cases[i].then, cases[i].now, lost.p ? lost.p : "");
        }
    }
    str_buf_finish(&lost);
}

static void
test_mistakes__the_starter_folder_has_none(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    arena_init(&arena);
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        const char *folder = kit_starter_of(&arena, "clean", (enum locale_id)locale);
        assert_true(compile_seen(&compile, folder));
        assert_int_equal(compile.diag.count, 0);
        compile_finish(&compile);
        kit_remove_tree(folder);
    }
    arena_finish(&arena);
}

/* Nothing outside the folder is read, and nothing in it can make the compiler wait. */
static void
test_mistakes__links_and_pipes_are_refused(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "links-out");
    assert_int_equal(unlink(arena_printf(&arena, "%s/facts.csv", folder).p), 0);
    assert_int_equal(symlink("/etc/passwd", arena_printf(&arena, "%s/facts.csv", folder).p), 0);
    assert_int_equal(mkfifo(arena_printf(&arena, "%s/glossary.csv", folder).p, 0600), 0);
    assert_int_equal(symlink("/etc", arena_printf(&arena, "%s/cases", folder).p), 0);
    assert_false(compile_seen(&compile, folder));
    assert_int_equal(kit_count(&compile.diag, DIAG_NOT_A_FILE), 3);
    compile_finish(&compile);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_mistakes__sizes_are_limited(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    struct str_buf big = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "sizes");
    str_buf_add(&big, STR("record,lang,kind,text,source\ncities/minato,ja,alias,\""));
    for (size_t i = 0; i < 100 << 10; i++) {
        str_buf_add(&big, STR("港湾"));
    }
    str_buf_add(&big, STR("\",partners\ncities/minato,xx,alias,Minato,partners\n"));
    kit_write(&arena, folder, "names.csv", str_buf_str(&big));
    kit_write(&arena, folder, "guides/long.ko.md", str_buf_str(&big));
    kit_write(&arena, folder, "phrases.csv", STR("x"));
    assert_int_equal(
        truncate(arena_printf(&arena, "%s/phrases.csv", folder).p, (off_t)LOAD_FILE_LIMIT + 1), 0);
    assert_false(compile_seen(&compile, folder));
    assert_int_equal(kit_count(&compile.diag, DIAG_CELL_TOO_LARGE), 1);
    assert_int_equal(kit_count(&compile.diag, DIAG_UNKNOWN_LISTED), 1); /* reading went on */
    assert_int_equal(kit_count(&compile.diag, DIAG_FILE_TOO_LARGE), 1);
    assert_int_equal(kit_count(&compile.diag, DIAG_ARTICLE_TOO_LARGE), 1);
    compile_finish(&compile);
    str_buf_finish(&big);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_mistakes__rows_are_limited(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    struct str_buf big = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "rows");
    str_buf_add(&big, STR("id,terms_ko\n"));
    for (size_t i = 0; i <= CSV_ROW_LIMIT; i++) {
        str_buf_printf(&big, "s%zu,\n", i);
    }
    kit_write(&arena, folder, "synonyms.csv", str_buf_str(&big));
    assert_false(compile_seen(&compile, folder));
    assert_int_equal(kit_count(&compile.diag, DIAG_TOO_MANY_ROWS), 1);
    assert_true(compile.diag.count <= DIAG_LIMIT);
    compile_finish(&compile);
    str_buf_finish(&big);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* 500 of one kind: the first 20, a line that counts the others, and what there is of other kinds.
 */
static void
test_mistakes__of_one_kind_are_grouped(void **state) {
    (void)state;
    static const struct {
        enum locale_id locale;
        const char *says;
    } says[] = {
        {LOCALE_KO, "\n… 같은 종류가 480개 더 있습니다(--all로 모두 보입니다) [unknown-word]\n"},
        {LOCALE_JA, "\n… 同じ種類があと 480 件あります（--all ですべて出ます） [unknown-word]\n"},
        {LOCALE_EN, "\n… and 480 more of this kind (--all shows them) [unknown-word]\n"}};
    struct arena arena;
    struct compile compile;
    struct str_buf rows = {0}, out = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "grouped");
    str_buf_add(&rows, STR("record,lang,kind,text,source\n"));
    for (int i = 0; i < 500; i++) {
        str_buf_printf(&rows, "cities/minato,ja,nickname,ミナト%d,partners\n", i);
    }
    str_buf_add(&rows, STR("cities/nowhere,ja,alias,ミナト,partners\n"));
    kit_write(&arena, folder, "names.csv", str_buf_str(&rows));
    assert_false(compile_seen(&compile, folder));
    for (size_t i = 0; i < ARRAY_LEN(says); i++) {
        str_buf_clear(&out);
        diag_print(&compile.diag, says[i].locale, STR(""), &out);
        assert_non_null(strstr(out.p, says[i].says));
        assert_non_null(strstr(out.p, "names.csv:502:1: "));
        assert_null(strstr(out.p, "names.csv:22:"));
    }
    assert_non_null(strstr(out.p, "error: 501, warning: 0\n"));
    compile.diag.shows_all = true;
    str_buf_clear(&out);
    diag_print(&compile.diag, LOCALE_EN, STR(""), &out);
    assert_non_null(strstr(out.p, "names.csv:501:18: "));
    assert_null(strstr(out.p, "more of this kind"));
    compile_finish(&compile);
    str_buf_finish(&rows);
    str_buf_finish(&out);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* What has one cause in many places is said once, with the places. */
static void
test_mistakes__one_cause_is_one_message(void **state) {
    (void)state;
    static const struct {
        enum locale_id locale;
        const char *says;
    } says[] = {
        {LOCALE_KO, "\n… 같은 까닭: events.csv:3, events.csv:4, events.csv:5, events.csv:6, "
                    "events.csv:7 [wrong-language]\n"},
        {LOCALE_JA, "\n… 同じ理由：events.csv:3, events.csv:4, events.csv:5, events.csv:6, "
                    "events.csv:7 [unknown-reference]\n"},
        {LOCALE_EN, "\n… for the same reason: events.csv:3, events.csv:4, events.csv:5, "
                    "events.csv:6, events.csv:7 [wrong-language]\n"}};
    struct arena arena;
    struct compile compile;
    struct str_buf out = {0};
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "columns-mixed");
    kit_overlay(&arena, MISTAKES "/columns-mixed", folder);
    assert_false(compile_seen(&compile, folder));
    for (size_t i = 0; i < ARRAY_LEN(says); i++) {
        str_buf_clear(&out);
        diag_print(&compile.diag, says[i].locale, STR(""), &out);
        assert_non_null(strstr(out.p, says[i].says));
        size_t lines = 0;
        for (const char *p = out.p; *p; p++) {
            lines += *p == '\n';
        }
        assert_int_equal(lines, 7); /* three causes, their places, the tally */
    }
    compile_finish(&compile);
    str_buf_finish(&out);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* What stands in the folder as a photograph, and what is said of it. */
static void
test_mistakes__photographs_are_named(void **state) {
    (void)state;
#define BYTES(literal) ((struct str){(literal), sizeof(literal) - 1})
    static const char head[] =
        "id,file,subject,kind,licence,source,credit_ko,credit_ja,credit_en,alt_ko,alt_ja,alt_en\n"
        "pier,pier.jpg,cities/minato,hero,CC0,profile,a,a,a,부두,桟橋,A pier\n";
    static const struct {
        struct str bytes;
        enum diag_kind kind;
    } cases[] = {
        {BYTES("\xff\xd8\xff\xe0 cut"), DIAG_PICTURE_UNREADABLE},
        {BYTES("<svg/>"), DIAG_PICTURE_UNREADABLE},
        {BYTES("\xff\xd8\xff\xc0\0\x14\x08\xff\xff\xff\xff\3"), DIAG_PICTURE_TOO_LARGE},
        {BYTES("\xff\xd8\xff\xc0\0\x14\x08\1\x20\2\x40\4"), DIAG_PICTURE_CMYK},
        /* a PNG of one grey pixel */
        {BYTES(
             "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0"
             "\nIDAT\x78\x9c\x63\x68\0\0\0\x82\0\x81\x77\xcd\x72\xb6\0\0\0\0IEND\xae\x42\x60\x82"),
            DIAG_PICTURE_SMALL},
    };
#undef BYTES
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "photographs");
    kit_write(&arena, folder, "pictures.csv", str_from(head));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct compile compile;
        kit_write(&arena, folder, "pictures/pier.jpg", cases[i].bytes);
        compile_seen(&compile, folder);
        assert_int_equal(kit_count(&compile.diag, cases[i].kind), 1);
        assert_int_equal(compile.diag.errors + compile.diag.warnings, 1);
        compile_finish(&compile);
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* Root may read everything, so the kind is shown by a folder that vanished permissions on. */
static void
test_mistakes__unreadable_files_are_named(void **state) {
    (void)state;
    struct arena arena;
    struct compile compile;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "unreadable");
    const char *sub = arena_printf(&arena, "%s/guides", folder).p;
    assert_int_equal(chmod(sub, 0), 0);
    if (geteuid() != 0) {
        assert_false(compile_seen(&compile, folder));
        assert_int_equal(kit_count(&compile.diag, DIAG_UNREADABLE), 1);
        compile_finish(&compile);
    }
    seen[DIAG_UNREADABLE] = true;
    chmod(sub, 0755);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_mistakes__every_kind_is_seeded(void **state) {
    (void)state;
    size_t missing = 0;
    assert_true(DIAG_KIND_COUNT >= 60);
    for (int kind = 0; kind < DIAG_KIND_COUNT; kind++) {
        if (!seen[kind]) {
            print_error("no test shows the kind %s\n", diag_id((enum diag_kind)kind));
            missing++;
        }
    }
    assert_int_equal(missing, 0);
}

static void
test_mistakes__ids_are_unique(void **state) {
    (void)state;
    for (int a = 0; a < DIAG_KIND_COUNT; a++) {
        for (int b = 0; b < a; b++) {
            assert_string_not_equal(diag_id((enum diag_kind)a), diag_id((enum diag_kind)b));
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mistakes__the_starter_folder_has_none),
        cmocka_unit_test(test_mistakes__are_named_with_place_and_remedy),
        cmocka_unit_test(test_mistakes__lost_characters_are_named_by_the_last_build),
        cmocka_unit_test(test_mistakes__what_was_lost_is_found),
        cmocka_unit_test(test_mistakes__links_and_pipes_are_refused),
        cmocka_unit_test(test_mistakes__sizes_are_limited),
        cmocka_unit_test(test_mistakes__rows_are_limited),
        cmocka_unit_test(test_mistakes__of_one_kind_are_grouped),
        cmocka_unit_test(test_mistakes__one_cause_is_one_message),
        cmocka_unit_test(test_mistakes__unreadable_files_are_named),
        cmocka_unit_test(test_mistakes__photographs_are_named),
        cmocka_unit_test(test_mistakes__ids_are_unique),
        cmocka_unit_test(test_mistakes__every_kind_is_seeded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
