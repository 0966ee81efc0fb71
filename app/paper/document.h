/* document.h - what a document is made of, for the files that write its sections. */
#ifndef PAPER_DOCUMENT_H
#define PAPER_DOCUMENT_H

#include "content/phrasing.h"
#include "paper/sheet.h"

/* A document while it is being written. Loading fails once; then `ok` is false, `err` says why, and
 * what follows writes nothing more. */
struct document {
    struct sheet sheet;
    struct store *store;
    struct phrasing in[SHEET_LANGUAGES]; /* a language of the sheet each */
    struct str *sources;                 /* ids of sections, each once, in the order of use */
    size_t source_count, source_cap;
    struct edtf today;
    struct err *err;
    bool ok;
};

/* Columns before a text: of labels and dates (wider where the text has the page to itself), and of
 * bullets. */
#define DOCUMENT_LABEL_PT 66.0f
#define DOCUMENT_WIDE_LABEL_PT 104.0f
#define DOCUMENT_BULLET_PT 11.0f

/* The head of a section: the word in every language, in the outline. */
void document_section(struct document *d, enum msg msg);
/* A heading below it, from one text a language; not there where all are empty. */
void document_heading(struct document *d, const struct str *texts, int level);

/* One thing in every language: label (may be empty), text, note. */
struct document_item {
    struct str label, text, note;
};
float document_label_pt(const struct document *d);
void document_labelled(struct document *d, const struct document_item *items);

/* A bold beginning, and what follows it on a line of its own (may be empty). */
struct str document_led(
    struct document *d, struct sheet_cell *cell, struct str bold, struct str rest);

/* The record comes from there: it will stand among the sources. */
void document_source(struct document *d, struct str section);
/* The section of sources, last. */
void document_sources(struct document *d);

/* The blocks of an article, its note and source; `titles`: with its title as a heading of `level`.
 * False when there is no such article. */
bool document_article(struct document *d, struct str kind, struct str slug, int level);

/* Everything about a city. `found` false: there is no such city. */
void document_briefing(struct document *d, struct str city, bool *found);

#endif
