#include "i18n/hangul.h"

#include "base/check.h"
#include "base/utf8.h"

#define SYLLABLE_FIRST 0xAC00u
#define SYLLABLE_LAST 0xD7A3u
#define VOWELS 21
#define TAILS 28
#define NONE 0xFFu

/* Compatibility jamo by their place in a syllable (Unicode 15, table 3-16 order). */
static const uint16_t lead_jamo[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141, 0x3142,
    0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
static const uint16_t tail_jamo[] = {0, 0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137,
    0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F, 0x3140, 0x3141, 0x3142, 0x3144, 0x3145,
    0x3146, 0x3147, 0x3148, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
#define VOWEL_FIRST 0x314Fu

/* Two keys that make one vowel or one tail: ㅗ+ㅏ=ㅘ, ㄱ+ㅅ=ㄳ. */
static const struct {
    uint16_t first, second, both;
} pairs[] = {
    {0x3157, 0x314F, 0x3158},
    {0x3157, 0x3150, 0x3159},
    {0x3157, 0x3163, 0x315A},
    {0x315C, 0x3153, 0x315D},
    {0x315C, 0x3154, 0x315E},
    {0x315C, 0x3163, 0x315F},
    {0x3161, 0x3163, 0x3162},
    {0x3131, 0x3145, 0x3133},
    {0x3134, 0x3148, 0x3135},
    {0x3134, 0x314E, 0x3136},
    {0x3139, 0x3131, 0x313A},
    {0x3139, 0x3141, 0x313B},
    {0x3139, 0x3142, 0x313C},
    {0x3139, 0x3145, 0x313D},
    {0x3139, 0x314C, 0x313E},
    {0x3139, 0x314D, 0x313F},
    {0x3139, 0x314E, 0x3140},
    {0x3142, 0x3145, 0x3144},
};

static unsigned
index_of(const uint16_t *table, size_t count, uint32_t jamo) {
    for (size_t i = 0; i < count; i++) {
        if (table[i] == jamo && jamo != 0) {
            return (unsigned)i;
        }
    }
    return NONE;
}

static bool
is_vowel(uint32_t jamo) {
    return jamo >= VOWEL_FIRST && jamo <= 0x3163;
}

static uint32_t
join(uint32_t first, uint32_t second) {
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (pairs[i].first == first && pairs[i].second == second) {
            return pairs[i].both;
        }
    }
    return 0;
}

static bool
split(uint32_t both, uint32_t *first, uint32_t *second) {
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        if (pairs[i].both == both) {
            *first = pairs[i].first;
            *second = pairs[i].second;
            return true;
        }
    }
    return false;
}

/* A syllable as the keys that made it; 0 for a part that is not there. */
struct syllable {
    uint32_t lead, vowel, tail;
};

static struct syllable
take_apart(uint32_t c) {
    if (c < SYLLABLE_FIRST || c > SYLLABLE_LAST) {
        bool vowel = is_vowel(c);
        return (struct syllable){.lead = vowel ? 0 : c, .vowel = vowel ? c : 0};
    }
    uint32_t index = c - SYLLABLE_FIRST;
    return (struct syllable){
        .lead = lead_jamo[index / (VOWELS * TAILS)],
        .vowel = VOWEL_FIRST + index / TAILS % VOWELS,
        .tail = tail_jamo[index % TAILS],
    };
}

static uint32_t
put_together(struct syllable s) {
    unsigned lead = index_of(lead_jamo, ARRAY_LEN(lead_jamo), s.lead);
    unsigned tail = s.tail ? index_of(tail_jamo, ARRAY_LEN(tail_jamo), s.tail) : 0;
    if (!s.lead || !s.vowel || lead == NONE || tail == NONE) {
        return s.vowel ? s.vowel : s.lead;
    }
    return SYLLABLE_FIRST + (lead * VOWELS + (s.vowel - VOWEL_FIRST)) * TAILS + tail;
}

/* Cuts the last character off; 0 from an empty text. */
static uint32_t
pop(struct str_buf *buf) {
    if (buf->n == 0) {
        return 0;
    }
    size_t at = buf->n;
    uint32_t c = utf8_prev(str_buf_str(buf), &at);
    buf->n = at;
    buf->p[at] = '\0';
    return c;
}

/* A vowel after a tail takes that tail, or its second half, along: 각+ㅏ=가가, 닭+ㅏ=달가. */
static void
type_vowel(struct str_buf *buf, struct syllable last, uint32_t vowel) {
    uint32_t both = last.tail ? 0 : join(last.vowel, vowel), first = 0, second = 0;
    if (both) {
        last.vowel = both;
        str_buf_utf8(buf, put_together(last));
    } else if (last.tail) {
        bool halves = split(last.tail, &first, &second);
        uint32_t moved = halves ? second : last.tail;
        last.tail = halves ? first : 0;
        str_buf_utf8(buf, put_together(last));
        str_buf_utf8(buf, put_together((struct syllable){.lead = moved, .vowel = vowel}));
    } else if (last.lead && !last.vowel) {
        last.vowel = vowel;
        str_buf_utf8(buf, put_together(last));
    } else {
        str_buf_utf8(buf, put_together(last));
        str_buf_utf8(buf, vowel);
    }
}

static void
type_consonant(struct str_buf *buf, struct syllable last, uint32_t consonant) {
    uint32_t both = last.tail ? join(last.tail, consonant) : 0;
    bool can_end = index_of(tail_jamo, ARRAY_LEN(tail_jamo), consonant) != NONE;
    if (both) {
        last.tail = both;
        str_buf_utf8(buf, put_together(last));
    } else if (last.lead && last.vowel && !last.tail && can_end) {
        last.tail = consonant;
        str_buf_utf8(buf, put_together(last));
    } else {
        str_buf_utf8(buf, put_together(last));
        str_buf_utf8(buf, consonant);
    }
}

static bool
is_hangul(uint32_t c) {
    return (c >= SYLLABLE_FIRST && c <= SYLLABLE_LAST) || (c >= 0x3131 && c <= 0x3163);
}

void
hangul_type(struct str_buf *buf, uint32_t jamo) {
    size_t at = buf->n;
    uint32_t last = at ? utf8_prev(str_buf_str(buf), &at) : 0;
    if (!is_hangul(last) || jamo < 0x3131 || jamo > 0x3163) {
        str_buf_utf8(buf, jamo);
        return;
    }
    struct syllable syllable = take_apart(pop(buf));
    if (is_vowel(jamo)) {
        type_vowel(buf, syllable, jamo);
    } else {
        type_consonant(buf, syllable, jamo);
    }
}

/* The part without its last key: ㄺ becomes ㄹ, ㄹ becomes nothing. */
static uint32_t
shorten(uint32_t part) {
    uint32_t first = 0, second = 0;
    return split(part, &first, &second) ? first : 0;
}

void
hangul_backspace(struct str_buf *buf) {
    uint32_t c = pop(buf);
    if (!is_hangul(c)) {
        return;
    }
    struct syllable s = take_apart(c);
    if (s.tail) {
        s.tail = shorten(s.tail);
    } else if (s.vowel) {
        s.vowel = shorten(s.vowel);
    } else {
        s.lead = shorten(s.lead);
    }
    if (s.lead || s.vowel) {
        str_buf_utf8(buf, put_together(s));
    }
}
