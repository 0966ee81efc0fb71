/* qr.h - a text as a QR code (ISO/IEC 18004), and how much of one a panel has room for. */
#ifndef HANDOVER_QR_H
#define HANDOVER_QR_H

#include "base/str.h"

#include <stdint.h>

enum {
    QR_QUIET = 4,       /* modules of white on each side; readers ask for them */
    QR_LEAST_SIDE = 21, /* modules */
    QR_MOST_SIDE = 117, /* what a camera at arm's length takes in with ease: version 25 */
    QR_BYTES = 1725
};

struct qr {
    int side; /* modules, without the quiet zone */
    uint8_t bits[QR_BYTES];
};

/* How many bytes a code of at most that side takes; 0 for less than the smallest. */
size_t qr_room(int most_side);
/* The smallest code that holds the text, with as much error correction as goes in without growing;
 * false when none of at most that side does. */
bool qr_make(struct qr *qr, struct str text, int most_side);
bool qr_is_dark(const struct qr *qr, int x, int y);

#endif
