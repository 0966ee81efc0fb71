/* i18n_private.h - what the files of i18n/ share: ICU's formatters, opened when first needed. */
#ifndef I18N_PRIVATE_H
#define I18N_PRIVATE_H

#include "i18n/i18n.h"

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/umsg.h>
#include <unicode/unum.h>

struct i18n {
    struct arena arena; /* the messages' texts */
    struct str texts[LOCALE_COUNT][MSG_COUNT];
    UMessageFormat *formats[LOCALE_COUNT][MSG_COUNT];
    UNumberFormat *numbers[LOCALE_COUNT][8];     /* by decimals */
    UDateIntervalFormat *dates[LOCALE_COUNT][3]; /* by precision - 1 */
    UDateFormat *days[LOCALE_COUNT][2];          /* without and with the year */
    UDateFormat *weekdays[LOCALE_COUNT];
    UDateFormat *era;
};

const char *i18n_icu_locale(enum locale_id locale); /* with the region that sets date order */

#endif
