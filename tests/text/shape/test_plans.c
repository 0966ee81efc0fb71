/* Kept plans shape as hb_shape() does, also after more of them than there is room for. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "text/engine_private.h"

static void
fill(hb_buffer_t *buffer, hb_tag_t script, hb_direction_t direction) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf8(buffer, "AV 한글 浜松", -1, 0, -1);
    hb_buffer_set_script(buffer, (hb_script_t)script);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_language(buffer, hb_language_from_string("ko", -1));
}

static void
check_as_hb_shape(struct plans *plans, const struct plan_request *request, hb_buffer_t *buffers[2],
    hb_tag_t script, hb_direction_t direction) {
    fill(buffers[0], script, direction);
    fill(buffers[1], script, direction);
    plans_shape(plans, request, LOCALE_KO, buffers[0]);
    hb_shape(request->font, buffers[1], request->feature_list, request->feature_count);
    unsigned n, other;
    const hb_glyph_info_t *info[2] = {
        hb_buffer_get_glyph_infos(buffers[0], &n), hb_buffer_get_glyph_infos(buffers[1], &other)};
    assert_int_equal(n, other);
    const hb_glyph_position_t *position[2] = {hb_buffer_get_glyph_positions(buffers[0], &n),
        hb_buffer_get_glyph_positions(buffers[1], &n)};
    for (unsigned i = 0; i < n; i++) {
        assert_int_equal(info[0][i].codepoint, info[1][i].codepoint);
        assert_int_equal(position[0][i].x_advance, position[1][i].x_advance);
        assert_int_equal(position[0][i].y_advance, position[1][i].y_advance);
    }
}

static void
test_plans__shape_as_hb_shape_does(void **state) {
    (void)state;
    static const hb_tag_t scripts[] = {HB_SCRIPT_HANGUL, HB_SCRIPT_HAN, HB_SCRIPT_LATIN};
    struct plans *plans = &(struct plans){0};
    hb_buffer_t *buffers[2] = {hb_buffer_create(), hb_buffer_create()};
    struct text_engine *engine = fixture_engine();
    hb_feature_t no_kern = {HB_TAG('k', 'e', 'r', 'n'), 0, 0, (unsigned)-1};
    struct plan_request with = {.font = engine->fonts.faces[0].hb_font};
    struct plan_request without = with;
    without.features = 1;
    without.feature_list = &no_kern;
    without.feature_count = 1;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < sizeof(scripts) / sizeof(scripts[0]); i++) {
            check_as_hb_shape(plans, &with, buffers, scripts[i], HB_DIRECTION_LTR);
            check_as_hb_shape(plans, &without, buffers, scripts[i], HB_DIRECTION_LTR);
            check_as_hb_shape(plans, &with, buffers, scripts[i], HB_DIRECTION_TTB);
        }
        for (unsigned k = 0; k < 2 * PLAN_SETS * PLAN_WAYS; k++) { /* pushes the others out */
            check_as_hb_shape(plans, &with, buffers,
                HB_TAG('Z', 'a' + k / 676 % 26, 'a' + k / 26 % 26, 'a' + k % 26), HB_DIRECTION_LTR);
        }
    }
    plans_finish(plans);
    hb_buffer_destroy(buffers[0]);
    hb_buffer_destroy(buffers[1]);
}

int
main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_plans__shape_as_hb_shape_does)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}
