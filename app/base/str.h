/* str.h - string slices, and the one growable byte buffer.
 *
 * A `struct str` is a pointer and a length in bytes: it owns nothing, need not end in NUL, and may
 * hold NUL bytes. Text is UTF-8 unless a name says otherwise. A zeroed str is the empty string.
 * A `struct str_buf` owns heap memory: zero it, append, then str_buf_finish(). Appending keeps a
 * NUL after the last byte, so `buf.p` can go to C functions once something was appended. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
    const char *p;
    size_t n; /* bytes */
};

#define STR(literal) ((struct str){("" literal), sizeof(literal) - 1})
#define STR_INIT(literal) \
    { ("" literal), sizeof(literal) - 1 }
/* For printf: "%.*s", STR_ARG(s) */
#define STR_ARG(s) (int)(s).n, ((s).p ? (s).p : "")

struct str str_from(const char *cstr); /* borrowed; NULL gives the empty string */
bool str_eq(struct str a, struct str b);
int str_cmp(struct str a, struct str b); /* by bytes, which is by code point in UTF-8 */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_slice(struct str s, size_t start, size_t end); /* [start, end), clamped */
struct str str_trim(struct str s);                            /* ASCII space, tab, CR, LF */
size_t str_find(struct str s, struct str needle);             /* byte offset, or SIZE_MAX */
/* Cuts the piece before the first `separator` off `*rest`. False when `*rest` was used up. */
bool str_split(struct str *rest, char separator, struct str *piece);
uint64_t str_hash(struct str s, uint64_t seed); /* FNV-1a, 64 bit */
/* Decimal digits with an optional sign, nothing else. */
bool str_to_i64(struct str s, int64_t *out);
bool str_to_double(struct str s, double *out); /* C-locale decimal, whatever setlocale says */

struct str_buf {
    char *p;
    size_t n, cap;
};

void str_buf_reserve(struct str_buf *buf, size_t extra);
void str_buf_byte(struct str_buf *buf, char c);
void str_buf_add(struct str_buf *buf, struct str s);
void str_buf_utf8(struct str_buf *buf, uint32_t code_point);
void str_buf_printf(struct str_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void str_buf_vprintf(struct str_buf *buf, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
struct str str_buf_str(const struct str_buf *buf); /* borrowed until the next append */
void str_buf_clear(struct str_buf *buf);           /* keeps the memory */
void str_buf_finish(struct str_buf *buf);

#endif
