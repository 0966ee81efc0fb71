/* store_readers.h - every question of the store, one group at a time. Whatever the database answers
 * must be whole: slices inside their texts, words that exist, lists that end. */
#ifndef TESTS_FUZZ_STORE_READERS_H
#define TESTS_FUZZ_STORE_READERS_H

#include "content/store.h"

#include <stdint.h>

/* How many groups there are; `which` is any number. */
size_t store_readers_count(void);
void store_readers_run(struct store *store, uint8_t which, enum locale_id locale);
/* The tables a group reads, separated by spaces: for the mutator. */
struct str store_readers_tables(uint8_t which);

#endif
