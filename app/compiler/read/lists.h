/* lists.h - the words that columns take. lists.csv beside this file has those that come with the
 * program, with their meanings: words of lists that a city may add to (TABLE_LISTS), and under
 * `table.column` those of closed lists, which messages explain. */
#ifndef COMPILER_READ_LISTS_H
#define COMPILER_READ_LISTS_H

#include "compiler/model.h"

/* After the city's own lists were read: adds what they do not have. A word that the city names
 * again has the city's name; what it leaves empty stays. */
void lists_add_builtin(struct model *model);
/* Like model_lacks(): false where not all of the lists could be read. */
bool lists_lack(struct model *model, struct str list, struct str word);

#endif
