/* store_target.h - the databases that fuzz_store.c makes hostile, in memory: no file is read while
 * inputs run.
 *
 * `bytes`: a file as compiled; patches change bytes of it, under an open store or before it is
 * opened. `values`: the same rows in tables without STRICT, NOT NULL and keys, in a store whose
 * database can be written: values change by UPDATE, the rows stay whole, and a ROLLBACK takes all
 * back, which costs a hundredth of opening. */
#ifndef TESTS_FUZZ_STORE_TARGET_H
#define TESTS_FUZZ_STORE_TARGET_H

#include "content/store.h"

#include <stddef.h>
#include <stdint.h>

#define STORE_TARGET_PAGE 4096

struct store_target {
    char path[64];        /* a file of the size of `bytes`; what is read is `bytes` */
    uint8_t *bytes;       /* as they are now ... */
    uint8_t *sound;       /* ... and as they were compiled */
    size_t size;          /* a multiple of the page */
    struct store *late;   /* was open before its bytes changed */
    struct store *values; /* its values can be changed */
};

/* Made on the first call. */
struct store_target *store_target(void);

/* { [offset: 3 bytes] [length: 1 byte] [bytes] } ...: done, or taken back. */
void store_target_patch(const uint8_t *data, size_t size, bool back);

/* A store with nothing in its caches, so that what changed is what is read. */
void store_target_forget(struct store *store);

/* { [table] [column] [row] [kind] [length] [bytes] } ...: one byte each but the last. Row 0
 * is every row of a table, at most the first 32; 1 to 255 spread over all. Kinds: NULL, integer,
 * real, text, blob; of the last two those from 128 on come 64 times in a row. */
void store_target_set(const uint8_t *data, size_t size);
void store_target_set_back(void);

/* For the mutator: which table has this name (of `store_target_set`), the number of its columns,
 * and what a value is before anything changed. */
size_t store_target_tables(void);
struct str store_target_table(size_t table);
size_t store_target_columns(size_t table);
size_t store_target_value(size_t table, size_t column, uint8_t row, uint8_t *out, size_t most);

#endif
