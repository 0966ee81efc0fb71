#include "text/caret.h"

#include <math.h>

#include "base/utf8.h"
#include "text/engine_private.h"
#include "text/shape/graphemes.h"

/* The cluster that holds `byte`, or cluster_count at the end. */
static size_t
cluster_at(const struct para *para, size_t byte) {
    size_t low = 0, high = para->cluster_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (para->clusters[middle].byte <= byte) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return byte >= para->text.n || low == 0 ? para->cluster_count : low - 1;
}

static bool
is_newline(const struct para *para, const struct text_cluster *cluster) {
    size_t at = cluster->byte;
    return at < para->text.n && chars_class(utf8_next(para->text, &at)) == CHAR_NEWLINE;
}

static size_t
stop_from(const struct para *para, size_t i) {
    while (i < para->cluster_count && para->clusters[i].advance <= 0 &&
           !is_newline(para, &para->clusters[i])) {
        i++;
    }
    /* A newline that ends the text starts no line: the caret stays before it. */
    bool after_newline =
        i > 0 && i == para->cluster_count && is_newline(para, &para->clusters[i - 1]);
    return after_newline ? i - 1 : i;
}

static size_t
byte_of(const struct para *para, size_t i) {
    return i < para->cluster_count ? para->clusters[i].byte : para->text.n;
}

static int32_t
leading_edge(const struct text_cluster *c) {
    return c->x + (c->is_rtl ? c->advance : 0);
}

static int32_t
trailing_edge(const struct text_cluster *c) {
    return c->x + (c->is_rtl ? 0 : c->advance);
}

/* Where the caret before cluster `i` stands; the end of the text is the trailing edge of the last.
 */
static int32_t
edge_of(const struct para *para, size_t i, uint32_t *line) {
    if (para->cluster_count == 0) {
        *line = 0;
        return para->line_count > 0 ? para->lines[0].x : 0;
    }
    bool at_end = i == para->cluster_count;
    const struct text_cluster *c = &para->clusters[at_end ? i - 1 : i];
    *line = c->line;
    return at_end ? trailing_edge(c) : leading_edge(c);
}

struct text_caret
para_caret(const struct para *para, float size_px, size_t byte) {
    size_t i = stop_from(para, cluster_at(para, byte));
    struct text_caret caret = {.byte = byte_of(para, i)};
    float along = (float)edge_of(para, i, &caret.line) / 64;
    float middle = (float)para->lines[caret.line].baseline / 64;
    if (para->is_vertical) {
        caret.box = (struct rect){middle - size_px / 2, along, size_px, 0};
    } else {
        caret.box = (struct rect){along, middle - size_px * 0.88f, 0, size_px};
    }
    return caret;
}

static uint32_t
line_under(const struct para *para, struct point at) {
    float position = para->is_vertical ? para->width_px - at.x : at.y;
    float first = para->is_vertical ? para->width_px - (float)para->lines[0].baseline / 64
                                    : (float)para->lines[0].baseline / 64;
    /* The first line's box starts half a pitch before its middle; horizontal baselines stand about
     * 0.38 em below the middle, which the reserve for ruby does not change. */
    float start = para->is_vertical ? first - para->pitch_px / 2
                                    : para->height_px - (float)para->line_count * para->pitch_px;
    float line = floorf((position - start) / para->pitch_px);
    if (!(line > 0)) {
        return 0;
    }
    return line >= (float)para->line_count ? (uint32_t)para->line_count - 1 : (uint32_t)line;
}

size_t
para_hit(const struct para *para, struct point at_px) {
    if (para->cluster_count == 0) {
        return para->text.n;
    }
    uint32_t line = line_under(para, at_px);
    float along = (para->is_vertical ? at_px.y : at_px.x) * 64;
    size_t i = cluster_at(para, para->lines[line].start), best = i;
    float nearest = INFINITY;
    for (; i <= para->cluster_count; i++) {
        uint32_t edge_line;
        bool past = i < para->cluster_count && para->clusters[i].line != line;
        bool ends = past || i == para->cluster_count;
        if (ends && i > 0 && is_newline(para, &para->clusters[i - 1])) {
            break;
        }
        float edge = past ? (float)trailing_edge(&para->clusters[i - 1])
                          : (float)edge_of(para, i, &edge_line);
        float distance = fabsf(edge - along);
        /* The end of a softly broken line is the start of the next one: only where nothing on the
         * line itself is as near, as may be among text of both directions. */
        bool is_stop = ends || stop_from(para, i) == i;
        if (is_stop && (past ? distance < nearest : distance <= nearest)) {
            nearest = distance;
            best = i;
        }
        if (past) {
            break;
        }
    }
    return byte_of(para, stop_from(para, best));
}

size_t
para_next_stop(const struct para *para, size_t byte) {
    size_t i = stop_from(para, cluster_at(para, byte));
    return byte_of(para, i < para->cluster_count ? stop_from(para, i + 1) : i);
}

size_t
para_previous_stop(const struct para *para, size_t byte) {
    size_t i = stop_from(para, cluster_at(para, byte));
    for (size_t k = i; k > 0; k--) {
        if (stop_from(para, k - 1) < i) {
            return byte_of(para, k - 1);
        }
    }
    return 0;
}

static struct rect
cluster_box(const struct para *para, const struct text_cluster *c) {
    float along = (float)c->x / 64, length = (float)c->advance / 64;
    float start =
        (float)c->line * para->pitch_px +
        (para->is_vertical ? 0 : para->height_px - (float)para->line_count * para->pitch_px);
    if (para->is_vertical) {
        float right = (float)para->lines[c->line].baseline / 64 + para->pitch_px / 2;
        return (struct rect){right - para->pitch_px, along, para->pitch_px, length};
    }
    return (struct rect){along, start, length, para->pitch_px};
}

size_t
para_selection(const struct para *para, size_t start, size_t end, struct rect *out, size_t most) {
    size_t n = 0, i = cluster_at(para, start), last = cluster_at(para, end);
    uint32_t line = UINT32_MAX;
    for (; i < last && i < para->cluster_count; i++) {
        const struct text_cluster *c = &para->clusters[i];
        struct rect box = cluster_box(para, c);
        struct rect *open = n > 0 && c->line == line ? &out[n - 1] : NULL;
        if (open && !para->is_vertical && fabsf(open->x + open->w - box.x) < 0.1f) {
            open->w += box.w;
        } else if (open && !para->is_vertical && fabsf(box.x + box.w - open->x) < 0.1f) {
            open->x = box.x;
            open->w += box.w;
        } else if (open && para->is_vertical && fabsf(open->y + open->h - box.y) < 0.1f) {
            open->h += box.h;
        } else if (n < most) {
            out[n++] = box;
        } else {
            break;
        }
        line = c->line;
    }
    return n;
}

/* The syllable without its last jamo: 한 -> 하 -> ㅎ; compound finals and vowels lose one part. */
static uint32_t
without_last_jamo(uint32_t syllable) {
    static const uint8_t final_first[28] = {[3] = 1,
        [5] = 4,
        [6] = 4,
        [9] = 8,
        [10] = 8,
        [11] = 8,
        [12] = 8,
        [13] = 8,
        [14] = 8,
        [15] = 8,
        [18] = 17};
    static const uint8_t vowel_first[21] = {
        [9] = 8, [10] = 8, [11] = 8, [14] = 13, [15] = 13, [16] = 13, [19] = 18};
    static const uint16_t initials[19] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D,
        0x314E};
    if (syllable < 0xAC00 || syllable > 0xD7A3) {
        return 0;
    }
    uint32_t index = syllable - 0xAC00, final = index % 28, vowel = index / 28 % 21;
    if (final > 0) {
        return syllable - final + final_first[final];
    }
    if (vowel_first[vowel] > 0) {
        return syllable - (vowel - vowel_first[vowel]) * 28;
    }
    return initials[index / 588];
}

/* Cluster boundaries of the text, in bytes; the last one is text.n. */
static size_t *
cluster_bytes(struct text_engine *engine, struct str text, size_t *count) {
    struct units units;
    arena_reset(&engine->scratch);
    text_decode(&engine->scratch, text, &units);
    int32_t *starts = ARENA_ARRAY(&engine->scratch, (size_t)units.count + 1, int32_t);
    *count = (size_t)graphemes_find(engine->iterators.characters, &units, starts);
    size_t *bytes = ARENA_ARRAY(&engine->scratch, *count + 1, size_t);
    for (size_t i = 0; i < *count; i++) {
        bytes[i] = units.byte_at[starts[i]];
    }
    bytes[*count] = text.n;
    return bytes;
}

size_t
text_cluster_start(struct text_engine *engine, struct str text, size_t byte) {
    size_t count, start = 0;
    size_t *bytes = cluster_bytes(engine, text, &count);
    for (size_t i = 0; i <= count && bytes[i] <= byte; i++) {
        start = bytes[i];
    }
    return start;
}

size_t
text_delete_before(
    struct text_engine *engine, struct str text, size_t byte, bool by_jamo, uint32_t *rest) {
    size_t count;
    *rest = 0;
    text = str_slice(text, 0, byte);
    if (text.n == 0) {
        return 0;
    }
    if (by_jamo) {
        size_t at = text.n;
        *rest = without_last_jamo(utf8_prev(text, &at));
        if (*rest > 0) {
            return at;
        }
    }
    size_t *bytes = cluster_bytes(engine, text, &count);
    return bytes[count - 1];
}
