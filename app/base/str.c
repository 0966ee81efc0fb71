#include "base/str.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct str
str_from(const char *cstr) {
    return (struct str){cstr, cstr ? strlen(cstr) : 0};
}

bool
str_eq(struct str a, struct str b) {
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
str_cmp(struct str a, struct str b) {
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order != 0) {
        return order;
    }
    return (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str prefix) {
    bool may = s.n >= prefix.n && (prefix.n == 0 || s.p[0] == prefix.p[0]); // no call for most
    return may && str_eq(str_slice(s, 0, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix) {
    bool may = s.n >= suffix.n && (suffix.n == 0 || s.p[s.n - 1] == suffix.p[suffix.n - 1]);
    return may && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

struct str
str_slice(struct str s, size_t start, size_t end) {
    end = end > s.n ? s.n : end;
    start = start > end ? end : start;
    return (struct str){s.p ? s.p + start : NULL, end - start};
}

static bool
is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
str_trim(struct str s) {
    while (s.n > 0 && is_space(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n > 0 && is_space(s.p[s.n - 1])) {
        s.n--;
    }
    return s;
}

size_t
str_find(struct str s, struct str needle) {
    if (needle.n == 0) {
        return 0;
    }
    for (size_t at = 0; at + needle.n <= s.n; at++) {
        const char *hit = memchr(s.p + at, needle.p[0], s.n - needle.n - at + 1);
        if (!hit) {
            break;
        }
        at = (size_t)(hit - s.p);
        if (memcmp(hit, needle.p, needle.n) == 0) {
            return at;
        }
    }
    return SIZE_MAX;
}

bool
str_split(struct str *rest, char separator, struct str *piece) {
    if (!rest->p) {
        return false;
    }
    const char *cut = rest->n ? memchr(rest->p, separator, rest->n) : NULL;
    if (!cut) {
        *piece = *rest;
        *rest = (struct str){NULL, 0};
        return true;
    }
    size_t at = (size_t)(cut - rest->p);
    *piece = str_slice(*rest, 0, at);
    *rest = (struct str){rest->p + at + 1, rest->n - at - 1};
    return true;
}

uint64_t
str_hash(struct str s, uint64_t seed) {
    uint64_t hash = 14695981039346656037u ^ seed;
    for (size_t i = 0; i < s.n; i++) {
        hash = (hash ^ (unsigned char)s.p[i]) * 1099511628211u;
    }
    return hash;
}

bool
str_to_i64(struct str s, int64_t *out) {
    bool negative = s.n > 0 && s.p[0] == '-';
    size_t i = (negative || (s.n > 0 && s.p[0] == '+')) ? 1 : 0;
    if (i == s.n || s.n - i > 18) {
        return false;
    }
    int64_t value = 0;
    for (; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') {
            return false;
        }
        value = value * 10 + (s.p[i] - '0');
    }
    *out = negative ? -value : value;
    return true;
}

/* strtod() follows LC_NUMERIC; ICU and SDL may set it, so the point is read by hand. */
bool
str_to_double(struct str s, double *out) {
    size_t point = str_find(s, STR("."));
    if (point == SIZE_MAX) {
        int64_t whole;
        if (!str_to_i64(s, &whole)) {
            return false;
        }
        *out = (double)whole;
        return true;
    }
    struct str left = str_slice(s, 0, point), right = str_slice(s, point + 1, s.n);
    int64_t whole, fraction;
    if (!str_to_i64(left, &whole) || right.n == 0 || right.p[0] == '-' || right.p[0] == '+' ||
        !str_to_i64(right, &fraction)) {
        return false;
    }
    double scale = 1.0;
    for (size_t i = 0; i < right.n; i++) {
        scale *= 10.0;
    }
    double value = (double)(whole < 0 ? -whole : whole) + (double)fraction / scale;
    *out = left.p[0] == '-' ? -value : value;
    return true;
}

void
str_buf_reserve(struct str_buf *buf, size_t extra) {
    xassert(extra < SIZE_MAX / 4 && buf->n < SIZE_MAX / 4);
    size_t wanted = buf->n + extra + 1;
    if (wanted <= buf->cap) {
        return;
    }
    buf->cap = vec_capacity(buf->cap, wanted);
    buf->p = xrealloc(buf->p, buf->cap);
}

void
str_buf_byte(struct str_buf *buf, char c) {
    str_buf_add(buf, (struct str){&c, 1});
}

void
str_buf_add(struct str_buf *buf, struct str s) {
    str_buf_reserve(buf, s.n);
    if (s.n > 0) {
        memcpy(buf->p + buf->n, s.p, s.n);
    }
    buf->n += s.n;
    buf->p[buf->n] = '\0';
}

void
str_buf_utf8(struct str_buf *buf, uint32_t code_point) {
    char bytes[4];
    size_t n = utf8_encode(code_point, bytes);
    str_buf_add(buf, (struct str){bytes, n});
}

void
str_buf_vprintf(struct str_buf *buf, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    xassert(n >= 0);
    str_buf_reserve(buf, (size_t)n);
    vsnprintf(buf->p + buf->n, (size_t)n + 1, format, again);
    va_end(again);
    buf->n += (size_t)n;
}

void
str_buf_printf(struct str_buf *buf, const char *format, ...) {
    va_list args;
    va_start(args, format);
    str_buf_vprintf(buf, format, args);
    va_end(args);
}

struct str
str_buf_str(const struct str_buf *buf) {
    return (struct str){buf->p, buf->n};
}

void
str_buf_clear(struct str_buf *buf) {
    buf->n = 0;
    if (buf->p) {
        buf->p[0] = '\0';
    }
}

void
str_buf_finish(struct str_buf *buf) {
    xfree(buf->p);
    *buf = (struct str_buf){0};
}
