/* Calendars, read byte by byte (ical_reader.h) and by libical, and a fault of every kind that the
 * reader must see. */
#include "test.h"

#include "base/utf8.h"
#include "handover/ical.h"
#include "handover/ical_reader.h"

#include <libical/ical.h>
#include <stdlib.h>

static struct ical_reading reading;

static const struct edtf_point made_on = {EDTF_DAY, 2026, 7, 25};

static struct ical_event
event_of(const char *uid, struct str summary, struct str description) {
    return (struct ical_event){.uid = str_from(uid),
        .from = {EDTF_DAY, 2026, 8, 19},
        .to = {EDTF_DAY, 2026, 8, 19},
        .summary = summary,
        .description = description};
}

static void
write_one(struct str_buf *out, struct ical_event event) {
    str_buf_clear(out);
    ical_write(out, &(struct ical_calendar){.made_on = made_on, .events = &event, .count = 1});
}

/* What libical makes of it: the same number of events, none with an error. */
static void
check_with_libical(const struct str_buf *calendar, int count) {
    icalcomponent *whole = icalparser_parse_string(calendar->p);
    assert_non_null(whole);
    assert_int_equal(icalcomponent_count_errors(whole), 0);
    assert_int_equal(icalcomponent_count_components(whole, ICAL_VEVENT_COMPONENT), count);
    for (int i = 0; i < count; i++) {
        icalcomponent *event = i == 0
                                   ? icalcomponent_get_first_component(whole, ICAL_VEVENT_COMPONENT)
                                   : icalcomponent_get_next_component(whole, ICAL_VEVENT_COMPONENT);
        assert_string_equal(icalcomponent_get_uid(event), reading.events[i].uid);
        assert_string_equal(icalcomponent_get_summary(event), reading.events[i].summary);
        struct icaltimetype from = icalcomponent_get_dtstart(event);
        assert_true(from.is_date);
        assert_int_equal(from.year * 10000 + from.month * 100 + from.day, reading.events[i].from);
        struct icaltimetype to = icalcomponent_get_dtend(event);
        assert_int_equal(to.year * 10000 + to.month * 100 + to.day, reading.events[i].to);
    }
    icalcomponent_free(whole);
}

static void
test_ical__a_plan_reads_back(void **state) {
    (void)state;
    struct str_buf out = {0};
    struct ical_event events[] = {
        event_of(
            "p-request", STR("하마마쓰시 방문 의뢰"), STR("한국어, 日本語; English\\\n둘째 줄")),
        event_of("p-visit", STR("浜松市を訪問"), STR("")),
        {STR_INIT("p-leap"), {EDTF_DAY, 2028, 2, 27}, {EDTF_DAY, 2028, 2, 29}, STR_INIT("윤년"),
            {0}},
        {STR_INIT("p-year"), {EDTF_DAY, 2026, 12, 31}, {EDTF_DAY, 2026, 12, 31}, STR_INIT("년"),
            {0}},
    };
    ical_write(&out, &(struct ical_calendar){.name = STR("하마마쓰, 방문"),
                         .made_on = made_on,
                         .events = events,
                         .count = ARRAY_LEN(events)});
    if (!ical_read(str_buf_str(&out), false, &reading)) {
        fail_msg("%s", reading.fault);
    }
    assert_int_equal(reading.count, 4);
    assert_string_equal(reading.name, "하마마쓰, 방문");
    assert_string_equal(reading.events[0].uid, "p-request@naru");
    assert_string_equal(reading.events[0].stamp, "20260725T000000Z");
    assert_string_equal(reading.events[0].summary, "하마마쓰시 방문 의뢰");
    assert_string_equal(reading.events[0].description, "한국어, 日本語; English\\\n둘째 줄");
    assert_int_equal(reading.events[0].from, 20260819);
    assert_int_equal(reading.events[0].to, 20260820);
    assert_int_equal(reading.events[2].to, 20280301);
    assert_int_equal(reading.events[3].to, 20270101);
    check_with_libical(&out, 4);
    str_buf_finish(&out);
}

static void
test_ical__one_event_for_a_code(void **state) {
    (void)state;
    struct str_buf out = {0};
    struct ical_event event = event_of("one", STR("浜松市を訪問"), STR(""));
    ical_write_event(&out, &event, &made_on);
    assert_true(ical_read(str_buf_str(&out), true, &reading));
    assert_int_equal(reading.count, 1);
    assert_str_equal(str_buf_str(&out),
        "BEGIN:VEVENT\r\nUID:one@naru\r\nDTSTAMP:20260725T000000Z\r\n"
        "DTSTART;VALUE=DATE:20260819\r\nDTEND;VALUE=DATE:20260820\r\n"
        "SUMMARY:浜松市を訪問\r\nTRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n");
    str_buf_finish(&out);
}

/* The last day that there is has none after it. */
static void
test_ical__the_last_day_of_all_has_no_end(void **state) {
    (void)state;
    struct str_buf out = {0};
    struct ical_event event = event_of("last", STR("x"), STR(""));
    event.from = event.to = (struct edtf_point){EDTF_DAY, 9999, 12, 31};
    write_one(&out, event);
    assert_true(ical_read(str_buf_str(&out), false, &reading));
    assert_int_equal(reading.events[0].to, 0);
    str_buf_finish(&out);
}

/* What the reader should have read of a text: line ends are one, controls are gone. */
static void
expect_text(struct str text, struct str_buf *out) {
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        if (c == '\r' && at < text.n && text.p[at] == '\n') {
            continue;
        }
        bool is_end = (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
        if (is_end || (c >= 0x20 && c != 0x7F && !(c > 0x7F && c < 0xA0))) {
            str_buf_utf8(out, is_end ? '\n' : c);
        }
    }
    str_buf_byte(out, 0);
}

/* Every length around the folds, every width of character, in every place of it. */
static void
test_ical__no_fold_cuts_a_character(void **state) {
    (void)state;
    static const char *const letters[] = {
        "a", "é", "한", "𠮷", "\\", ";", ",", "\n", "か\xE3\x82\x99"};
    struct str_buf out = {0}, text = {0}, expected = {0};
    for (size_t letter = 0; letter < ARRAY_LEN(letters); letter++) {
        for (size_t before = 0; before < 80; before++) {
            str_buf_clear(&text);
            str_buf_clear(&expected);
            for (size_t i = 0; i < before; i++) {
                str_buf_byte(&text, 'x');
            }
            for (size_t i = 0; i < 60; i++) {
                str_buf_add(&text, str_from(letters[letter]));
            }
            write_one(&out, event_of("f", str_buf_str(&text), str_buf_str(&text)));
            if (!ical_read(str_buf_str(&out), false, &reading)) {
                fail_msg("%s", reading.fault);
            }
            expect_text(str_buf_str(&text), &expected);
            assert_string_equal(reading.events[0].summary, expected.p);
            assert_string_equal(reading.events[0].description, expected.p);
        }
    }
    str_buf_finish(&expected);
    str_buf_finish(&text);
    str_buf_finish(&out);
}

/* Bytes of all kinds, from a generator with a fixed seed: whatever comes in, a calendar comes out,
 * and the text in it. */
static void
test_ical__hostile_texts(void **state) {
    (void)state;
    static const char *const pieces[] = {"\r\nEND:VEVENT\r\n", "\n", "\r", "\r\n", "\t", ":", ";",
        ",", "\\", "\\n", "\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\xAF", "\x01", "\x7F",
        "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xAE", "한글", "日本", "\"", "BEGIN:VALARM", " ", "a",
        "\xF0\x9F\x8F\xBB"};
    struct str_buf out = {0}, text = {0}, expected = {0};
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        str_buf_clear(&text);
        str_buf_clear(&expected);
        str_buf_byte(&text, 's');
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            str_buf_add(&text, str_from(pieces[(seed >> 8) % ARRAY_LEN(pieces)]));
        }
        write_one(&out, event_of("h", str_buf_str(&text), str_buf_str(&text)));
        if (!ical_read(str_buf_str(&out), false, &reading)) {
            fail_msg("%s", reading.fault);
        }
        expect_text(str_buf_str(&text), &expected);
        assert_string_equal(reading.events[0].summary, expected.p);
        assert_int_equal(reading.count, 1);
    }
    str_buf_finish(&expected);
    str_buf_finish(&text);
    str_buf_finish(&out);
}

/* A reader that takes everything would prove nothing. */
static void
test_ical__the_reader_sees_faults(void **state) {
    (void)state;
#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
#define STAMP "DTSTAMP:20260725T000000Z\r\n"
#define DAYS "DTSTART;VALUE=DATE:20260819\r\nDTEND;VALUE=DATE:20260820\r\n"
#define TAIL "SUMMARY:s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
#define EVENT HEAD "BEGIN:VEVENT\r\nUID:a@naru\r\n" STAMP DAYS TAIL
    static const char *const wrong[] = {
        "",
        HEAD "END:VCALENDAR\n",
        "BEGIN:VCALENDAR\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
        HEAD "BEGIN:VEVENT\r\n" STAMP DAYS TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" DAYS TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260725T000000\r\n" DAYS TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP "DTSTART;VALUE=DATE:20260819T000000\r\n" TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP
             "DTSTART;VALUE=DATE:20260819\r\nDTEND;VALUE=DATE:20260819\r\n" TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP "DTSTART:20260819T090000\r\n" TAIL,
        HEAD "\r\nBEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS "DESCRIPTION:a,b\r\n" TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS "DESCRIPTION:a\\b\r\n" TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS "DESCRIPTION:\xED\x95\r\n \x9C\r\n" TAIL,
        HEAD
        "BEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS
        "DESCRIPTION:0123456789012345678901234567890123456789012345678901234567890123\r\n" TAIL,
        HEAD "BEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS
             "SUMMARY:s\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\n" STAMP DAYS TAIL,
        EVENT "x:y\r\n",
    };
    assert_true(ical_read(STR(EVENT), false, &reading));
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        if (ical_read(str_from(wrong[i]), false, &reading)) {
            fail_msg("no fault seen in number %zu", i);
        }
        assert_true(reading.fault[0] != 0);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ical__a_plan_reads_back),
        cmocka_unit_test(test_ical__one_event_for_a_code),
        cmocka_unit_test(test_ical__the_last_day_of_all_has_no_end),
        cmocka_unit_test(test_ical__no_fold_cuts_a_character),
        cmocka_unit_test(test_ical__hostile_texts),
        cmocka_unit_test(test_ical__the_reader_sees_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
