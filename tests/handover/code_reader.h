/* code_reader.h - reads QR codes from grey pixels with zbar, as a phone would. */
#ifndef TESTS_HANDOVER_CODE_READER_H
#define TESTS_HANDOVER_CODE_READER_H

#include "base/arena.h"

#include <string.h>
#include <zbar.h>

/* How many codes were found; the first's text in `text`. `grey` holds a byte a pixel. */
static inline int
code_read(const unsigned char *grey, int width, int height, struct arena *arena, struct str *text) {
    zbar_image_scanner_t *scanner = zbar_image_scanner_create();
    zbar_image_t *image = zbar_image_create();
    zbar_image_scanner_set_config(scanner, 0, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
    zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
    zbar_image_set_size(image, (unsigned)width, (unsigned)height);
    zbar_image_set_data(image, grey, (unsigned long)width * (unsigned long)height, NULL);
    int count = zbar_scan_image(scanner, image);
    const zbar_symbol_t *symbol = zbar_image_first_symbol(image);
    *text = (struct str){0};
    if (count > 0 && symbol) {
        *text = arena_str(
            arena, (struct str){zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol)});
    }
    zbar_image_destroy(image);
    zbar_image_scanner_destroy(scanner);
    return count;
}

#endif
