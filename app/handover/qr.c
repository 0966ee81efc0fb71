#include "handover/qr.h"

#include <qrcodegen/qrcodegen.h>
#include <string.h>

enum { VERSION_MOST = 25 };
_Static_assert(VERSION_MOST * 4 + 17 == QR_MOST_SIDE, "sides are counted in versions");
_Static_assert(qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST) <= QR_BYTES, "a code fits");

static int
version_of(int most_side) {
    int version = (most_side - 17) / 4;
    return most_side < QR_LEAST_SIDE ? 0 : version < VERSION_MOST ? version : VERSION_MOST;
}

/* Bytes at the lowest level of error correction: ISO/IEC 18004, table 7. */
size_t
qr_room(int most_side) {
    static const uint16_t bytes[VERSION_MOST + 1] = {0, 17, 32, 53, 78, 106, 134, 154, 192, 230,
        271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1003, 1091, 1171, 1273};
    return bytes[version_of(most_side)];
}

bool
qr_make(struct qr *qr, struct str text, int most_side) {
    uint8_t data[qrcodegen_BUFFER_LEN_FOR_VERSION(VERSION_MOST)];
    int version = version_of(most_side);
    *qr = (struct qr){0};
    if (version == 0 || text.n > qr_room(most_side)) {
        return false;
    }
    if (text.n > 0) {
        memcpy(data, text.p, text.n);
    }
    bool ok = qrcodegen_encodeBinary(data, text.n, qr->bits, qrcodegen_Ecc_LOW,
        qrcodegen_VERSION_MIN, version, qrcodegen_Mask_AUTO, true);
    qr->side = ok ? qrcodegen_getSize(qr->bits) : 0;
    return ok;
}

bool
qr_is_dark(const struct qr *qr, int x, int y) {
    return qr->side > 0 && qrcodegen_getModule(qr->bits, x, y);
}
