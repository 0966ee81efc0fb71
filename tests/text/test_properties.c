/* The promises of layout under random text, checked by the same code that fuzzing runs. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t
next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

/* Characters that meet in real text, and some that should not. */
static const uint32_t alphabet[] = {' ', ' ', 'a', 'V', '1', '9', '-', '/', '(', ')', '.', ',', '~',
    '\n', '\t', 0xAC00, 0xD55C, 0xAE00, 0xC774, 0x1112, 0x1161, 0x11AB, 0x3131, 0x56FD, 0x6D5C,
    0x8FBB, 0xE0100, 0xFE0F, 0x3042, 0x304B, 0x3099, 0x3083, 0x30FC, 0x3001, 0x3002, 0x300C, 0x300D,
    0x30FB, 0xFF08, 0xFF09, 0x3000, 0x200B, 0x200D, 0x2060, 0x00A0, 0x00AD, 0x301, 0x5D0, 0x627,
    '"', '\'', '@', 'w', '<', 0x2013, 0x2014, 0x2019, 0x2022, 0x2192, 0xB9CC, 0xBA85, 0x2460,
    0x2067, 0x2069, 0x202E, 0x1F468, 0x1F1F0, 0x1F1F7, 0x2026, 0x201C, 0x201D, 0xFFFD, 0};

static void
test_properties__hold_for_random_text(void **state) {
    (void)state;
    uint64_t seed = 20120626;
    for (int round = 0; round < 6000; round++) {
        uint8_t data[512];
        size_t n = 8, length = next_random(&seed) % 90;
        for (size_t i = 0; i < 8; i++) {
            data[i] = (uint8_t)next_random(&seed);
        }
        for (size_t i = 0; i < length; i++) {
            uint64_t pick = next_random(&seed);
            if (pick % 41 == 0) {
                data[n++] = (uint8_t)(pick >> 8); /* broken UTF-8 */
            } else {
                char utf8[4];
                size_t bytes =
                    utf8_encode(alphabet[pick % (sizeof(alphabet) / sizeof(alphabet[0]))], utf8);
                memcpy(data + n, utf8, bytes);
                n += bytes;
            }
        }
        LLVMFuzzerTestOneInput(data, n);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_properties__hold_for_random_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
