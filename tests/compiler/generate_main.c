/* generate DIR CITIES EVENTS: a large content folder, for measuring by hand. */
#include "base/file.h"
#include "compiler/generate.h"

#include <stdio.h>

int
main(int argc, char **argv) {
    int64_t cities, events;
    struct err err;
    if (argc != 4 || !str_to_i64(str_from(argv[2]), &cities) ||
        !str_to_i64(str_from(argv[3]), &events) || cities < 1 || events < 0) {
        fprintf(stderr, "usage: %s DIR CITIES EVENTS\n", argv[0]);
        return 2;
    }
    if (!file_make_directory(argv[1], &err) ||
        !generate_folder(argv[1], (size_t)cities, (size_t)events, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    return 0;
}
