/* wording.h - one word for one thing: what the rules of wording_*.c share.
 *
 * Every text of the content and, with --words, of the interface is gathered once; each rule runs
 * over the list once or twice with hashed look-ups, so that checking stays linear. What stands in
 * quotation marks is cited, not said: no rule looks at it. docs/CONTENT.md has the rules in words,
 * and the two tables of the desk that steer them, wordings.csv and exceptions.csv. */
#ifndef COMPILER_CHECK_WORDING_H
#define COMPILER_CHECK_WORDING_H

#include "compiler/check/check.h"
#include "compiler/check/wording_forms.h"

struct wording_text {
    struct check_text at;
    struct str plain;   /* at.text with the cited parts blanked by '|', byte for byte */
    struct str record;  /* facts/population, guides/first-contact, locales/HOME */
    size_t unit;        /* texts with one voice have one number: an article's paragraphs */
    bool is_note;       /* a remark: whole sentences */
    bool is_definition; /* begins with a noun phrase */
    bool is_label;      /* titles, headings, items, letters: no voice is asked for */
};

struct wording {
    struct check *check;
    struct wording_text *texts;
    size_t count, cap;
    struct map exceptions; /* hash of record, language, check and word -> row */
    bool *is_used;         /* by row */
};

/* wording_report.c. Reading notes the rows of exceptions.csv; after the last rule, rows that
 * nothing needed are reported. */
void wording_read_exceptions(struct wording *wording);
void wording_report_unused(struct wording *wording);
/* Reports `kind` about bytes [start, end) of the text, unless exceptions.csv has it: arguments are
 * those bytes, `right` and `more`. */
void wording_report(struct wording *wording, const struct wording_text *text, enum diag_kind kind,
    size_t start, size_t end, struct str right, struct str more);
/* The same, where `other` is the usual form: `more` says where that stands ("facts.csv:12"). */
void wording_report_form(struct wording *wording, const struct wording_text *text,
    enum diag_kind kind, size_t start, size_t end, const struct wording_form *other);

/* wording_gather.c */
void wording_gather(struct wording *wording);
/* wording_declared.c: a form that wordings.csv rules out. */
void wording_declared(struct wording *wording);
/* wording_width.c: range signs, per cent, units and digits of the right width. */
void wording_width(struct wording *wording);
/* wording_voice.c: one level of politeness in one text. */
void wording_voice(struct wording *wording);
/* wording_spacing.c, wording_roman.c: one spelling of a compound, of a romanised name. */
void wording_spacing(struct wording *wording);
void wording_roman(struct wording *wording);

#endif
