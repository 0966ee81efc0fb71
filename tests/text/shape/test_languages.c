/* Texts of one language inside another: each is set by its own rules, marked or not. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "text/dump.h"
#include "text/lines/para_emit.h"

/* A paragraph of each language, with the marks that differ between them. */
static const char *const paragraphs[LOCALE_COUNT] = {
    [LOCALE_KO] =
        "특히 「국제교류」 담당자께서 2012년 2월 28일에 자세히 설명해 주신 덕분에, 많은 것을 "
        "배웠습니다. K-POP 공연도 참고하겠습니다.",
    [LOCALE_JA] =
        "とりわけ、「国際交流」のご担当の方に詳しくご説明いただき、多くを学ばせていただきました。"
        "JETプログラムの、今後の施策の参考とさせていただきます。",
    [LOCALE_EN] =
        "We are especially grateful to Mr. Kim, who explained “exchange” to us in detail… "
        "We learnt much on 28 February 2012 that will help.",
};

/* What is seen of a layout, as text. */
static void
dump(enum locale_id lang, const char *text, const struct text_span *span, enum text_break breaking,
    enum text_align align, float em, struct str_buf *out) {
    struct text_style style = fixture_style(lang);
    style.breaking = breaking;
    style.balance = breaking == TEXT_BREAK_PHRASE;
    style.align = align;
    str_buf_clear(out);
    text_dump(fixture_engine(), str_from(text), &style, span, span ? 1 : 0, em * 20, out);
    str_buf_add(out, STR(""));
}

static void
assert_same(const struct str_buf *wanted, const struct str_buf *got, const char *what) {
    if (!str_eq(str_buf_str(wanted), str_buf_str(got))) {
        fail_msg(
            "%s: wanted\n%.*s\ngot\n%.*s", what, (int)wanted->n, wanted->p, (int)got->n, got->p);
    }
}

/* All six pairs, every kind of breaking and alignment, several measures: clusters, faces, breaks,
 * lines and places of glyphs are those of the paragraph on a page of its own language. */
static void
test_languages__set_a_whole_paragraph_by_its_own(void **state) {
    (void)state;
    static const float measures[] = {4, 7.5f, 11, 18, 40};
    struct str_buf wanted = {0}, got = {0};
    for (int of = 0; of < LOCALE_COUNT; of++) {
        for (int in = 0; in < LOCALE_COUNT; in++) {
            const char *text = paragraphs[of];
            struct text_span whole = {.end = strlen(text), .lang = (enum locale_id)of};
            for (size_t i = 0; i < 4 * sizeof(measures) / sizeof(measures[0]); i++) {
                enum text_break breaking = i & 1 ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
                enum text_align align = i & 2 ? TEXT_ALIGN_JUSTIFY : TEXT_ALIGN_START;
                float em = measures[i / 4];
                dump((enum locale_id)of, text, NULL, breaking, align, em, &wanted);
                dump((enum locale_id)in, text, NULL, breaking, align, em, &got);
                assert_same(&wanted, &got, "unmarked");
                dump((enum locale_id)of, text, &whole, breaking, align, em, &wanted);
                dump((enum locale_id)in, text, &whole, breaking, align, em, &got);
                assert_same(&wanted, &got, "marked");
            }
        }
        text_engine_end_frame(fixture_engine());
    }
    str_buf_finish(&wanted);
    str_buf_finish(&got);
}

/* `inside` of `text`, from the first < to the next >, which are taken out. */
struct inline_case {
    enum locale_id lang, inside;
    float em;
    const char *text, *lines;
    bool unmarked; /* the characters say it as well */
};

static const char *
lines_of(const struct inline_case *c, bool marked) {
    char text[512];
    const char *open = strchr(c->text, '<'), *close = strchr(c->text, '>');
    size_t start = (size_t)(open - c->text), length = (size_t)(close - open) - 1;
    snprintf(
        text, sizeof(text), "%.*s%.*s%s", (int)start, c->text, (int)length, open + 1, close + 1);
    struct text_style style = fixture_style(c->lang);
    struct text_span span = {.start = start, .end = start + length, .lang = c->inside};
    return fixture_lines(
        para_layout(fixture_engine(), str_from(text), &style, &span, marked ? 1 : 0, c->em * 20));
}

static const struct inline_case inlines[] = {
    /* Japanese in Korean and English: a sentence breaks anywhere but against kinsoku, a gloss stays
     * whole while it fits. */
    {LOCALE_KO, LOCALE_JA, 9,
        "답장: <このたびの訪問に際しましては、誠にありがとうございました。>라고 씁니다.",
        "답장: このたびの訪|問に際しましては、|誠にありがとうござ|いました。라고|씁니다.", true},
    {LOCALE_KO, LOCALE_JA, 14,
        "답장: <このたびの訪問に際しましては、誠にありがとうございました。>라고 씁니다.",
        "답장: このたびの訪問に際しま|しては、誠にありがとうござい|ました。라고 씁니다.", true},
    {LOCALE_KO, LOCALE_JA, 10, "받는 기관의 이름 <宛先機関の名>까지 씁니다.",
        "받는 기관의 이름|宛先機関の名까지|씁니다.", true},
    {LOCALE_KO, LOCALE_JA, 5, "이름은 <お世話になった方>입니다.",
        "이름은|お世話に|なった方입|니다.", true},
    {LOCALE_KO, LOCALE_JA, 10, "인사: <貴市、拝啓、敬具、様、御中。>처럼 씁니다.",
        "인사: 貴市、拝啓、敬|具、様、御中。처럼|씁니다.", false},
    {LOCALE_EN, LOCALE_JA, 12,
        "Write <このたびの訪問に際しましては、誠にありがとうございました。> at the end.",
        "Write このたびの訪問に際|しましては、誠にありがと|うございました。 at|the end.", true},
    {LOCALE_EN, LOCALE_JA, 10, "Say it politely: <お世話になります> to him.",
        "Say it politely:|お世話になります to|him.", true},
    /* Korean in Japanese and English: eojeol and what holds together. */
    {LOCALE_JA, LOCALE_KO, 8, "書き出しは<안녕하십니까? 국제교류 담당자님께 드립니다.>とします。",
        "書き出しは|안녕하십니까?|국제교류|담당자님께|드립니다.とし|ます。", true},
    {LOCALE_JA, LOCALE_KO, 6, "日付は<올해 2월 28일까지>とします。",
        "日付は올해|2월 28일까지|とします。", true},
    {LOCALE_EN, LOCALE_KO, 8, "Begin with <방문을 확인할 수 있는 연락처입니다.> and wait.",
        "Begin with 방문을|확인할 수 있는|연락처입니다. and|wait.", true},
    {LOCALE_EN, LOCALE_KO, 7, "It is on <올해 2월 28일까지> only.",
        "It is on 올해|2월 28일까지|only.", true},
    /* English in Korean and Japanese. */
    {LOCALE_KO, LOCALE_EN, 11, "말미에 <Thank you, Mr. Kim, for 12.6 million won>이라고 씁니다.",
        "말미에 Thank you,|Mr. Kim, for|12.6 million won이라고|씁니다.", true},
    {LOCALE_KO, LOCALE_EN, 9, "날짜는 <our visit of 28 February was up-to-date>로 씁니다.",
        "날짜는 our visit of|28 February was|up-to-date로|씁니다.", true},
    {LOCALE_JA, LOCALE_EN, 11, "末尾に<Thank you, Mr. Kim, for 12.6 million won>と書きます。",
        "末尾にThank you,|Mr. Kim, for|12.6 million wonと書き|ます。", true},
    {LOCALE_JA, LOCALE_EN, 9, "日付は<our visit of 28 February was up-to-date>と書きます。",
        "日付はour visit of|28 February was|up-to-dateと書き|ます。", true},
};

static void
test_languages__break_an_inline_run_by_its_own(void **state) {
    (void)state;
    int failed = 0;
    for (size_t i = 0; i < sizeof(inlines) / sizeof(inlines[0]); i++) {
        for (int marked = inlines[i].unmarked ? 0 : 1; marked < 2; marked++) {
            const char *lines = lines_of(&inlines[i], marked);
            if (strcmp(lines, inlines[i].lines) != 0) {
                fprintf(stderr, "%zu, %smarked:\n%s, wanted\n%s\n", i, marked ? "" : "un", lines,
                    inlines[i].lines);
                failed++;
            }
        }
    }
    assert_int_equal(failed, 0);
}

static const struct shaped *
shaped_of(enum locale_id lang, const char *text, const struct text_span *span) {
    struct text_style style = fixture_style(lang);
    const struct para *para =
        para_layout(fixture_engine(), str_from(text), &style, span, span ? 1 : 0, 1e6f);
    return ((const struct para_box *)para)->shaped;
}

static int32_t
advance_at(const struct shaped *shaped, const char *text, const char *mark) {
    uint32_t byte = (uint32_t)(strstr(text, mark) - text);
    for (size_t i = 0; i < shaped->cluster_count; i++) {
        if (shaped->clusters[i].byte == byte) {
            return shaped->clusters[i].advance;
        }
    }
    return -1;
}

/* The cells of marks: whole in Japanese, half in Korean, whatever stands around the run. */
static void
test_languages__give_marks_their_width(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang, inside;
        const char *text, *run, *mark;
        int32_t advance;
    } cases[] = {
        {LOCALE_KO, LOCALE_JA, "답: はい、そうです。라고", "はい、そうです。", "、", 1000},
        {LOCALE_KO, LOCALE_JA, "답: はい、そうです。라고", "はい、そうです。", "。", 1000},
        {LOCALE_KO, LOCALE_JA, "답은 「はい」라고", "「はい」", "「", 1000},
        {LOCALE_KO, LOCALE_JA, "답은 「はい」라고", "「はい」", "」", 1000},
        {LOCALE_KO, LOCALE_KO, "답은 「예」라고", "「예」", "」", 500},
        {LOCALE_EN, LOCALE_JA, "Say はい、そうです。 to", "はい、そうです。", "、", 1000},
        {LOCALE_JA, LOCALE_KO, "冊子「축제」と", "축제", "「", 1000},
        {LOCALE_EN, LOCALE_KO, "See 「축제」 and", "「축제」", "「", 500},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const char *text = cases[i].text;
        size_t start = (size_t)(strstr(text, cases[i].run) - text);
        struct text_span span = {
            .start = start, .end = start + strlen(cases[i].run), .lang = cases[i].inside};
        int32_t advance = advance_at(shaped_of(cases[i].lang, text, &span), text, cases[i].mark);
        if (advance != cases[i].advance) {
            fail_msg("%s: %s is %d wide", text, cases[i].mark, advance);
        }
        bool unmarked = strcmp(cases[i].run, "「축제」") != 0;
        advance = advance_at(shaped_of(cases[i].lang, text, NULL), text, cases[i].mark);
        if (unmarked && advance != cases[i].advance) {
            fail_msg("%s: %s is %d wide, unmarked", text, cases[i].mark, advance);
        }
    }
}

static const char *
face_at(const struct shaped *shaped, size_t cluster) {
    const struct run *run = &shaped->runs[shaped->clusters[cluster].run];
    return fixture_engine()->fonts.faces[run->face].name;
}

/* Han beside kana has the Japanese form in Korean text; alone it stays Korean, unless it is
 * marked. */
static void
test_languages__choose_the_face(void **state) {
    (void)state;
    const char *text = "이름은 直す방법, 그리고 直入";
    const struct shaped *shaped = shaped_of(LOCALE_KO, text, NULL);
    assert_string_equal(face_at(shaped, 0), "kr-regular");
    assert_string_equal(face_at(shaped, 4), "jp-regular");
    assert_string_equal(face_at(shaped, 6), "kr-regular");
    assert_string_equal(face_at(shaped, 14), "kr-regular");
    struct text_span span = {.start = strlen(text) - 6, .end = strlen(text), .lang = LOCALE_JA};
    shaped = shaped_of(LOCALE_KO, text, &span);
    assert_string_equal(face_at(shaped, 14), "jp-regular");
    assert_string_equal(face_at(shaped_of(LOCALE_JA, "名前は漢の方法", NULL), 0), "jp-regular");
}

/* What letters and codes in another script do not say: the text around them keeps its own rules. */
static void
test_languages__leave_small_words_to_the_text(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        const char *text;
        int32_t at;
        enum locale_id wanted;
    } cases[] = {
        {LOCALE_KO, "K-POP 공연", 0, LOCALE_KO},
        {LOCALE_KO, "www.ansan.go.kr", 0, LOCALE_KO},
        {LOCALE_KO, "Hamamatsu", 0, LOCALE_KO},
        {LOCALE_KO, "釜山廣域市", 0, LOCALE_KO},
        {LOCALE_KO, "「大明律」", 0, LOCALE_KO},
        {LOCALE_KO, "学習 (学習) 안내", 0, LOCALE_KO},
        {LOCALE_JA, "JR East", 0, LOCALE_JA},
        {LOCALE_JA, "釜山（부산）市", 0, LOCALE_JA},
        {LOCALE_JA, "2012. 2. 28.", 0, LOCALE_JA},
        {LOCALE_EN, "Busan (부산)", 0, LOCALE_EN},
        {LOCALE_EN, "祇園", 0, LOCALE_EN},
        {LOCALE_EN, "the word はし means", 0, LOCALE_EN},
        {LOCALE_EN, "the word はし means", 9, LOCALE_JA},
        {LOCALE_JA, "釜山（부산）市", 3, LOCALE_KO},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct shaped *shaped = shaped_of(cases[i].lang, cases[i].text, NULL);
        if (shaped->clusters[cases[i].at].lang != cases[i].wanted) {
            fail_msg("%s is %s", cases[i].text,
                locale_tag((enum locale_id)shaped->clusters[cases[i].at].lang));
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages__set_a_whole_paragraph_by_its_own),
        cmocka_unit_test(test_languages__break_an_inline_run_by_its_own),
        cmocka_unit_test(test_languages__give_marks_their_width),
        cmocka_unit_test(test_languages__choose_the_face),
        cmocka_unit_test(test_languages__leave_small_words_to_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, fixture_close_group);
}
