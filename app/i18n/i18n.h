/* i18n.h - the interface's words, numbers and dates in the reader's language, through ICU.
 *
 * Words live in locales/ as ICU resource bundles, compiled at build time; each has a key in
 * keys.def, which this program, the bundles and the tests share. Opened once per process; one
 * thread. Formatted results live in the caller's arena. */
#ifndef I18N_I18N_H
#define I18N_I18N_H

#include "base/arena.h"
#include "base/err.h"
#include "i18n/edtf.h"
#include "i18n/locale.h"

enum msg {
#define MSG_KEY(name, arguments) MSG_##name,
#include "i18n/keys.def"
#undef MSG_KEY
    MSG_COUNT
};

struct i18n;

/* `bundles` is the path of the compiled bundles, such as build/release/locales/naru. Fails, naming
 * the bundle and the key, when a bundle cannot be read or lacks a key. */
struct i18n *i18n_open(const char *bundles, struct err *err);
void i18n_close(struct i18n *i18n);

/* The message as it is; borrowed, lives as long as `i18n`. */
struct str i18n_text(const struct i18n *i18n, enum locale_id locale, enum msg msg);
const char *i18n_key_name(enum msg msg);
int i18n_argument_count(enum msg msg);

/* ICU MessageFormat with numbered arguments: {0}, {1,number}, {0,plural,...}. At most three. */
struct msg_arg {
    bool is_number;
    double number;
    struct str text;
};
#define MSG_NUMBER(value) ((struct msg_arg){.is_number = true, .number = (double)(value)})
#define MSG_TEXT(value) ((struct msg_arg){.text = (value)})
struct str i18n_format(struct i18n *i18n, struct arena *arena, enum locale_id locale, enum msg msg,
    const struct msg_arg *args, size_t count);

/* 759,900 or 149.12: grouped, with exactly `decimals` digits after the point. */
struct str i18n_number(
    struct i18n *i18n, struct arena *arena, enum locale_id locale, double value, int decimals);
/* Amounts of ten thousand and more in the reader's own steps: 1조 864억, 1兆864億, 1,086.4 billion.
 * Exact in Korean and Japanese; in English rounded to four figures only when that is exact,
 * otherwise in full. */
struct str i18n_large_number(
    struct i18n *i18n, struct arena *arena, enum locale_id locale, double value);

/* As people read it: ko `1987년 11월 9일`, ja `1987年11月9日`, en `9 November 1987`; ranges with
 * the language's own dash (ko `2010년~2013년`, ja `2010年〜2013年`, en `2010–2013`; docs/STYLE.md),
 * an open range with its start only and the language's mark or word for "from".
 * `with_era` adds the Japanese era in ja: `1987年（昭和62年）11月9日`. */
struct str i18n_date(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct edtf *date, bool with_era);
/* A day with its day of the week: ko `2월 17일 (화)`, ja `2月17日(火)`, en `Tue, 17 February`;
 * `with_year` puts the year to it. Empty for what is no day. */
struct str i18n_day(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct edtf_point *day, bool with_year);
/* A day of the week, 0 for Sunday, as a calendar heads its columns: 일, 日, Su. */
struct str i18n_weekday(struct i18n *i18n, struct arena *arena, enum locale_id locale, int weekday);
/* 昭和62年 (元年 for a first year); both eras in the year of a change when month and day do not
 * decide; empty before 1873, when the Gregorian calendar came to Japan. */
struct str i18n_era(struct i18n *i18n, struct arena *arena, const struct edtf_point *point);

#endif
