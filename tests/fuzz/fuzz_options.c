/* Any words on the command lines of naru and of naru layout: read or refused with a message of one
 * valid line; what is read lies within the limits of its entry. */
#include "base/check.h"
#include "base/utf8.h"
#include "cli/options.h"
#include "text/layout_json.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MAX = 64, BYTES_MAX = 4096 };

static void
check_message(const struct err *err) {
    struct str message = str_from(err->message);
    size_t bad;
    xassert(err->code == ERR_USAGE && message.n > 0);
    xassert(utf8_valid(message, &bad));
    xassert(str_find(message, STR("\n")) == SIZE_MAX);
}

static void
check_options(const struct options *o) {
    xassert(o->looks.text_scale >= 1 && o->looks.text_scale <= 2);
    xassert(o->scroll_dp >= 0 && o->scroll_dp <= 1e6f);
    xassert(o->limit >= 1 && o->limit <= 1000);
    xassert(o->profile.width_px >= 200 && o->profile.width_px <= 8192);
    xassert(o->profile.height_px >= 200 && o->profile.height_px <= 8192);
    xassert(o->profile.px_per_mm >= 0.5f && o->profile.px_per_mm <= 40);
    xassert(o->locale >= 0 && o->locale < LOCALE_COUNT);
    xassert(!o->content || *o->content);
    xassert(!o->out || *o->out);
    for (int i = 0; i < o->word_count && i < OPTION_WORDS - 1; i++) {
        xassert(o->words[i]);
    }
}

/* Words are what stands between NUL bytes and line ends. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char line[BYTES_MAX + 1], program[] = "naru", *argv[WORDS_MAX + 1] = {program};
    struct options options;
    struct layout_options layout;
    struct err err = {0};
    int argc = 1;
    if (size > BYTES_MAX) {
        return 0;
    }
    memcpy(line, data, size);
    line[size] = '\0';
    for (size_t i = 0; i <= size && argc < WORDS_MAX; i++) {
        argv[argc++] = line + i;
        while (i < size && line[i] && line[i] != '\n') {
            i++;
        }
        line[i] = '\0';
    }
    if (options_parse(argc, argv, &options, &err)) {
        check_options(&options);
    } else {
        check_message(&err);
    }
    if (layout_options_parse(argc, argv, &layout, &err)) {
        xassert(layout.help || (layout.width_px >= 0 && layout.width_px <= 1e6f));
        xassert(layout.help || (layout.style.size_px >= 1 && layout.style.size_px <= 1023));
    } else {
        check_message(&err);
    }
    return 0;
}
