#include "i18n/compose_kana.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>

static const struct row {
    const char *letters, *kana[5];
} rows[] = {
#define ROMAJI(letters, a, i, u, e, o) {letters, {a, i, u, e, o}},
#include "i18n/compose_kana.def"
#undef ROMAJI
};

#define VOWELS "aiueo"
#define N STR("ん")
#define SMALL_TSU STR("っ")
#define LONG_MARK 0x30FCu
enum { LETTERS_MOST = 3 }; /* before a vowel: xts */

static bool
is_letter(uint32_t c) {
    return c >= 'a' && c <= 'z';
}

static void
cut(struct str_buf *buf, size_t n) {
    if (n < buf->n) { /* an empty one may have no memory yet */
        buf->n = n;
        buf->p[n] = '\0';
    }
}

static bool
ends_in_nn(const struct str_buf *buf) {
    return str_ends(str_buf_str(buf), STR("んn"));
}

static const struct row *
row_of(struct str letters) {
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (str_eq(str_from(rows[i].letters), letters)) {
            return &rows[i];
        }
    }
    return NULL;
}

static bool
begins_a_row(struct str letters) {
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (str_starts(str_from(rows[i].letters), letters)) {
            return true;
        }
    }
    return false;
}

/* Letters at the end of the text that wait: as many as begin something. */
static struct str
waiting(const struct str_buf *buf) {
    struct str text = str_buf_str(buf);
    size_t from = text.n;
    while (from > 0 && is_letter((unsigned char)text.p[from - 1])) {
        from--;
    }
    while (from < text.n && !begins_a_row(str_slice(text, from, text.n))) {
        from++;
    }
    return str_slice(text, from, text.n);
}

static size_t
open_bytes(const struct str_buf *buf) {
    return ends_in_nn(buf) ? N.n + 1 : waiting(buf).n;
}

/* Letters that stand for nothing with this vowel stay letters. */
static void
type_vowel(struct str_buf *buf, uint32_t vowel) {
    struct str letters = waiting(buf);
    const struct row *row = row_of(letters);
    const char *kana = row ? row->kana[strchr(VOWELS, (int)vowel) - VOWELS] : "";
    if (kana[0]) {
        cut(buf, buf->n - letters.n);
        str_buf_add(buf, str_from(kana));
    } else {
        str_buf_utf8(buf, vowel);
    }
}

static bool
goes_on(struct str letters, uint32_t c) {
    char longer[LETTERS_MOST + 1];
    if (letters.n >= LETTERS_MOST) {
        return false;
    }
    memcpy(longer, letters.p, letters.n);
    longer[letters.n] = (char)c;
    return begins_a_row((struct str){longer, letters.n + 1});
}

/* Before another consonant n is ん, and so is m where Hepburn writes it (shimbun, gumma); one that
 * is doubled is っ, ch also by t (matcha). A letter that nothing goes on from stays. */
static void
type_consonant(struct str_buf *buf, uint32_t c) {
    struct str letters = waiting(buf);
    char only = letters.n == 1 ? letters.p[0] : 0;
    bool is_lip = c == 'b' || c == 'p' || c == 'm';
    if (letters.n > 0 && !goes_on(letters, c)) {
        bool is_tch = only == 't' && c == 'c';
        if (ends_in_nn(buf)) { /* a third n, or what follows two of them: one ん it is */
            cut(buf, buf->n - 1);
        } else if (only == 'n' || (only == 'm' && is_lip)) {
            cut(buf, buf->n - 1);
            str_buf_add(buf, N);
        } else if ((uint32_t)(unsigned char)only == c || is_tch) {
            cut(buf, buf->n - 1);
            str_buf_add(buf, SMALL_TSU);
        }
    }
    str_buf_utf8(buf, c);
}

static void
type_mark(struct str_buf *buf, uint32_t c) {
    bool parts_n = c == '\'' && str_ends(str_buf_str(buf), STR("n"));
    compose_kana_finish(buf);
    if (!parts_n) {
        str_buf_utf8(buf, c == '-' ? LONG_MARK : c);
    }
}

size_t
compose_kana_type(struct str_buf *buf, uint32_t key) {
    uint32_t c = key >= 'A' && key <= 'Z' ? key | 0x20 : key;
    if (!is_letter(c)) {
        type_mark(buf, c);
        return 0;
    }
    if (strchr(VOWELS, (int)c)) {
        type_vowel(buf, c);
        return 0;
    }
    type_consonant(buf, c);
    return open_bytes(buf);
}

size_t
compose_kana_backspace(struct str_buf *buf) {
    if (waiting(buf).n > 0) {
        cut(buf, buf->n - 1);
    }
    return open_bytes(buf);
}

void
compose_kana_finish(struct str_buf *buf) {
    if (ends_in_nn(buf)) {
        cut(buf, buf->n - 1);
    } else if (str_eq(waiting(buf), STR("n"))) {
        cut(buf, buf->n - 1);
        str_buf_add(buf, N);
    }
}
