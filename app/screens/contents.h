/* contents.h - what the loaded content has, part by part: the tiles of the home screen, and what
 * can be searched. An officer's own content may have no glossary and no schools. */
#ifndef SCREENS_CONTENTS_H
#define SCREENS_CONTENTS_H

#include "screens/screen.h"

struct contents_part {
    const char *path, *icon;
    enum msg title, text;
    bool is_searched; /* what is in it can be found */
};

struct contents {
    const struct contents_part **parts; /* those that are not empty */
    size_t *counts;                     /* of what is in them; 0: it is one page */
    size_t count;
};
/* `info` as store_info() gave it. */
bool contents_load(struct contents *contents, const struct screen_env *env, struct arena *arena,
    const struct store_info *info, struct err *err);

#endif
