#include "cli/first_locale.h"

enum locale_id
first_locale(const struct options *options, struct store *store, struct arena *arena) {
    struct store_info info;
    bool is_content = options->is_locale_open && store_info(store, arena, &info, NULL);
    return is_content ? info.original : options->locale;
}
