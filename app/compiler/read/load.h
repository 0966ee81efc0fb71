/* load.h - reads a content folder into a model: which files there are, which column is where. Says
 * nothing about values; check.h does. */
#ifndef COMPILER_READ_LOAD_H
#define COMPILER_READ_LOAD_H

#include "compiler/model.h"

#define LOAD_FILE_LIMIT ((size_t)256 << 20) /* bytes */

/* False only when the folder itself cannot be read (said in `locale`); everything else goes to the
 * diagnostics. */
bool load_folder(struct model *model, const char *folder, enum locale_id locale, struct err *err);
/* One table file that is in memory already. False when its header does not say which column is
 * where: it lacks one that every row needs, or is no header at all. */
bool load_csv(struct model *model, struct model_table *table, uint32_t file);
/* The interface's words: DIR/ko.txt, ja.txt and, for English, root.txt. False when one cannot be
 * read (said in `locale`). */
bool load_words(struct model *model, const char *folder, enum locale_id locale, struct err *err);

#endif
