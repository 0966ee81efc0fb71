#include "base/picture_head.h"

#include <string.h>

static unsigned
byte_at(struct str s, size_t i) {
    return i < s.n ? (unsigned char)s.p[i] : 0;
}

static uint32_t
big(struct str s, size_t at, size_t bytes) {
    uint32_t value = 0;
    for (size_t i = 0; i < bytes; i++) {
        value = value << 8 | byte_at(s, at + i);
    }
    return value;
}

static uint32_t
little(struct str s, size_t at, size_t bytes) {
    uint32_t value = 0;
    for (size_t i = bytes; i-- > 0;) {
        value = value << 8 | byte_at(s, at + i);
    }
    return value;
}

static bool
is_at(struct str s, size_t at, const char *word, size_t n) {
    return at + n <= s.n && memcmp(s.p + at, word, n) == 0;
}

static void
set_size(struct picture_head *head, uint32_t width, uint32_t height) {
    bool makes_sense = width > 0 && height > 0 && width <= 1 << 20 && height <= 1 << 20;
    head->width = makes_sense ? (int)width : 0;
    head->height = makes_sense ? (int)height : 0;
}

/* The tag 0x0112 of the first directory of a TIFF, which is what Exif is. */
static int
exif_turn(struct str tiff) {
    bool is_big = is_at(tiff, 0, "MM", 2);
    if (!is_big && !is_at(tiff, 0, "II", 2)) {
        return 1;
    }
    uint32_t (*read)(struct str, size_t, size_t) = is_big ? big : little;
    size_t directory = read(tiff, 4, 4);
    size_t entries = directory < tiff.n ? read(tiff, directory, 2) : 0;
    for (size_t i = 0; i < entries; i++) {
        size_t entry = directory + 2 + i * 12;
        if (entry + 12 > tiff.n) {
            return 1;
        }
        if (read(tiff, entry, 2) == 0x0112) {
            uint32_t turn = read(tiff, entry + 8, 2);
            return turn >= 1 && turn <= 8 ? (int)turn : 1;
        }
    }
    return 1;
}

/* Segments up to the one that begins a frame, which has the size. */
static void
read_jpeg(struct picture_head *head, struct str s) {
    for (size_t at = 2; at + 4 <= s.n;) {
        if (byte_at(s, at) != 0xFF) {
            return;
        }
        unsigned marker = byte_at(s, at + 1);
        if (marker == 0xFF) { /* padding */
            at++;
            continue;
        }
        size_t length = big(s, at + 2, 2);
        bool is_frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame && at + 10 <= s.n) {
            set_size(head, big(s, at + 7, 2), big(s, at + 5, 2));
            head->is_cmyk = byte_at(s, at + 9) == 4;
        }
        if (marker == 0xE1 && is_at(s, at + 4, "Exif\0\0", 6)) {
            head->turn = exif_turn(str_slice(s, at + 10, at + 2 + length));
        }
        if (is_frame || marker == 0xDA || length < 2) {
            return;
        }
        at += 2 + length;
    }
}

static void
read_webp(struct picture_head *head, struct str s) {
    if (is_at(s, 12, "VP8X", 4) && s.n >= 30) {
        set_size(head, little(s, 24, 3) + 1, little(s, 27, 3) + 1);
    } else if (is_at(s, 12, "VP8L", 4) && s.n >= 25) {
        uint32_t bits = little(s, 21, 4);
        set_size(head, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    } else if (is_at(s, 12, "VP8 ", 4) && s.n >= 30) {
        set_size(head, little(s, 26, 2) & 0x3FFF, little(s, 28, 2) & 0x3FFF);
    }
}

struct picture_head
picture_head(struct str bytes) {
    struct picture_head head = {.turn = 1};
    if (is_at(bytes, 0, "\x89PNG\r\n\x1a\n", 8)) {
        head.format = PICTURE_PNG;
        if (is_at(bytes, 12, "IHDR", 4) && bytes.n >= 24) {
            set_size(&head, big(bytes, 16, 4), big(bytes, 20, 4));
        }
    } else if (is_at(bytes, 0, "\xff\xd8\xff", 3)) {
        head.format = PICTURE_JPEG;
        read_jpeg(&head, bytes);
    } else if (is_at(bytes, 0, "RIFF", 4) && is_at(bytes, 8, "WEBP", 4)) {
        head.format = PICTURE_WEBP;
        read_webp(&head, bytes);
    }
    return head;
}
