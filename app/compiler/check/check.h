/* check.h - the rules. Each file of rules looks at a finished model and reports; none changes it.
 * Rules run over every row once, with hashed look-ups, so that checking stays linear. */
#ifndef COMPILER_CHECK_CHECK_H
#define COMPILER_CHECK_CHECK_H

#include "compiler/compile.h"
#include "compiler/model.h"

struct check {
    struct model *model;
    const struct compile_options *options;
    unsigned char *coverage[LOCALE_COUNT]; /* two bits a code point: asked, covered */
    size_t home_count;      /* cities with the role home, once check_records() counted them */
    struct map lost_places; /* file and byte of each ? that against.c spoke of */
};

void check_all(struct model *model, const struct compile_options *options);

/* check_cells.c: each value by the type of its column. */
void check_cells(struct check *check, const struct model_table *table);
/* check_row.c: the cells of a row together. */
void check_row(struct check *check, const struct model_table *table, const struct model_row *row);
/* A language that nothing is written in. */
void check_languages(struct check *check);
/* check_text.c: characters and typography of one text. */
struct check_text {
    struct str text;
    enum locale_id locale; /* LOCALE_COUNT: no language */
    /* where byte i lies: at a row's cell, at fixed + i, or just at fixed */
    const struct model_row *row;
    size_t cell;
    struct diag_place fixed;
    bool is_running;                /* fixed + i */
    bool is_name;                   /* of a person or place: it asks nothing */
    const struct store_mark *marks; /* of a block: parts in another language follow its rules */
    size_t mark_count;
};
/* Where byte `offset` of a text lies. */
struct diag_place check_place(
    const struct check *check, const struct check_text *text, size_t offset);
/* Text that was read in a wrong encoding and saved again: one message, and nothing else of it is
 * worth looking at. */
bool check_mojibake(struct check *check, const struct check_text *text);
void check_characters(struct check *check, const struct check_text *text);
void check_typography(struct check *check, const struct check_text *text);
/* check_records.c, check_figures.c: rows against each other. */
void check_records(struct check *check);
void check_figures(struct check *check);
/* pictures.c: files, rows and discs; what an article names. */
void check_pictures(struct check *check);
void check_picture_block(
    struct check *check, const struct store_block *block, struct diag_place place);
/* check_articles.c: links, structure, what the header names. */
void check_articles(struct check *check);
/* sources.c: what parts of an article come from. */
void check_source_block(
    struct check *check, const struct store_block *block, struct diag_place place);
void check_sources_of(struct check *check, const struct model_body *body);
/* phrases.c: one meaning in all languages. */
void check_phrases(struct check *check);
/* check_wording.c and its rooms: one word for one thing, over content and interface together. */
void check_wording(struct check *check);

#endif
