#include "text/breaks/chars.h"

#include <unicode/uchar.h>

#define C CHAR_CLOSE
#define D CHAR_DIGIT
#define L CHAR_LATIN
#define N CHAR_NEWLINE
#define O CHAR_OPEN
#define Q CHAR_QUESTION
#define X CHAR_OTHER
#define H CHAR_HIDDEN
/* clang-format off */
static const uint8_t ascii[128] = {
    H, H, H, H, H, H, H, H, H, CHAR_SPACE, N, N, N, N, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    CHAR_SPACE, Q, CHAR_QUOTE, X, X, CHAR_CLOSE, X, CHAR_QUOTE,
    O, C, X, X, CHAR_COMMA, CHAR_HYPHEN, CHAR_STOP, CHAR_SLASH,
    D, D, D, D, D, D, D, D, D, D, CHAR_COMMA, CHAR_COMMA, X, X, X, Q,
    X, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    O, X, C, X, L,
    X, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    O, X, C, CHAR_TILDE, H,
};
/* clang-format on */
#undef C
#undef D
#undef L
#undef N
#undef O
#undef Q
#undef X
#undef H

static enum char_class
general_punctuation(uint32_t c) {
    switch (c) {
    case 0x00A0:
    case 0x2007:
    case 0x202F:
    case 0x2060:
    case 0xFEFF:
        return CHAR_GLUE;
    case 0x0085:
    case 0x2028:
    case 0x2029:
        return CHAR_NEWLINE;
    case 0x200B:
        return CHAR_ZWSP;
    case 0x00B7:
    case 0x2024:
    case 0x2022:
    case 0x2027:
    case 0x2219:
    case 0x22C5:
    case 0x318D:
    case 0x11FF:
        return CHAR_DOT;
    case 0x2010:
    case 0x2013:
    case 0x2212:
    case 0xFF0D:
        return CHAR_HYPHEN;
    case 0x2025:
    case 0x2026:
    case 0x22EF:
    case 0xFE19:
        return CHAR_STOP; /* inseparable (UAX #14, IN), as U+2024 above */
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
        return CHAR_QUESTION;
    case 0x223C:
    case 0x301C:
    case 0xFF5E:
        return CHAR_TILDE;
    case 0x2032:
    case 0x2033:
    case 0x2030:
    case 0x2103:
    case 0x2109:
    case 0x00B0:
    case 0x00A2:
        return CHAR_CLOSE; /* units after a number */
    default:
        return CHAR_OTHER;
    }
}

static enum char_class
cjk_punctuation(uint32_t c) {
    switch (c) {
    case 0x3000:
        return CHAR_SPACE;
    case 0x3001:
    case 0xFF0C:
    case 0xFE50:
    case 0xFE51:
    case 0xFF64:
        return CHAR_COMMA;
    case 0x3002:
    case 0xFF0E:
    case 0xFF61:
        return CHAR_STOP;
    case 0x30FB:
    case 0xFF1A:
    case 0xFF1B:
    case 0xFF65:
        return CHAR_MIDDLE;
    case 0xFF01:
    case 0xFF1F:
        return CHAR_QUESTION;
    case 0xFF05:
        return CHAR_CLOSE;
    case 0xFF0F:
        return CHAR_SLASH;
    default:
        return CHAR_OTHER;
    }
}

static enum char_class
by_properties(uint32_t c) {
    switch (u_charType((UChar32)c)) {
    case U_SPACE_SEPARATOR:
        return CHAR_SPACE;
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
        return CHAR_OPEN;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
        return CHAR_CLOSE;
    case U_DECIMAL_DIGIT_NUMBER:
        return CHAR_DIGIT;
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
        return CHAR_HIDDEN;
    default:
        break;
    }
    if (u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
        return CHAR_HIDDEN;
    }
    if (u_hasBinaryProperty((UChar32)c, UCHAR_IDEOGRAPHIC)) {
        return CHAR_HAN;
    }
    return u_isalpha((UChar32)c) ? CHAR_LATIN : CHAR_OTHER;
}

enum char_class
chars_class(uint32_t c) {
    if (c < 0x80) {
        return (enum char_class)ascii[c];
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
        return CHAR_HANGUL;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
        return CHAR_HAN;
    }
    if ((c >= 0x3041 && c <= 0x309F) || (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB) ||
        (c >= 0x31F0 && c <= 0x31FF) || (c >= 0xFF66 && c <= 0xFF9F)) {
        return CHAR_KANA;
    }
    enum char_class class = general_punctuation(c);
    if (class == CHAR_OTHER) {
        class = cjk_punctuation(c);
    }
    if (class != CHAR_OTHER) {
        return class;
    }
    if ((c >= 0x1100 && c < 0x1200) || (c >= 0x3131 && c <= 0x318E) ||
        (c >= 0xA960 && c <= 0xA97C) || (c >= 0xD7B0 && c <= 0xD7FB)) {
        return CHAR_HANGUL;
    }
    if (c == 0x3005 || c == 0x3006 || c == 0x3007 || c == 0x303B) {
        return CHAR_HAN;
    }
    return by_properties(c);
}

enum char_class
chars_squeezable(uint32_t c) {
    if (c == 0x2018 || c == 0x201C || c == 0x301D) {
        return CHAR_OPEN;
    }
    if (c == 0x2019 || c == 0x201D || c == 0x301E || c == 0x301F) {
        return CHAR_CLOSE;
    }
    if (c < 0x3000 || (c > 0x301F && c < 0x30FB) || (c > 0x30FB && c < 0xFF00) || c > 0xFF60) {
        return CHAR_OTHER;
    }
    switch (chars_class(c)) {
    case CHAR_OPEN:
        return CHAR_OPEN;
    case CHAR_CLOSE:
        return c == 0xFF05 ? CHAR_OTHER : CHAR_CLOSE;
    case CHAR_COMMA:
        return CHAR_COMMA;
    case CHAR_STOP:
        return CHAR_STOP;
    case CHAR_MIDDLE:
        return CHAR_MIDDLE;
    default:
        return CHAR_OTHER;
    }
}

bool
chars_is_ideographic(uint32_t c) {
    if (c < 0x2E80) {
        return false;
    }
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FF && c != 0x30FB) ||
           (c >= 0x31F0 && c <= 0x31FF) || c == 0x3005 || c == 0x3006 || c == 0x3007 ||
           (c >= 0x2E80 && c <= 0x2FDF) || u_hasBinaryProperty((UChar32)c, UCHAR_IDEOGRAPHIC);
}

bool
chars_is_ignorable(uint32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        return true;
    }
    if (c < 0x00AD || (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0xD7A3)) {
        return false;
    }
    return c == 0x2028 || c == 0x2029 ||
           u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool
chars_is_space(uint32_t c) {
    return c == ' ' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

uint32_t
chars_substitute(uint32_t c) {
    switch (c) {
    case 0x2024:
    case 0x2027:
        return 0x00B7;
    case 0x2043:
        return 0x2022;
    default:
        return 0;
    }
}

bool
chars_is_ideographic_selector(uint32_t c) {
    return (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE0D);
}

bool
chars_is_conjoining_jamo(uint32_t c) {
    return (c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c <= 0xA97C) ||
           (c >= 0xD7B0 && c <= 0xD7FB);
}

bool
chars_never_starts(uint32_t c, enum char_class class) {
    switch (class) {
    case CHAR_CLOSE:
    case CHAR_COMMA:
    case CHAR_STOP:
    case CHAR_MIDDLE:
    case CHAR_QUESTION:
    case CHAR_GLUE:
    case CHAR_HIDDEN:
    case CHAR_DOT:
    case CHAR_HYPHEN:
    case CHAR_SLASH:
    case CHAR_TILDE:
        return true;
    case CHAR_KANA:
        return u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) ==
                   U_LB_CONDITIONAL_JAPANESE_STARTER ||
               u_getIntPropertyValue((UChar32)c, UCHAR_LINE_BREAK) == U_LB_NONSTARTER;
    case CHAR_HAN:
        return c == 0x3005 || c == 0x303B;
    default:
        return false;
    }
}

bool
chars_never_ends(enum char_class class) {
    return class == CHAR_OPEN || class == CHAR_GLUE;
}

bool
chars_is_one_of(const uint16_t *list, uint32_t c) {
    for (; *list; list++) {
        if (*list == c) {
            return true;
        }
    }
    return false;
}
