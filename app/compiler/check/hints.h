/* hints.h - which record a misspelt reference may mean: the nearest id, or the one with that name.
 */
#ifndef COMPILER_CHECK_HINTS_H
#define COMPILER_CHECK_HINTS_H

#include "compiler/model.h"

/* " (kr?)" for KR, 韓国, 대한민국 or kt; nothing when no record is near. */
struct str hints_record(const struct model *model, enum table_id table, struct str id);
/* " (cities/shiomi?)" for shiomi, Shiomi or 汐見市, in the first table that has such a record. */
struct str hints_any_record(const struct model *model, struct str id);

#endif
