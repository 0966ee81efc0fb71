/* categories.h - a list that is divided into categories shows one of them at a time:
 * `FOLDER?category=ID`, and `FOLDER?choose=category` is a page to choose one from. */
#ifndef SCREENS_CATEGORIES_H
#define SCREENS_CATEGORIES_H

#include "screens/screen.h"
#include "screens/words.h"
#include "ui/ui.h"

/* The categories of a list that have rows in FOLDER/ID/LOCALE, and the one that the path asks for;
 * where it asks for none of them, the first. */
struct categories {
    enum word_list list;
    const char *folder;
    struct str *ids;
    size_t count, cap;
    struct str selected;
    bool is_choosing; /* the path asks for the page, and there are several */
};
bool categories_load(struct categories *categories, struct screen *screen,
    const struct screen_env *env, enum word_list list, const char *folder, struct err *err);

/* Chips that lead to each of them. Where so many would fill the panel: the first one, the one that
 * is shown, and a chip that opens the page. */
void categories_chips(
    struct ui *ui, const struct screen_env *env, const struct categories *categories);
/* The page: a row for each of them. */
void categories_view(const struct screen *screen, const struct screen_env *env, struct ui *ui,
    const struct categories *categories);

/* The paths of all there may be; the first is what the bare name shows. */
void categories_paths(
    const struct screen_env *env, struct path_list *paths, enum word_list list, const char *folder);

#endif
