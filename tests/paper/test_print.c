/* `naru print` as an officer runs it: the file, read by the tools that readers of PDF are made of.
 */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct fixture {
    char folder[256];
    char out[1 << 20];
    int code;
};

static int
setup(void **state) {
    struct fixture *f = calloc(1, sizeof(*f));
    snprintf(f->folder, sizeof(f->folder), "%s/paper-XXXXXX", NARU_BUILD_DIR);
    assert_non_null(mkdtemp(f->folder));
    setenv("HERE", f->folder, 1);
    setenv("NARU", NARU_BUILD_DIR "/naru", 1);
    setenv("SOURCE_DATE_EPOCH", "1796000000", 1); /* 2026-11-30 */
    *state = f;
    return 0;
}

static int
teardown(void **state) {
    struct fixture *f = *state;
    if (system("rm -rf \"$HERE\"") != 0) {
        return 1;
    }
    free(f);
    return 0;
}

static const char *
ask(struct fixture *f, const char *script) {
    char command[1024];
    snprintf(command, sizeof(command), "{ %s; } 2>&1", script);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t n = fread(f->out, 1, sizeof(f->out) - 1, pipe);
    f->out[n] = '\0';
    int status = pclose(pipe);
    f->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return f->out;
}

static void
expect(struct fixture *f, const char *script, int code, const char *says) {
    const char *out = ask(f, script);
    if (f->code != code || !strstr(out, says)) {
        fail_msg("%s: exit %d, \"%.400s\"; expected exit %d and \"%s\"", script, f->code, out, code,
            says);
    }
}

/* Each of `lines` follows the one before it somewhere in the text. Lines end where the column does,
 * and readers guess spaces between scripts: white is left out. */
static void
expect_in_order(struct fixture *f, const char *const *lines) {
    char *to = f->out;
    for (const char *from = f->out; *from; from++) {
        if (!strchr(" \n\f", *from)) {
            *to++ = *from;
        }
    }
    *to = '\0';
    const char *at = f->out;
    for (; *lines; lines++) {
        const char *found = strstr(at, *lines);
        if (!found) {
            fail_msg("\"%s\" is not where it should be; before it: %.200s", *lines, at);
        }
        at = found + strlen(*lines);
    }
}

static void
test_print__text_comes_out_in_the_order_it_is_read(void **state) {
    static const struct {
        const char *locale;
        const char *lines[12];
    } briefings[] = {
        {"ko", {"하마마쓰시", "도시개요",
                   "스즈키,야마하,혼다같은세계적브랜드를낳은제조업의도시이자음악의도시입니다.",
                   "교류관계", "교류내역", "예절과준비", "방문회화", "안녕하세요?", "점검표",
                   "자료와출처"}},
        {"ja", {"浜松市", "都市の概要", "ものづくりのまち、音楽のまちです。", "交流関係",
                   "交流の記録", "礼儀と心得", "訪問で使う会話", "資料と出典"}},
        {"en", {"Hamamatsu", "Ataglance", "Relationship", "Exchangehistory", "Customs", "Sources"}},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof(briefings) / sizeof(briefings[0]); i++) {
        char script[256];
        snprintf(script, sizeof(script),
            "$NARU print briefing:hamamatsu --locale %s --out $HERE/%s.pdf && pdftotext "
            "$HERE/%s.pdf -",
            briefings[i].locale, briefings[i].locale, briefings[i].locale);
        ask(f, script);
        assert_int_equal(f->code, 0);
        expect_in_order(f, briefings[i].lines);
    }
}

static void
test_print__two_languages_come_out_pair_by_pair(void **state) {
    static const char *const lines[] = {"하마마쓰시·浜松市", "도시개요", "都市の概要",
        "스즈키,야마하,혼다같은세계적브랜드를낳은제조업의도시이자음악의도시입니다.",
        "ものづくりのまち、音楽のまちです。", "교류관계", "交流関係", "안녕하세요?",
        "アンニョンハセヨ", "こんにちは。", "곤니치와", NULL};
    struct fixture *f = *state;
    ask(f, "$NARU print briefing:hamamatsu --locale ko,ja --out $HERE/two.pdf && "
           "pdftotext -raw $HERE/two.pdf -");
    assert_int_equal(f->code, 0);
    static const char *const raw[] = {"하마마쓰시·浜松市", "도시개요都市の概要", "교류관계交流関係",
        "안녕하세요?こんにちは。", NULL};
    expect_in_order(f, raw);
    ask(f, "pdftotext $HERE/two.pdf -");
    expect_in_order(f, (const char *const[]){lines[0], lines[1], lines[2], lines[3], lines[4],
                           lines[5], lines[6], NULL});
}

/* Who reads Korean and English still speaks to Japanese hosts; nobody bows in Las Vegas. */
static void
test_print__what_is_said_is_said_over_there(void **state) {
    struct fixture *f = *state;
    expect(f,
        "$NARU print briefing:hamamatsu --locale ko,en --out $HERE/s.pdf && "
        "pdftotext $HERE/s.pdf -",
        0, "こんにちは");
    assert_non_null(strstr(f->out, "곤니치와"));
    ask(f,
        "$NARU print briefing:las-vegas --locale ko --out $HERE/v.pdf && pdftotext $HERE/v.pdf -");
    assert_int_equal(f->code, 0);
    assert_non_null(strstr(f->out, "점검표"));
    assert_null(strstr(f->out, "방문 회화"));
    assert_null(strstr(f->out, "예절과 준비"));
}

static void
test_print__fonts_are_embedded_and_cut_down(void **state) {
    struct fixture *f = *state;
    ask(f,
        "$NARU print briefing:hamamatsu --locale ko,ja --out $HERE/f.pdf && pdffonts $HERE/f.pdf");
    assert_int_equal(f->code, 0);
    int fonts = 0;
    char *rest = strchr(strchr(f->out, '\n') + 1, '\n') + 1; /* below the head */
    for (char *line; (line = strtok_r(rest, "\n", &rest));) {
        fonts++;
        assert_non_null(strstr(line, "yes yes yes")); /* embedded, subset, Unicode */
    }
    assert_true(fonts >= 3);
    ask(f, "wc -c < $HERE/f.pdf");
    assert_true(atoi(f->out) < 500000);
}

static void
test_print__pages_have_a_size_a_title_an_outline_and_numbers(void **state) {
    struct fixture *f = *state;
    expect(f, "$NARU print briefing:hamamatsu --locale ko --out $HERE/p.pdf && pdfinfo $HERE/p.pdf",
        0, "(A4)");
    assert_non_null(strstr(f->out, "하마마쓰시 · 안산시 국제교류 브리핑"));
    assert_non_null(strstr(f->out, "CreationDate:    Mon Nov 30 00:00:00 2026 UTC"));
    int pages = atoi(strstr(f->out, "Pages:") + 6);
    assert_true(pages >= 4 && pages <= 16);
    char number[32];
    snprintf(number, sizeof(number), "%d/%d", pages, pages);
    ask(f, "pdftotext $HERE/p.pdf - | tr -d ' '");
    assert_non_null(strstr(f->out, number));
    ask(f, "grep -ac '^<< /Title' $HERE/p.pdf"); /* of the outline, one each */
    assert_true(atoi(f->out) > 8);
}

static void
test_print__the_same_day_gives_the_same_bytes(void **state) {
    struct fixture *f = *state;
    expect(f,
        "$NARU print briefing:kholmsk --locale en,ja --out $HERE/a.pdf && "
        "$NARU print briefing:kholmsk --locale en,ja --out $HERE/b.pdf && "
        "cmp $HERE/a.pdf $HERE/b.pdf && echo same",
        0, "same");
}

static void
test_print__what_is_wrong_is_said_and_nothing_is_written(void **state) {
    struct fixture *f = *state;
    expect(f, "$NARU print briefing:nowhere --locale ko --out $HERE/n.pdf", 2, "briefing:nowhere");
    expect(f, "$NARU print guides/nothing --locale ko --out $HERE/n.pdf", 2, "guides/nothing");
    expect(
        f, "$NARU print briefing:ansan --locale ko,ko --out $HERE/n.pdf", 2, "two different ones");
    expect(f, "$NARU print briefing:ansan --locale ko,ja,en --out $HERE/n.pdf", 2, "ko, ja, en");
    expect(f, "$NARU print briefing:ansan --locale xx --out $HERE/n.pdf", 2, "\"xx\"");
    expect(f, "$NARU print briefing:ansan --locale ko", 2, "--out");
    expect(f, "$NARU print --locale ko --out $HERE/n.pdf", 2, "usage: naru print");
    expect(f, "SOURCE_DATE_EPOCH=soon $NARU print briefing:ansan --out $HERE/n.pdf", 2, "soon");
    expect(f, "test ! -e $HERE/n.pdf && echo none", 0, "none");
    expect(f, "$NARU print briefing:ansan --locale ko --out /dev/full", 1, "No space left");
    expect(f, "$NARU print briefing:ansan --locale ko --out $HERE/no/n.pdf", 1, "n.pdf");
    expect(f, "$NARU print briefing:ansan --content /dev/null --out $HERE/n.pdf", 1, "/dev/null");
    expect(f, "echo old > $HERE/o.pdf; $NARU print briefing:x --out $HERE/o.pdf; cat $HERE/o.pdf",
        0, "old");
    expect(f, "$NARU print --help", 0, "briefing:CITY");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print__text_comes_out_in_the_order_it_is_read),
        cmocka_unit_test(test_print__two_languages_come_out_pair_by_pair),
        cmocka_unit_test(test_print__what_is_said_is_said_over_there),
        cmocka_unit_test(test_print__fonts_are_embedded_and_cut_down),
        cmocka_unit_test(test_print__pages_have_a_size_a_title_an_outline_and_numbers),
        cmocka_unit_test(test_print__the_same_day_gives_the_same_bytes),
        cmocka_unit_test(test_print__what_is_wrong_is_said_and_nothing_is_written),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
