/* Cards for the address book: every line as RFC 2426 has it, and what phones ask for. */
#include "test.h"

#include "handover/ical_reader.h"
#include "handover/vcard.h"

static void
test_vcard__a_city(void **state) {
    (void)state;
    static const struct str others[] = {STR_INIT("하마마쓰시"), STR_INIT("Hamamatsu, city")};
    struct str_buf out = {0};
    vcard_write_place(&out, &(struct vcard_place){.name = STR("浜松市"),
                                .reading = STR("はままつし"),
                                .others = others,
                                .other_count = 2,
                                .region = STR("静岡県"),
                                .country = STR("日本"),
                                .has_position = true,
                                .latitude = 34.71,
                                .longitude = 137.73,
                                .note = STR("ものづくりと音楽の都市; 一行目\n二行目")});
    assert_str_equal(str_buf_str(&out),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nN:;;;;\r\nFN:浜松市\r\nORG:浜松市\r\n"
        "X-PHONETIC-ORG:はままつし\r\nSORT-STRING:はままつし\r\nX-ABSHOWAS:COMPANY\r\n"
        "NICKNAME:하마마쓰시,Hamamatsu\\, city\r\nADR;TYPE=WORK:;;;浜松市;静岡県;;日本\r\n"
        "GEO:34.710000;137.730000\r\nNOTE:ものづくりと音楽の都市\\; "
        "一行目\\n二行目\r\nEND:VCARD\r\n");
    str_buf_finish(&out);
}

static void
test_vcard__hostile_texts_stay_in_their_lines(void **state) {
    (void)state;
    static const char *const texts[] = {"\r\nEND:VCARD\r\nBEGIN:VCARD", "a;b,c\\d", "\xFF\xFE",
        "한한한한한한한한한한한한한한한한한한한한한한한한한한한한한한", ""};
    struct str_buf out = {0};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct str text = str_from(texts[i]);
        char fault[256] = "";
        str_buf_clear(&out);
        vcard_write_place(&out, &(struct vcard_place){.name = text,
                                    .reading = text,
                                    .others = &text,
                                    .other_count = 1,
                                    .region = text,
                                    .country = text,
                                    .note = text});
        if (!ical_read_lines(str_buf_str(&out), fault, sizeof(fault))) {
            fail_msg("%s", fault);
        }
        struct str rest = str_buf_str(&out), line;
        int ends = 0;
        while (str_split(&rest, '\n', &line)) {
            ends += str_starts(line, STR("END:"));
        }
        assert_int_equal(ends, 1);
    }
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_vcard__a_city),
        cmocka_unit_test(test_vcard__hostile_texts_stay_in_their_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
