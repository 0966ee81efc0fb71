/* Any bytes as a kiosk's configuration file: every mistake has a line of the file and a message of
 * one valid line; what is set lies within the limits of its entry. */
#include "base/check.h"
#include "base/utf8.h"
#include "cli/options.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { OPTIONS_MAX = 64 };

struct reports {
    int last_line, lines;
};

static void
report(void *self, const struct option_fault *fault) {
    struct reports *reports = self;
    struct str_buf message = {0};
    size_t bad;
    xassert(fault->line >= reports->last_line && fault->line <= reports->lines);
    xassert(fault->wrong != OPTION_TWICE || fault->number < fault->line);
    reports->last_line = fault->line;
    option_fault_add(&message, &options_table, fault);
    xassert(message.n > 0 && utf8_valid(str_buf_str(&message), &bad));
    xassert(str_find(str_buf_str(&message), STR("\n")) == SIZE_MAX);
    str_buf_finish(&message);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct option_value values[OPTIONS_MAX] = {0};
    struct str bytes = {(const char *)data, size};
    struct reports reports = {.lines = 1};
    struct arena arena;
    if (size > 1 << 16) {
        return 0;
    }
    xassert(options_table.count <= OPTIONS_MAX);
    for (size_t i = 0; i < size; i++) {
        reports.lines += data[i] == '\n' || data[i] == '\r';
    }
    arena_init(&arena);
    option_parse_file(&options_table, bytes, &arena, values, report, &reports);
    for (size_t i = 0; i < options_table.count; i++) {
        const struct option_spec *spec = &options_table.specs[i];
        if (!values[i].is_set) {
            continue;
        }
        struct option_value again = {0};
        xassert((spec->flags & OPTION_IN_FILE) && values[i].line > 0);
        xassert(option_read_value(spec, values[i].text, &again));
        bool is_number = spec->type == OPTION_NUMBER || spec->type == OPTION_INTEGER;
        xassert(!is_number || (again.number >= spec->low && again.number <= spec->high));
    }
    arena_finish(&arena);
    return 0;
}
