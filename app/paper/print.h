/* print.h - a path of the app as a document of A4 pages. */
#ifndef PAPER_PRINT_H
#define PAPER_PRINT_H

#include "content/store.h"
#include "i18n/i18n.h"
#include "paper/flow.h"

struct print_job {
    struct str path; /* briefing:CITY, cities/CITY, guides/ID, cases/ID, talks/ID, reports/ID,
                        letters/ID */
    enum locale_id langs[SHEET_LANGUAGES];
    int lang_count;
    struct edtf today; /* of making */
    struct store *store;
    struct i18n *i18n;
    struct flow_engines engines;
};

/* Lays the document out; everything lives in `arena`. ERR_USAGE: there is no such path. */
bool print_lay_out(const struct print_job *job, struct arena *arena, struct sheet *sheet,
    struct flow *flow, struct err *err);
/* Appends the PDF. */
bool print_pdf(const struct print_job *job, struct str_buf *out, struct err *err);

#endif
