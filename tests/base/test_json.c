#include "test.h"

#include "base/json.h"

static void
test_json__places_commas_and_escapes(void **state) {
    (void)state;
    struct str_buf out = {0};
    struct json json;
    json_init(&json, &out);
    json_object_begin(&json);
    json_key(&json, "a");
    json_array_begin(&json);
    json_int(&json, -3);
    json_double(&json, 2.50, 3);
    json_double(&json, 4.0, 2);
    json_bool(&json, true);
    json_null(&json);
    json_array_begin(&json);
    json_array_end(&json);
    json_array_end(&json);
    json_key(&json, "b\"");
    json_str(&json, STR("한\n\"\\\x01\xFF"));
    json_object_end(&json);
    assert_str_equal(str_buf_str(&out),
        "{\"a\":[-3,2.5,4,true,null,[]],\"b\\\"\":\"한\\n\\\"\\\\\\u0001\xEF\xBF\xBD\"}");
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_json__places_commas_and_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
