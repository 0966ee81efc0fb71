/* `naru-content accept`: all, a file, a record; what changed in the original since; undo. What it
 * says is compared with tests/compiler/accept.{ko,ja,en}.txt. */
#include "compiler/kit.h"

#include "base/file.h"
#include "compiler/compile.h"
#include "compiler/write/report.h"
#include "golden.h"

#include <string.h>

#define GOLDENS NARU_SOURCE_DIR "/tests/compiler"

struct desk {
    struct arena arena;
    const char *folder;
    enum locale_id locale;
    struct str_buf said;
};

static bool
accept(struct desk *desk, bool is_undo, const char *name) {
    struct err err = {0};
    struct report_accept request = {
        .folder = desk->folder, .names = &name, .name_count = name != NULL, .is_undo = is_undo};
    str_buf_printf(&desk->said, "$ accept%s%s%s\n", is_undo ? " --undo" : "", name ? " " : "",
        name ? name : "");
    bool ok = report_accept(&request, desk->locale, &desk->said, &err);
    if (!ok) { /* without the path of this machine */
        const char *text = strstr(err.message, desk->folder);
        str_buf_printf(&desk->said, "! %s\n", text ? "…" : err.message);
    }
    return ok;
}

static void
report(struct desk *desk) {
    static const struct compile_options options = {0};
    struct err err;
    str_buf_add(&desk->said, STR("$ report\n"));
    assert_true(report_folder(desk->folder, desk->locale, &options, &desk->said, &err));
}

static void
change(struct desk *desk) {
    kit_write(&desk->arena, desk->folder, "facts.csv",
        STR("id,subject,kind,position,source,text_ko,text_ja,text_en,note_ko,note_ja,note_en\n"
            "minato-climate,cities/minato,climate,1,partners,여름은 "
            "시원합니다.,夏は暑く、冬は温暖です。,"
            "Summers are hot and winters mild.,,,\n"));
    kit_write(&desk->arena, desk->folder, "guides/welcome.ko.md",
        STR("---\ntitle: 첫 방문 안내\nsummary: 바뀐 요약입니다.\nsource: app\nposition: 1\n"
            "---\n\n방문은 석 달 전에 의뢰합니다.\n\n## 준비할 것\n\n- **명함**을 넉넉히 "
            "챙깁니다.\n- 일본어 자료를 준비합니다.\n\n> 이 글은 예시입니다. 우리 시의 안내로 "
            "바꿔 주세요.\n"));
}

static void
go_through(struct desk *desk) {
    desk->folder = kit_starter(&desk->arena, "accept");
    assert_false(accept(desk, true, NULL)); /* nothing to take back yet */
    assert_true(accept(desk, false, "cities.csv"));
    assert_true(accept(desk, true, NULL)); /* the very first time, too */
    assert_true(accept(desk, false, "cities.csv"));
    assert_true(accept(desk, false, NULL));
    change(desk);
    report(desk);
    assert_false(accept(desk, false, "facts/nowhere"));
    assert_true(accept(desk, false, "facts/minato-climate"));
    report(desk);
    assert_true(accept(desk, false, "guides/welcome.ja.md"));
    report(desk);
    assert_true(accept(desk, true, NULL)); /* the guide */
    report(desk);
    assert_true(accept(desk, true, NULL)); /* and again */
    assert_true(accept(desk, false, "guides"));
    kit_remove_tree(desk->folder);
}

static void
test_accept__some_all_and_back(void **state) {
    (void)state;
    for (int l = 0; l < LOCALE_COUNT; l++) {
        struct desk desk = {.locale = (enum locale_id)l};
        arena_init(&desk.arena);
        go_through(&desk);
        golden_check(
            arena_printf(&desk.arena, "%s/accept.%s.txt", GOLDENS, locale_tag((enum locale_id)l)).p,
            str_buf_str(&desk.said));
        str_buf_finish(&desk.said);
        arena_finish(&desk.arena);
    }
}

/* What an older program wrote, and what a hand broke, is read as far as it says something. */
static void
test_accept__reads_what_it_can(void **state) {
    (void)state;
    struct desk desk = {.locale = LOCALE_EN};
    arena_init(&desk.arena);
    desk.folder = kit_starter(&desk.arena, "accept-old");
    kit_write(&desk.arena, desk.folder, "translations.state",
        STR("# old\nfacts/minato-climate 00000001 00000002 00000003\r\nno record\n\tlost piece\n"
            "\ttext\tas it was\ncities/minato 1 2 3\ncities/hanbit xxxxxxxx 00000000 00000000\n"));
    report(&desk);
    assert_non_null(strstr(desk.said.p, "older than their original: 0"));
    assert_true(accept(&desk, false, NULL));
    str_buf_finish(&desk.said);
    kit_remove_tree(desk.folder);
    arena_finish(&desk.arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accept__some_all_and_back),
        cmocka_unit_test(test_accept__reads_what_it_can),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
