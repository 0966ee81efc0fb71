/* naru-content as people and scripts meet it: verbs, exit codes, where words go. */
#include "compiler/kit.h"

#include "base/file.h"
#include "test.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM NARU_BUILD_DIR "/naru-content"

struct result {
    int code;
    struct str out, error;
};

/* Runs in `folder`; arguments are put into a shell line as they are. */
static struct result
run(struct arena *arena, const char *folder, const char *arguments) {
    struct result result = {0};
    struct err err;
    struct str line = arena_printf(arena, "cd '%s' && exec >.out 2>.err && LC_ALL=C.UTF-8 '%s' %s",
        folder, PROGRAM, arguments);
    int status = system(line.p);
    assert_true(status != -1 && WIFEXITED(status));
    result.code = WEXITSTATUS(status);
    assert_true(file_read(
        arena_printf(arena, "%s/.out", folder).p, FILE_LIMIT_DEFAULT, arena, &result.out, &err));
    assert_true(file_read(
        arena_printf(arena, "%s/.err", folder).p, FILE_LIMIT_DEFAULT, arena, &result.error, &err));
    return result;
}

static bool
has(struct str text, const char *part) {
    return str_find(text, str_from(part)) != SIZE_MAX;
}

static void
test_program__exit_codes(void **state) {
    (void)state;
    static const struct {
        const char *arguments;
        int code;
        const char *error;
    } cases[] = {
        {"--help", 0, NULL},
        {"check fresh --help", 0, NULL},
        {"-h", 0, NULL},
        {"man", 0, NULL},
        {"new fresh", 0, NULL},
        {"check fresh", 0, "error: 0, warning: 0"},
        {"check fresh --locale ko", 0, "오류: 0, 경고: 0"},
        {"build fresh -o naru.db", 0, NULL},
        {"build fresh --out=naru2.db", 0, NULL},
        {"dump naru.db --locale ja", 0, NULL},
        {"report fresh", 0, NULL},
        {"accept fresh", 0, NULL},
        {"new fresh", 1, "is not empty"},
        {"check nowhere", 1, "nowhere"},
        {"build nowhere -o x.db", 1, "nowhere"},
        {"build fresh -o /nowhere/x.db", 1, "/nowhere/x.db"},
        {"dump nowhere.db", 1, "nowhere.db"},
        {"dump fresh/cities.csv", 1, "naru-content build"},
        {"report nowhere", 1, "nowhere"},
        {"", 2, "usage"},
        {"check", 2, "usage"},
        {"check a b", 2, "usage"},
        {"juggle fresh", 2, "juggle"},
        {"build fresh", 2, "-o FILE"},
        {"check fresh --locale xx", 2, "xx"},
        {"check fresh --colour", 2, "usage"},
        {"check fresh --colour", 2, "“--colour”"},
        {"check -명함", 2, "“-명함”"},
        {"check -- -none", 1, "-none"},
        {"build fresh -o", 2, "--out"},
        {"build fresh --out=", 2, "FILE"},
        {"check fresh --out x.db", 2, "“check” does not use --out; it is for build."},
        {"dump naru.db --all --locale ko", 2, "‘dump’ 명령은 --all 옵션을 쓰지 않습니다"},
        {"new other --words fresh --locale ja", 2, "コマンド「new」は --words を使いません"},
        {"report fresh --all", 2, "it is for check, build."},
        {"dump /dev/null", 1, "a folder or a device"},
        {"dump fresh", 1, "a folder or a device"},
        {"check fresh --all=maybe", 2, "yes, no"},
        {"build fresh -o fresh", 1, "is a folder or a device"},
        {"build fresh -o fresh/cities.csv", 1, "not a database of Naru"},
        {"build fresh -o naru.db", 0, NULL},
        {"dump naru.db.previous", 0, NULL},
        {"man >/dev/full", 1, "Standard output cannot be written (No space left on device)"},
        {"dump naru.db >/dev/full", 1, "(No space left on device)"},
        {"report fresh >/dev/full --locale ko", 1, "표준 출력에 쓸 수 없습니다(빈 공간 없음)"},
        {"--help --locale ko", 0, "사용법: naru-content 명령"},
        {"--help --locale ja", 0, "（なければ LANG の言語、それもなければ en。"},
        {"--help --locale en", 0, "(default: LANG, else en)"},
        {"--help >/dev/full --locale ja", 1, "標準出力に書けません（空き容量がありません）"},
        {"check fresh >/dev/full", 1, "(No space left on device)"},
        {"check nowhere --locale ko", 1, "‘nowhere’ 폴더를 열 수 없습니다(그런 이름 없음)"},
        {"check nowhere --locale ja", 1,
            "フォルダー「nowhere」を開けません（その名前はありません）"},
        {"new fresh --locale ja", 1, "フォルダー「fresh」は空ではありません"},
        {"new fresh/cities.csv/x --locale ko", 1, "폴더가 아님"},
        {"accept nowhere --locale ko", 1, "‘nowhere’"},
        {"dump nowhere.db --locale ko", 1,
            "‘nowhere.db’ 데이터베이스를 열 수 없습니다(그런 이름 없음)"},
        {"dump fresh/cities.csv --locale ja", 1, "Naru のデータベースではない"},
        {"juggle --locale ko", 2, "‘juggle’ 명령은 없습니다"},
        {"check --locale ja", 2, "コマンド「check」の使い方"},
        {"accept fresh cities.csv facts/minato-climate", 0, "Records that had not changed: 3"},
        {"accept fresh sources.csv sections.csv countries.csv cities.csv relations.csv events.csv "
         "facts.csv figures.csv checklists.csv synonyms.csv guides cities/hanbit cities/minato "
         "relations/hanbit-minato facts/minato-climate guides/welcome countries/kr countries/jp",
            0, "Records that had not changed: 25"},
        {"accept fresh nothing.csv", 1, "There is no record or file nothing.csv"},
        {"accept fresh --undo", 0, NULL},
        {"accept fresh --undo", 0, NULL}, /* and back again */
        {"accept empty --undo", 1, "There is nothing to undo"},
        {"accept fresh guides --locale ja", 0, "訳が合っていると書き留めた記録: 0"},
        {"new shio --original ja", 0, NULL},
        {"check shio --locale ja", 0, "エラー: 0, 警告: 0"},
        {"build shio -o shio.db", 0, NULL},
        {"dump shio.db", 0, "name=みなと市"},
        {"check shio --against nowhere.db", 1, "The database nowhere.db cannot be opened"},
        {"check shio --against shio/cities.csv --locale ko", 1, "나루 데이터베이스가 아니거나"},
        {"check shio --against shio.db && sed -i s/暑く/?く/ shio/facts.csv", 0, NULL},
        {"check shio", 1, "Lost on saving: 暑"},
        {"build shio -o shio.db --locale ko", 1, "저장하다 잃은 글자: 暑"},
        {"check shio/ --locale ja", 1, "保存時に失われた字：暑"},
    };
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "program");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct result result = run(&arena, folder, cases[i].arguments);
        if (result.code != cases[i].code || (cases[i].error && !has(result.error, cases[i].error) &&
                                                !has(result.out, cases[i].error))) {
            fail_msg("%s: %d, %.*s", cases[i].arguments, result.code, STR_ARG(result.error));
        }
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_program__names_mistakes_by_their_place(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "places");
    assert_int_equal(run(&arena, folder, "new here").code, 0);
    kit_write(&arena, folder, "here/names.csv",
        STR("record,lang,kind,text,source\ncities/nagoya,ja,alias,x,partners\n"));
    struct result result = run(&arena, folder, "build here/ -o naru.db --locale ja");
    assert_int_equal(result.code, 1);
    assert_true(has(result.error,
        "here/names.csv:2:1: エラー: 2行 A列「record」: 記録「cities/nagoya」がありません"));
    assert_int_equal(result.out.n, 0);
    result = run(&arena, folder, "check here --locale en"); /* what it was asked for */
    assert_int_equal(result.code, 1);
    assert_true(has(result.out, "here/names.csv:2:1: error: row 2, column A “record”: There is"));
    assert_false(has(result.error, "names.csv"));
    assert_false(file_exists(arena_printf(&arena, "%s/naru.db", folder).p));
    /* warnings alone do not stop a build */
    kit_write(&arena, folder, "here/names.csv",
        STR("record,lang,kind,text,source\ncities/minato,ja,alias,ｶﾅ,partners\n"));
    result = run(&arena, folder, "build here -o naru.db");
    assert_int_equal(result.code, 0);
    assert_true(has(result.error, "here/names.csv:2:24: warning: "));
    assert_true(file_exists(arena_printf(&arena, "%s/naru.db", folder).p));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* Without the mark a spreadsheet reads UTF-8 as the system's old encoding and saves mojibake. */
static void
test_program__new_tables_say_that_they_are_utf8(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str *names, text;
    size_t count, tables = 0;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "mark");
    assert_true(file_list(folder, &arena, &names, &count, &err));
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(&arena, "%s/%s", folder, names[i].p).p;
        if (!file_is_directory(path)) {
            bool is_table = str_ends(names[i], STR(".csv"));
            assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &text, &err));
            assert_int_equal(str_starts(text, STR("\xEF\xBB\xBF")), is_table);
            tables += is_table;
        }
    }
    assert_true(tables > 8);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* Replaces every `from` in a file; false when it has none. */
static bool
replace_in(
    struct arena *arena, const char *folder, const char *path, const char *from, const char *to) {
    struct err err;
    struct str text, needle = str_from(from);
    struct str_buf out = {0};
    size_t at, hits = 0;
    assert_true(file_read(
        arena_printf(arena, "%s/%s", folder, path).p, FILE_LIMIT_DEFAULT, arena, &text, &err));
    for (; (at = str_find(text, needle)) != SIZE_MAX; hits++) {
        str_buf_add(&out, str_slice(text, 0, at));
        str_buf_add(&out, str_from(to));
        text = str_slice(text, at + needle.n, text.n);
    }
    str_buf_add(&out, text);
    kit_write(arena, folder, path, str_buf_str(&out));
    str_buf_finish(&out);
    return hits > 0;
}

/* The heads of pictures.csv and its first row, as the guide shows them, with a drawing and a
 * caption for it; the second row is a photograph. */
static void
add_example_picture(struct arena *arena, const char *city) {
    static const char *const articles[] = {
        "guides/welcome.ko.md", "guides/welcome.ja.md", "guides/welcome.en.md"};
    struct err err;
    struct str guide, svg, text;
    assert_true(
        file_read(NARU_SOURCE_DIR "/docs/AUTHORING.md", FILE_LIMIT_DEFAULT, arena, &guide, &err));
    size_t start = str_find(guide, STR("id,file,subject,kind,"));
    assert_true(start != SIZE_MAX);
    struct str rows = str_slice(guide, start, guide.n);
    kit_write(arena, city, "pictures.csv", str_slice(rows, 0, str_find(rows, STR("harbour,"))));
    assert_true(file_read(NARU_SOURCE_DIR "/assets/content/pictures/etiquette-meeting-room.svg",
        FILE_LIMIT_DEFAULT, arena, &svg, &err));
    kit_write(arena, city, "pictures/meeting-room.svg", svg);
    for (size_t i = 0; i < ARRAY_LEN(articles); i++) {
        const char *path = arena_printf(arena, "%s/%s", city, articles[i]).p;
        assert_true(file_read(path, FILE_LIMIT_DEFAULT, arena, &text, &err));
        text = arena_printf(
            arena, "%.*s\n![A meeting room](pictures/meeting-room.svg)\n", STR_ARG(text));
        kit_write(arena, city, articles[i], text);
    }
}

/* docs/AUTHORING.md, step by step: what it shows is what the program says. */
static void
test_program__follows_the_authoring_guide(void **state) {
    (void)state;
    static const char *const files[] = {"events.csv", "facts.csv", "names.csv", "relations.csv",
        "guides/welcome.ko.md", "guides/welcome.ja.md", "guides/welcome.en.md"};
    struct arena arena;
    struct err err;
    struct str guide, line;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "authoring");
    const char *city = arena_printf(&arena, "%s/my-city", folder).p;
    assert_true(
        file_read(NARU_SOURCE_DIR "/docs/AUTHORING.md", FILE_LIMIT_DEFAULT, &arena, &guide, &err));
    assert_int_equal(run(&arena, folder, "new my-city").code, 0);
    assert_true(replace_in(&arena, city, "cities.csv", "\nminato,", "\nnagoya,"));
    struct result result = run(&arena, folder, "check my-city --locale ko");
    assert_int_equal(result.code, 1);
    size_t quoted = 0;
    while (str_split(&guide, '\n', &line)) {
        if (str_starts(line, STR("my-city/")) || str_starts(line, STR("오류: "))) {
            assert_true(has(result.out, arena_str(&arena, line).p));
            quoted++;
        }
    }
    assert_int_equal(quoted, 2);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        replace_in(&arena, city, files[i], "hanbit-minato", "hanbit-nagoya");
        replace_in(&arena, city, files[i], ",minato,", ",nagoya,");
        replace_in(&arena, city, files[i], "cities/minato", "cities/nagoya");
        replace_in(&arena, city, files[i], "cities: minato", "cities: nagoya");
    }
    add_example_picture(&arena, city);
    result = run(&arena, folder, "build my-city -o my-city.db --locale ko");
    if (result.code != 0 || !has(result.error, "오류: 0, 경고: 0")) {
        fail_msg("%.*s", STR_ARG(result.error));
    }
    result = run(&arena, folder, "dump my-city.db --locale en");
    assert_true(has(result.out, "relations\tid=hanbit-nagoya\tcity=hanbit\tpartner=nagoya\t"));
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* The language of the desktop is the language of the messages. */
static void
test_program__speaks_the_language_of_the_desktop(void **state) {
    (void)state;
    static const struct {
        const char *environment, *words;
    } cases[] = {
        {"LC_ALL=ko_KR.UTF-8", "오류: 0"},
        {"LC_ALL=ja_JP.UTF-8", "エラー: 0"},
        {"LC_ALL= LC_MESSAGES= LANG=ja_JP.eucJP", "エラー: 0"},
        {"LC_ALL=fr_FR.UTF-8", "error: 0"},
        {"LC_ALL= LC_MESSAGES= LANG=", "error: 0"},
    };
    struct arena arena;
    struct err err;
    struct str words;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "language");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str line = arena_printf(
            &arena, "%s '%s' check '%s' >'%s/.out'", cases[i].environment, PROGRAM, folder, folder);
        assert_int_equal(system(line.p), 0);
        assert_true(file_read(
            arena_printf(&arena, "%s/.out", folder).p, FILE_LIMIT_DEFAULT, &arena, &words, &err));
        assert_true(has(words, cases[i].words));
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

/* With fonts, a character none of them has is a mistake; without, the program says that it could
 * not look. */
static void
test_program__asks_the_fonts(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "fonts");
    assert_int_equal(run(&arena, folder, "new here").code, 0);
    kit_write(&arena, folder, "here/names.csv",
        STR("record,lang,kind,text,source\ncities/minato,ja,alias,港\xF3\xA0\x84\x80,partners\n"
            "cities/minato,ja,alias,\xF0\x93\x80\x80,partners\n"));
    struct result result = run(&arena, folder, "check here");
    bool has_looked = !has(result.error, "characters are not checked against fonts");
    assert_int_equal(
        has(result.out, "here/names.csv:3:24: error: row 3, column D “text”: No font has"),
        has_looked);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

static void
test_program__output_that_cannot_be_written(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    const char *folder = kit_folder(&arena, "output");
    assert_int_equal(run(&arena, folder, "new here").code, 0);
    assert_int_equal(run(&arena, folder, "build here -o naru.db").code, 0);
    if (file_exists("/proc/self/status") && access("/dev/full", W_OK) == 0) {
        int status = system(
            arena_printf(&arena, "'%s' dump '%s/naru.db' >/dev/full 2>/dev/null", PROGRAM, folder)
                .p);
        assert_int_equal(WEXITSTATUS(status), 1);
    }
    kit_remove_tree(folder);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_program__exit_codes),
        cmocka_unit_test(test_program__names_mistakes_by_their_place),
        cmocka_unit_test(test_program__new_tables_say_that_they_are_utf8),
        cmocka_unit_test(test_program__follows_the_authoring_guide),
        cmocka_unit_test(test_program__speaks_the_language_of_the_desktop),
        cmocka_unit_test(test_program__asks_the_fonts),
        cmocka_unit_test(test_program__output_that_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
