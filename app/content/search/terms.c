#include "content/search/terms.h"

#include "base/check.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

enum { FORM_DELTAS = 0, FORM_BITMAP = 1 };

struct search_term {
    struct str term;
    char *bytes; /* ascending differences */
    size_t capacity;
    uint32_t length, last;
    char field;
};

void
search_terms_init(struct search_terms *terms) {
    *terms = (struct search_terms){0};
    arena_init(&terms->arena);
}

void
search_terms_finish(struct search_terms *terms) {
    for (size_t i = 0; i < terms->count; i++) {
        xfree(terms->terms[i].bytes);
    }
    xfree(terms->terms);
    map_finish(&terms->map);
    arena_finish(&terms->arena);
}

static struct search_term *
term_new(struct search_terms *terms, enum search_field field, struct str term) {
    VEC_ROOM(terms->terms, terms->count, terms->capacity, 1);
    struct search_term *out = &terms->terms[terms->count++];
    *out = (struct search_term){.term = arena_str(&terms->arena, term), .field = (char)field};
    return out;
}

/* Two terms with one hash are told apart by the next seed. */
static struct search_term *
term_at(struct search_terms *terms, enum search_field field, struct str term) {
    for (uint64_t seed = (uint64_t)field;; seed += 256) {
        uint64_t hash = str_hash(term, seed);
        uint32_t index;
        if (!map_get(&terms->map, hash, &index)) {
            map_put(&terms->map, hash, (uint32_t)terms->count);
            return term_new(terms, field, term);
        }
        struct search_term *known = &terms->terms[index];
        if (known->field == (char)field && str_eq(known->term, term)) {
            return known;
        }
    }
}

static size_t
number_encode(uint32_t value, char out[5]) {
    size_t n = 0;
    while (value >= 0x80) {
        out[n++] = (char)(value | 0x80);
        value >>= 7;
    }
    out[n++] = (char)value;
    return n;
}

void
search_terms_add(
    struct search_terms *terms, enum search_field field, struct str text, uint32_t doc) {
    struct search_term *term = term_at(terms, field, text);
    xassert(doc >= term->last && doc > 0);
    if (term->last == doc) {
        return;
    }
    VEC_ROOM(term->bytes, term->length, term->capacity, 5);
    term->length += (uint32_t)number_encode(doc - term->last, term->bytes + term->length);
    term->last = doc;
}

static int
compare_terms(const void *a, const void *b) {
    const struct search_term *x = a, *y = b;
    return x->field != y->field ? (x->field < y->field ? -1 : 1) : str_cmp(x->term, y->term);
}

struct writer {
    struct search_sql insert;
    struct str_buf blob;
    unsigned char *bitmap;
    uint32_t doc_count;
};

static void
write_term(struct writer *w, int field, struct str term, struct str deltas) {
    size_t bitmap_size = w->doc_count / 8 + 1;
    str_buf_clear(&w->blob);
    if (deltas.n <= bitmap_size) {
        str_buf_byte(&w->blob, FORM_DELTAS);
        str_buf_add(&w->blob, deltas);
    } else {
        memset(w->bitmap, 0, bitmap_size);
        uint32_t doc = 0, value = 0, shift = 0;
        for (size_t i = 0; i < deltas.n; i++) {
            unsigned char byte = (unsigned char)deltas.p[i];
            value |= (uint32_t)(byte & 0x7F) << shift;
            shift = byte & 0x80 ? shift + 7 : 0;
            if (shift == 0) {
                doc += value;
                value = 0;
                w->bitmap[doc / 8] |= (unsigned char)(1u << doc % 8);
            }
        }
        str_buf_byte(&w->blob, FORM_BITMAP);
        str_buf_add(&w->blob, (struct str){(char *)w->bitmap, bitmap_size});
    }
    char name = (char)field;
    search_sql_bind_str(&w->insert, 1, (struct str){&name, 1});
    search_sql_bind_str(&w->insert, 2, term);
    search_sql_bind_blob(&w->insert, 3, str_buf_str(&w->blob));
    search_sql_run(&w->insert);
}

/* The bytes of the first character of `s`. */
static size_t
character_size(struct str s) {
    size_t n = 0;
    if (s.n > 0) {
        utf8_next(s, &n);
    }
    return n;
}

static void
union_of(struct writer *w, const struct search_term *terms, size_t count, struct str_buf *out) {
    unsigned char *seen = xcalloc(w->doc_count + 1, 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t doc = 0, value = 0, shift = 0;
        for (uint32_t j = 0; j < terms[i].length; j++) {
            unsigned char byte = (unsigned char)terms[i].bytes[j];
            value |= (uint32_t)(byte & 0x7F) << shift;
            shift = byte & 0x80 ? shift + 7 : 0;
            if (shift == 0) {
                doc += value;
                value = 0;
                seen[doc] = 1;
            }
        }
    }
    uint32_t last = 0;
    for (uint32_t doc = 1; doc <= w->doc_count; doc++) {
        if (seen[doc]) {
            char bytes[5];
            str_buf_add(out, (struct str){bytes, number_encode(doc - last, bytes)});
            last = doc;
        }
    }
    xfree(seen);
}

/* Writes the prefixes of terms[0, count), which share their first `depth` bytes, deepest last. */
static void
write_prefixes(struct writer *w, const struct search_term *terms, size_t count, size_t depth) {
    for (size_t from = 0; from < count;) {
        struct str first = terms[from].term;
        size_t size = character_size(str_slice(first, depth, first.n));
        if (size == 0) {
            from++;
            continue;
        }
        struct str prefix = str_slice(first, 0, depth + size);
        size_t to = from;
        while (to < count && str_starts(terms[to].term, prefix)) {
            to++;
        }
        if (to - from > SEARCH_RANGE_MAX) {
            struct str_buf all = {0};
            union_of(w, terms + from, to - from, &all);
            write_term(w, search_prefix_field((enum search_field)terms[from].field), prefix,
                str_buf_str(&all));
            str_buf_finish(&all);
            write_prefixes(w, terms + from, to - from, depth + size);
        }
        from = to;
    }
}

static bool
has_prefixes(char field) {
    return field == SEARCH_NAME || field == SEARCH_NAME_PART || field == SEARCH_TITLE ||
           field == SEARCH_BODY;
}

bool
search_terms_write(struct search_terms *terms, sqlite3 *db, uint32_t doc_count, struct err *err) {
    struct writer w = {.doc_count = doc_count, .bitmap = xcalloc(doc_count / 8 + 1, 1)};
    search_sql_open(&w.insert, db, "INSERT INTO search_terms VALUES (?1, ?2, ?3)");
    if (terms->count > 0) {
        sort_items(terms->terms, terms->count, sizeof(*terms->terms), compare_terms);
    }
    map_clear(&terms->map); // its indices are of the order before
    for (size_t i = 0; i < terms->count; i++) {
        struct search_term *term = &terms->terms[i];
        write_term(&w, term->field, term->term, (struct str){term->bytes, term->length});
    }
    for (size_t from = 0; from < terms->count;) {
        size_t to = from;
        while (to < terms->count && terms->terms[to].field == terms->terms[from].field) {
            to++;
        }
        if (has_prefixes(terms->terms[from].field)) {
            write_prefixes(&w, terms->terms + from, to - from, 0);
        }
        from = to;
    }
    str_buf_finish(&w.blob);
    xfree(w.bitmap);
    return search_sql_end(&w.insert, "writing the terms", err);
}

struct search_postings
search_postings(struct str blob, uint32_t limit) {
    return (struct search_postings){.bytes = blob, .limit = limit};
}

static size_t
read_deltas(struct search_postings *p, uint32_t *docs, size_t max) {
    const unsigned char *at = (const unsigned char *)p->bytes.p + p->at;
    const unsigned char *end = (const unsigned char *)p->bytes.p + p->bytes.n;
    uint32_t last = p->last;
    size_t count = 0;
    while (count < max && at < end) {
        uint32_t value = *at++;
        for (int shift = 7; value >> shift && shift < 28 && at < end; shift += 7) {
            value = (value & ((1u << shift) - 1)) | (uint32_t)*at++ << shift;
        }
        if (value == 0 || value > p->limit - last) {
            at = end; // damaged
            break;
        }
        docs[count++] = last += value;
    }
    p->at = (size_t)(at - (const unsigned char *)p->bytes.p);
    p->last = last;
    return count;
}

static size_t
read_bitmap(struct search_postings *p, uint32_t *docs, size_t max) {
    size_t count = 0;
    for (; p->at < p->bytes.n && count + 8 <= max; p->at++) {
        unsigned byte = (unsigned char)p->bytes.p[p->at];
        uint32_t first = (uint32_t)(p->at - 1) * 8;
        for (uint32_t bit = 0; byte >> bit; bit++) {
            if (byte >> bit & 1 && first + bit <= p->limit && first + bit > 0) {
                docs[count++] = first + bit;
            }
        }
    }
    return count;
}

struct str
search_postings_bitmap(const struct search_postings *p) {
    bool is_bitmap = p->bytes.n > 1 && p->bytes.p[0] == FORM_BITMAP;
    return is_bitmap ? str_slice(p->bytes, 1, 1 + p->limit / 8 + 1) : (struct str){0};
}

size_t
search_postings_read(struct search_postings *p, uint32_t *docs, size_t max) {
    xassert(max >= 8);
    if (p->bytes.n == 0) {
        return 0;
    }
    p->at = p->at ? p->at : 1;
    bool is_deltas = p->bytes.p[0] == FORM_DELTAS;
    size_t count = 0;
    while (count == 0 && p->at < p->bytes.n) {
        count = is_deltas ? read_deltas(p, docs, max) : read_bitmap(p, docs, max);
    }
    return count;
}
