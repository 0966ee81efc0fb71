#include "compiler/read/encoding.h"

#include "base/utf8.h"
#include "compiler/read/mojibake.h"

static bool
is_archive(struct str bytes) {
    return str_starts(bytes, STR("PK\x03\x04")) || str_starts(bytes, STR("\xD0\xCF\x11\xE0"));
}

/* With its mark, or by the zeros: every other byte of its separators, ids and digits is one. */
static bool
is_utf16(struct str bytes) {
    size_t zeros[2] = {0}, n = bytes.n < 4096 ? bytes.n : 4096;
    if (str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF"))) {
        return true;
    }
    for (size_t i = 0; i < n; i++) {
        zeros[i % 2] += bytes.p[i] == '\0';
    }
    size_t more = zeros[0] > zeros[1] ? zeros[0] : zeros[1], less = zeros[0] + zeros[1] - more;
    return n >= 8 && more * 8 > n && less * 8 < more;
}

/* Pairs of the two-byte sets that lie above 0xA0, by what their first byte stands for. */
struct pairs {
    size_t japanese; /* Shift_JIS: rows that no EUC has */
    size_t kana;     /* rows 4 and 5 of JIS X 0208 and of GB 2312; in KS X 1001 hardly used */
    size_t korean;   /* kana in KS X 1001 */
    size_t hangul, han, wide /* GBK and CP949 beyond EUC */, other;
    size_t stops; /* full-width commas and stops */
};

static struct pairs
count_pairs(struct str bytes) {
    struct pairs n = {0};
    for (size_t i = 0; i + 1 < bytes.n && i < 65536; i++) {
        unsigned char a = (unsigned char)bytes.p[i], b = (unsigned char)bytes.p[i + 1];
        if (a < 0x80) {
            continue;
        }
        bool is_euc = a >= 0xA1 && a <= 0xFE && b >= 0xA1 && b <= 0xFE;
        bool is_sjis = a >= 0x81 && a <= 0x9F && ((b >= 0x40 && b <= 0x7E) || b >= 0x80);
        bool is_wide = !is_euc && a >= 0xA1 && a <= 0xFE && b >= 0x40 && b <= 0xA0 && b != 0x7F;
        n.japanese += is_sjis;
        n.kana += is_euc && (a == 0xA4 || a == 0xA5);
        n.korean += is_euc && (a == 0xAA || a == 0xAB);
        n.stops += (a == 0xA3 && b == 0xAC) || (a == 0xA1 && b == 0xA3);
        n.hangul += is_euc && a >= 0xB0 && a <= 0xC8;
        n.han += is_euc && a > 0xC8;
        n.wide += is_wide;
        n.other += !is_euc && !is_sjis && !is_wide;
        i += is_euc || is_sjis || is_wide;
    }
    return n;
}

/* Damaged in places, but UTF-8 on the whole. */
static bool
is_mostly_utf8(struct str bytes) {
    size_t right = 0, wrong = 0;
    for (size_t at = 0; at < bytes.n && at < 65536;) {
        size_t start = at;
        uint32_t c = utf8_next(bytes, &at);
        right += at - start >= 3 && c != UTF8_REPLACEMENT;
        wrong += c == UTF8_REPLACEMENT;
    }
    return right > wrong;
}

/* A file where most wrong bytes pair up is of a two-byte set. Kana tell the Japanese one, many
 * characters of the upper rows the Chinese one; what no set would have is not guessed at. */
static const char *
guess_encoding(struct str bytes) {
    struct pairs n = count_pairs(bytes);
    size_t euc = n.kana + n.hangul + n.han, all = euc + n.japanese + n.wide;
    if (all < 4 || n.other * 4 > all) {
        return NULL;
    }
    if (n.japanese > euc) {
        return "Shift_JIS";
    }
    bool is_japanese = n.kana > n.hangul / 2;
    bool is_chinese = n.han * 4 > n.hangul && n.korean == 0 && n.stops > 0;
    return is_japanese  ? (n.wide * 8 > n.kana ? "GBK" : "EUC-JP")
           : is_chinese ? "GBK"
                        : "CP949 (EUC-KR)";
}

/* ISO-2022-JP is all ASCII: ESC $ B, two-byte characters, ESC ( B. */
static bool
is_escaped(struct str bytes) {
    return str_find(bytes, STR("\x1B$B")) != SIZE_MAX || str_find(bytes, STR("\x1B$@")) != SIZE_MAX;
}

/* São in Windows-1252: a letter of the upper half between Latin ones. */
static bool
is_latin(struct str bytes, size_t bad) {
    unsigned char c = (unsigned char)bytes.p[bad];
    unsigned char before = bad > 0 ? (unsigned char)bytes.p[bad - 1] | 32 : 0;
    unsigned char after = bad + 1 < bytes.n ? (unsigned char)bytes.p[bad + 1] : ',';
    bool is_letter = before >= 'a' && before <= 'z';
    return c >= 0xC0 && after < 0x80 && is_letter;
}

static size_t
count_wrong(struct str bytes, size_t from) {
    size_t count = 0, bad;
    while (!utf8_valid(str_slice(bytes, from, bytes.n), &bad)) {
        from += bad + 1;
        count++;
    }
    return count;
}

static bool
is_ascii(struct str line) {
    for (size_t i = 0; i < line.n; i++) {
        if ((unsigned char)line.p[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

static void
report_bytes(struct diag *diag, uint32_t file, size_t bad) {
    struct str bytes = sources_at(diag->sources, file)->bytes;
    const char *legacy = is_mostly_utf8(bytes) ? NULL : guess_encoding(bytes);
    bool is_first = is_ascii(str_slice(bytes, 0, bad));
    legacy = !legacy && is_first && is_latin(bytes, bad) ? "Windows-1252" : legacy;
    if (legacy) {
        DIAG_ARGS(diag, DIAG_LEGACY_ENCODING, ((struct diag_place){file, 0}), str_from(legacy));
        return;
    }
    DIAG_ARGS(diag, DIAG_INVALID_UTF8, ((struct diag_place){file, (uint32_t)bad}),
        arena_printf(diag->arena, "0x%02X", (unsigned)(unsigned char)bytes.p[bad]),
        arena_printf(diag->arena, "%zu", count_wrong(bytes, bad)));
}

/* A file that is soup in most of its lines: one message. A cell or two are messages of theirs. */
static bool
is_soup(struct diag *diag, uint32_t file) {
    struct str bytes = sources_at(diag->sources, file)->bytes, rest = bytes, line;
    struct mojibake soup, first = {0};
    size_t written = 0, wrong = 0, at = 0;
    while (str_split(&rest, '\n', &line)) {
        written += !is_ascii(line);
        if (!is_ascii(line) && mojibake_find(diag->arena, line, &soup)) {
            first = wrong++ == 0 ? soup : first;
            at = wrong == 1 ? (size_t)(line.p - bytes.p) : at;
        }
    }
    if (wrong < 3 || wrong * 2 < written) {
        return false;
    }
    DIAG_ARGS(diag, DIAG_MOJIBAKE_FILE, ((struct diag_place){file, (uint32_t)(at + first.at)}),
        arena_printf(diag->arena, "%zu", wrong), str_slice(bytes, at + first.at, at + first.end),
        first.decoded.n > 0 ? first.decoded : STR("…"));
    return true;
}

static size_t
count_zeros(struct str bytes) {
    size_t count = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        count += bytes.p[i] == '\0';
    }
    return count;
}

bool
encoding_check(struct diag *diag, uint32_t file) {
    struct str bytes = sources_at(diag->sources, file)->bytes;
    struct diag_place start = {file, 0};
    size_t bad, zero = str_find(bytes, (struct str){"\0", 1});
    if (is_archive(bytes)) {
        DIAG_AT(diag, DIAG_SPREADSHEET_FILE, start);
    } else if (is_utf16(bytes)) {
        DIAG_AT(diag, DIAG_UTF16_FILE, start);
    } else if (!utf8_valid(bytes, &bad)) {
        report_bytes(diag, file, bad);
    } else if (is_escaped(bytes)) {
        DIAG_ARGS(diag, DIAG_LEGACY_ENCODING, start, STR("ISO-2022-JP"));
    } else if (zero != SIZE_MAX) {
        DIAG_ARGS(diag, DIAG_ZERO_BYTES, ((struct diag_place){file, (uint32_t)zero}),
            arena_printf(diag->arena, "%zu", count_zeros(bytes)));
    } else {
        return !is_soup(diag, file);
    }
    return false;
}
