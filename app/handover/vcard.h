/* vcard.h - a place for the address book of a phone: vCard 3.0 (RFC 2426), which both families of
 * phones read better than 4.0. A place is no person: it has an empty N, which Android asks for, and
 * stands under its own name. */
#ifndef HANDOVER_VCARD_H
#define HANDOVER_VCARD_H

#include "base/str.h"

struct vcard_place {
    struct str name, reading; /* reading: as it is pronounced, for sorting and for speech */
    const struct str *others; /* the name in other scripts */
    size_t other_count;
    struct str region, country;
    bool has_position;
    double latitude, longitude;
    struct str note;
};

void vcard_write_place(struct str_buf *out, const struct vcard_place *place);

#endif
