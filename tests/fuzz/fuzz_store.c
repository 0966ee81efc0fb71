/* Database bytes and database values through the store's readers. The input is
 *
 *     [mode and locale] [reader] { a change } ...
 *
 * "opened": bytes are patched, then the file is opened, so that its header and its schema are met.
 * "late": a sound database is open, its pages are forgotten, and the bytes change under it, as with
 * a dying disk or a file written in place. "values": rows are whole, but
 * hold what no compiler of ours would write. store_target.h has the changes. */
#include "fuzz/store_readers.h"
#include "fuzz/store_target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Opening costs a hundred times as much as reading. */
enum { MODES = 32, MODE_OPENED = 0, MODE_LATE_MAX = 7 };

static void
read_patched(struct store_target *target, unsigned mode, uint8_t reader, enum locale_id locale) {
    struct err err;
    if (mode != MODE_OPENED) {
        store_target_forget(target->late);
        store_readers_run(target->late, reader, locale);
        return;
    }
    struct store *store = store_open(target->path, &err);
    if (store) {
        store_readers_run(store, reader, locale);
    }
    store_close(store);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct store_target *target = store_target();
    if (size < 6) {
        return 0;
    }
    unsigned mode = data[0] % MODES;
    enum locale_id locale = (enum locale_id)(data[0] / MODES % LOCALE_COUNT);
    if (mode > MODE_LATE_MAX) {
        store_target_set(data + 2, size - 2);
        store_readers_run(target->values, data[1], locale);
        store_target_set_back();
        return 0;
    }
    store_target_patch(data + 2, size - 2, false);
    read_patched(target, mode, data[1], locale);
    store_target_patch(data + 2, size - 2, true);
    return 0;
}
