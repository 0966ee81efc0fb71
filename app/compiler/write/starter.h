/* starter.h - the folder `naru-content new DIR` writes: a home city, one partner, one guide, in
 * three languages, ready to be checked, built and overwritten. `original` is the language the city
 * writes in first: its articles carry the header, settings.csv names it. */
#ifndef COMPILER_WRITE_STARTER_H
#define COMPILER_WRITE_STARTER_H

#include "base/err.h"
#include "i18n/locale.h"

/* Refuses a folder that is there and not empty. */
bool starter_write(
    const char *folder, enum locale_id original, enum locale_id locale, struct err *err);

#endif
