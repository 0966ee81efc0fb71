/* article.h - Markdown files into articles: the header fills a row of TABLE_ARTICLES, the body
 * becomes blocks with marks (content/store.h), the form in which the app draws it. */
#ifndef COMPILER_READ_ARTICLE_H
#define COMPILER_READ_ARTICLE_H

#include "compiler/model.h"

#define ARTICLE_LIMIT ((size_t)256 << 10) /* bytes */

/* Reads one `kind/slug.locale.md` that is in memory already. `is_read` false: its bytes are no
 * text, which was reported; the article counts as there, without words. */
void article_load(struct model *model, uint32_t file, bool is_read);
/* After the last file: what is missing in which language. */
void article_finish(struct model *model);

/* The body alone: the blocks of bytes [start, end of file). Links go to the model. */
void article_parse_body(struct model *model, enum locale_id locale, struct model_body *body);
/* "##", "-", "1.", ">" and so on: how a block is written, for messages. */
struct str article_block_sign(const struct store_block *block);

#endif
