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

/* Lead and trail bytes of the two-byte sets; a file where most wrong bytes pair up is one of
 * them. Half-width katakana and the 0x81-0x9F rows tell Shift_JIS from the Korean set. */
static const char *
guess_encoding(struct str bytes) {
    size_t korean = 0, japanese = 0, other = 0;
    for (size_t i = 0; i + 1 < bytes.n && i < 65536; i++) {
        unsigned char a = (unsigned char)bytes.p[i], b = (unsigned char)bytes.p[i + 1];
        if (a < 0x80) {
            continue;
        }
        bool is_sjis = (a >= 0x81 && a <= 0x9F) && ((b >= 0x40 && b <= 0x7E) || b >= 0x80);
        bool is_korean = a >= 0xA1 && a <= 0xFE && b >= 0xA1 && b <= 0xFE;
        japanese += is_sjis;
        korean += is_korean;
        other += !is_sjis && !is_korean;
        i += is_sjis || is_korean;
    }
    if (korean + japanese < 4 || other * 4 > korean + japanese) {
        return NULL;
    }
    return korean >= japanese ? "CP949 (EUC-KR)" : "Shift_JIS";
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

static void
report_bytes(struct diag *diag, uint32_t file, size_t bad) {
    struct str bytes = sources_at(diag->sources, file)->bytes;
    const char *legacy = guess_encoding(bytes);
    if (legacy) {
        DIAG_ARGS(diag, DIAG_LEGACY_ENCODING, ((struct diag_place){file, 0}), str_from(legacy));
        return;
    }
    DIAG_ARGS(diag, DIAG_INVALID_UTF8, ((struct diag_place){file, (uint32_t)bad}),
        arena_printf(diag->arena, "0x%02X", (unsigned)(unsigned char)bytes.p[bad]),
        arena_printf(diag->arena, "%zu", count_wrong(bytes, bad)));
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

bool
encoding_check(struct diag *diag, uint32_t file) {
    struct str bytes = sources_at(diag->sources, file)->bytes;
    struct diag_place start = {file, 0};
    size_t bad;
    if (is_archive(bytes)) {
        DIAG_AT(diag, DIAG_SPREADSHEET_FILE, start);
    } else if (is_utf16(bytes)) {
        DIAG_AT(diag, DIAG_UTF16_FILE, start);
    } else if (!utf8_valid(bytes, &bad)) {
        report_bytes(diag, file, bad);
    } else {
        return !is_soup(diag, file);
    }
    return false;
}
