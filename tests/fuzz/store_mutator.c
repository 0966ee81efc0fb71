/* What libFuzzer does to an input of fuzz_store.c: it knows where pages keep their headers, cells
 * and values, and which tables the reader that was chosen reads; random bytes would hit one of them
 * in a thousand. */
#include "bench/random.h"
#include "fuzz/store_readers.h"
#include "fuzz/store_target.h"

#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);

enum { HEAD = 2, VALUE_MAX = 255, PATCH_MAX = 48, MODE_VALUES = 8 };

static bool
are_values(const uint8_t *data) {
    return data[0] % 32 >= MODE_VALUES;
}

/* Mostly values and late bytes; one in sixty opens the file. */
static uint8_t
some_mode(struct random *random) {
    uint32_t which = random_below(random, 60);
    uint8_t mode = which == 0 ? 0 : which < 15 ? (uint8_t)(1 + which % 7) : MODE_VALUES;
    return (uint8_t)(mode + 32 * random_below(random, LOCALE_COUNT));
}

/* --------------------------------------------------------------------------------------- values */

static bool
is_read(struct str tables, struct str name) {
    struct str word;
    while (str_split(&tables, ' ', &word)) {
        if (str_eq(word, name)) {
            return true;
        }
    }
    return false;
}

static uint8_t
some_table(struct random *random, uint8_t reader) {
    uint32_t count = (uint32_t)store_target_tables(), start = random_below(random, count);
    for (uint32_t i = 0; i < count && !random_chance(random, 64); i++) {
        uint32_t table = (start + i) % count;
        if (is_read(store_readers_tables(reader), store_target_table(table))) {
            return (uint8_t)table;
        }
    }
    return (uint8_t)start;
}

/* Texts that mean something to a reader, or would to a careless one. */
static const struct str words[] = {STR_INIT("1995-06/.."), STR_INIT("../1995"), STR_INIT("1995~"),
    STR_INIT("9999-99-99"), STR_INIT("0000"), STR_INIT("-1995/1990"), STR_INIT("1995-02-30"),
    STR_INIT("-P30D"), STR_INIT("P1W/-P9999999999M"), STR_INIT("P/"), STR_INIT("1,2,,3,"),
    STR_INIT("1e400"), STR_INIT("-0.000000000000000001"), STR_INIT("nan"), STR_INIT("149.10"),
    STR_INIT("cities/minato"), STR_INIT("cities/"), STR_INIT("ko"), STR_INIT("ja"),
    STR_INIT("ruby"), STR_INIT("lang"), STR_INIT("link"), STR_INIT("strong"), STR_INIT("heading"),
    STR_INIT("bullet"), STR_INIT("numbered"), STR_INIT("note"), STR_INIT("paragraph"),
    STR_INIT("minato"), STR_INIT("\xFF\xFE"), STR_INIT("\xED\xA0\x80"), STR_INIT("\xF0\x9F"),
    STR_INIT("e\xCC\x81\xCC\x81"), STR_INIT("|"), STR_INIT("\n"), STR_INIT("미나토"),
    STR_INIT("港市"), STR_INIT("ミナト"), STR_INIT(""), STR_INIT("\0\0\0\0")};

static size_t
some_number(struct random *random, uint8_t *out) {
    static const uint64_t numbers[] = {0, 1, 2, 3, 4, 5, 255, 256, 65535, 65536, INT32_MAX,
        UINT32_MAX, INT64_MAX, (uint64_t)INT64_MIN, UINT64_MAX, 0x7FF0000000000000};
    uint64_t number = random_chance(random, 3)
                          ? random_below(random, 64)
                          : numbers[random_below(random, sizeof(numbers) / sizeof(numbers[0]))];
    for (size_t i = 0; i < 8; i++) {
        out[i] = (uint8_t)(number >> 8 * i);
    }
    return 8;
}

/* A change of one value: NULL, a number, a text of the list, or the sound one bent. */
static size_t
some_value(struct random *random, uint8_t reader, uint8_t *out) {
    uint8_t table = some_table(random, reader);
    size_t columns = store_target_columns(table), length = 0;
    uint8_t column = (uint8_t)random_below(random, (uint32_t)columns);
    uint8_t row = random_chance(random, 2) ? 0 : (uint8_t)random_below(random, 256);
    uint32_t kind = random_below(random, 12);
    uint8_t *value = out + 5;
    if (kind >= 1 && kind <= 2) {
        length = some_number(random, value);
    } else if (kind >= 3 && kind <= 5) {
        struct str word = words[random_below(random, sizeof(words) / sizeof(words[0]))];
        memcpy(value, word.p, word.n);
        length = word.n;
    } else if (kind > 5) {
        length = store_target_value(table, column, row, value, VALUE_MAX);
        length = LLVMFuzzerMutate(value, length, VALUE_MAX);
    }
    uint8_t as = kind == 0 ? 0 : kind <= 2 ? (uint8_t)kind : random_chance(random, 4) ? 4 : 3;
    if (random_chance(random, 30) && as >= 3) {
        as = (uint8_t)(as + 128); /* again and again */
    }
    memcpy(out, (uint8_t[5]){table, column, row, as, (uint8_t)length}, 5);
    return 5 + length;
}

/* ---------------------------------------------------------------------------------------- bytes */

/* In a page: its header, the pointer to a cell, the head of a cell, or what it holds. */
static size_t
some_place(struct random *random, size_t page, size_t *room) {
    const struct store_target *target = store_target();
    size_t start = page * STORE_TARGET_PAGE, header = start + (page == 0 ? 100 : 0);
    const uint8_t *bytes = target->sound;
    size_t cells = (size_t)bytes[header + 3] << 8 | bytes[header + 4];
    size_t pointers = header + (bytes[header] & 8 ? 8 : 12);
    bool is_tree =
        bytes[header] == 2 || bytes[header] == 5 || bytes[header] == 10 || bytes[header] == 13;
    *room = PATCH_MAX;
    if (!is_tree || cells == 0 || random_chance(random, 6)) {
        *room = 12;
        return header + random_below(random, 12);
    }
    size_t at = pointers + 2 * random_below(random, (uint32_t)cells);
    if (at + 2 > target->size || random_chance(random, 6)) {
        *room = 2;
        return at;
    }
    size_t cell = start + ((size_t)bytes[at] << 8 | bytes[at + 1]);
    return cell + (random_chance(random, 2) ? random_below(random, 12) : random_below(random, 200));
}

static size_t
some_patch(struct random *random, uint8_t *out) {
    const struct store_target *target = store_target();
    size_t room, pages = target->size / STORE_TARGET_PAGE;
    size_t at = some_place(random, random_below(random, (uint32_t)pages), &room);
    at = at < target->size ? at : target->size - 1;
    room = room < target->size - at ? room : target->size - at;
    size_t length = 1 + random_below(random, (uint32_t)(random_chance(random, 3) ? room : 2));
    length = length < room ? length : room;
    memcpy(out + 4, target->sound + at, length);
    length = LLVMFuzzerMutate(out + 4, length, room);
    memcpy(out, (uint8_t[4]){(uint8_t)at, (uint8_t)(at >> 8), (uint8_t)(at >> 16), (uint8_t)length},
        4);
    return 4 + length;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed) {
    struct random random = {seed};
    uint8_t change[5 + VALUE_MAX];
    store_target();
    if (size < HEAD || max_size < sizeof(change) + HEAD) {
        size = max_size < HEAD ? size : HEAD;
        memset(data, MODE_VALUES, size);
    }
    if (size >= HEAD && random_chance(&random, 8)) {
        return LLVMFuzzerMutate(data, size, max_size);
    }
    bool were_values = size >= HEAD && are_values(data);
    if (random_chance(&random, 4)) {
        data[0] = some_mode(&random);
    }
    if (random_chance(&random, 4)) {
        data[1] = (uint8_t)random_below(&random, 256);
    }
    /* changes of one sort mean nothing to the other */
    bool starts_anew = were_values != are_values(data) || random_chance(&random, 5);
    size = starts_anew ? HEAD : size;
    size_t length =
        are_values(data) ? some_value(&random, data[1], change) : some_patch(&random, change);
    if (max_size < HEAD + length) {
        return size;
    }
    if (size + length > max_size) {
        size = HEAD;
    }
    memcpy(data + size, change, length);
    return size + length;
}
