/* generate DIR [scale|broad] [CITIES EVENTS] [NAME=COUNT ...]: a large content folder, for looking
 * at and for measuring by hand. */
#include "base/check.h"
#include "base/file.h"
#include "compiler/generate.h"

#include <stdio.h>

static const struct {
    const char *name;
    size_t at;
} sizes_by_name[] = {
#define SIZE(name) \
    { #name, offsetof(struct generate_sizes, name) }
    SIZE(cities),
    SIZE(events),
    SIZE(terms),
    SIZE(phrases),
    SIZE(links),
    SIZE(figures),
    SIZE(people),
    SIZE(sections),
    SIZE(articles),
    SIZE(own_events),
    SIZE(facts),
    SIZE(names),
#undef SIZE
};

static bool
set_size(struct generate_sizes *sizes, struct str name, struct str count) {
    int64_t value;
    for (size_t i = 0; i < ARRAY_LEN(sizes_by_name); i++) {
        if (str_eq(name, str_from(sizes_by_name[i].name)) && str_to_i64(count, &value) &&
            value >= 0) {
            *(size_t *)((char *)sizes + sizes_by_name[i].at) = (size_t)value;
            return true;
        }
    }
    return false;
}

static bool
read_word(struct generate_sizes *sizes, struct str word, int *bare) {
    static const char *const bare_names[] = {"cities", "events"};
    struct str name;
    if (str_eq(word, STR("scale")) || str_eq(word, STR("broad"))) {
        *sizes = str_eq(word, STR("scale")) ? generate_sizes_scale() : generate_sizes_broad();
        return true;
    }
    if (str_find(word, STR("=")) == SIZE_MAX) {
        return *bare < 2 && set_size(sizes, str_from(bare_names[(*bare)++]), word);
    }
    str_split(&word, '=', &name);
    return set_size(sizes, name, word);
}

static int
usage(const char *program) {
    fprintf(
        stderr, "usage: %s DIR [scale|broad] [CITIES EVENTS] [NAME=COUNT ...]\nnames:", program);
    for (size_t i = 0; i < ARRAY_LEN(sizes_by_name); i++) {
        fprintf(stderr, " %s", sizes_by_name[i].name);
    }
    fputc('\n', stderr);
    return 2;
}

int
main(int argc, char **argv) {
    struct generate_sizes sizes = {0};
    struct err err;
    int bare = 0;
    for (int i = 2; i < argc; i++) {
        if (!read_word(&sizes, str_from(argv[i]), &bare)) {
            return usage(argv[0]);
        }
    }
    if (argc < 3 || sizes.cities < 1) {
        return usage(argv[0]);
    }
    if (!file_make_directory(argv[1], &err) || !generate_sized(argv[1], &sizes, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    return 0;
}
