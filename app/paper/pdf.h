/* pdf.h - pages as a PDF: text as glyphs of embedded fonts, each with the characters it stands for,
 * so that it is selected, searched and read aloud as it was written; an outline; who made it.
 *
 * The same pages give the same bytes: the day of making is an argument. */
#ifndef PAPER_PDF_H
#define PAPER_PDF_H

#include "base/err.h"
#include "paper/flow.h"

struct pdf_facts {
    struct str title; /* also at the foot of every page */
    enum locale_id lang;
    const char *made;    /* ISO 8601: 2026-11-29T00:00:00Z */
    const char *creator; /* "Naru 0.1.0" */
};

/* Appends the file to `out`. Fails on a damaged font. */
bool pdf_write(const struct flow *flow, const struct flow_engines *engines,
    const struct pdf_facts *facts, struct str_buf *out, struct err *err);

#endif
