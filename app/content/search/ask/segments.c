#include "content/search/ask/segments.h"

#include "base/utf8.h"

enum { LONG_MARK = 0x30FC };
enum part { PART_NONE, PART_HAN, PART_KATAKANA, PART_HIRAGANA, PART_WORD };

static enum part
part_of(const struct fold *fold, struct str line, size_t unit) {
    const struct fold_unit *u = &fold->units[unit];
    switch (fold_class(u->code_point)) {
    case FOLD_HAN:
        return PART_HAN;
    case FOLD_KANA: {
        size_t at = u->start;
        uint32_t c = at < line.n ? utf8_next(line, &at) : 0;
        bool is_katakana = (c >= 0x30A1 && c <= 0x30FA) || (c >= 0xFF66 && c <= 0xFF9F);
        return is_katakana || c == 0x30FC || c == 0xFF70 ? PART_KATAKANA : PART_HIRAGANA;
    }
    case FOLD_LETTER:
    case FOLD_DIGIT:
    case FOLD_HANGUL:
    case FOLD_JAMO:
        return PART_WORD;
    case FOLD_SEPARATOR:
        break;
    }
    return PART_NONE;
}

/* The long mark goes with what it lengthens: らーめん. */
static bool
is_kana_part(enum part part) {
    return part == PART_HIRAGANA || part == PART_KATAKANA;
}

static size_t
part_end(const struct fold *fold, struct str line, size_t from, size_t to, enum part part) {
    while (from < to && (part_of(fold, line, from) == part ||
                            (is_kana_part(part) && fold->units[from].code_point == LONG_MARK))) {
        from++;
    }
    return from;
}

bool
ask_segment_next(
    const struct fold *fold, struct str line, size_t to, size_t *at, struct ask_segment *out) {
    if (*at >= to) {
        return false;
    }
    enum part part = part_of(fold, line, *at);
    if (part == PART_NONE) {
        return false;
    }
    out->from = *at;
    out->stem_to = part == PART_HIRAGANA ? *at : part_end(fold, line, *at, to, part);
    out->to = part_end(fold, line, out->stem_to, to, PART_HIRAGANA);
    *at = out->to;
    return true;
}

uint32_t
ask_segment_subject(const struct fold *fold, struct str line, size_t from, size_t to) {
    uint32_t all = 0, subject = 0;
    for (size_t i = from; i < to; i++) {
        enum part part = part_of(fold, line, i);
        all += part != PART_NONE;
        subject += part != PART_NONE && part != PART_HIRAGANA;
    }
    return subject > 0 ? subject : all;
}

bool
ask_segment_is_katakana(const struct fold *fold, struct str line, size_t from, size_t to) {
    bool has_any = false;
    for (size_t i = from; i < to; i++) {
        enum part part = part_of(fold, line, i);
        has_any = has_any || part == PART_KATAKANA;
        if (part != PART_KATAKANA && part != PART_NONE) {
            return false;
        }
    }
    return has_any;
}
