/* pictures.h - the files of the folder pictures/: drawings (plain SVG) as they are, photographs
 * made ready (raster.h). What a panel could not show is reported where it is. */
#ifndef COMPILER_READ_PICTURES_H
#define COMPILER_READ_PICTURES_H

#include "compiler/model.h"

/* False when a picture has no such name, which is reported: it is not read then. */
bool pictures_take_name(struct model *model, struct str path, struct str name);
/* `is_read`: the source `file` has its bytes; otherwise why not was reported. */
void pictures_take(struct model *model, struct str name, uint32_t file, bool is_read);
/* pictures/map.svg is map.svg in pictures.csv: the folder goes without saying. */
void pictures_trim_names(struct model *model);

#endif
