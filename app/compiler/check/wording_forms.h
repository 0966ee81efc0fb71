/* wording_forms.h - which of several spellings of one thing is the usual one.
 *
 * A key is what the spellings have in common; a form is one of them. Forms are counted first, then
 * every occurrence is compared with the form counted most often; the earlier wins a tie. */
#ifndef COMPILER_CHECK_WORDING_FORMS_H
#define COMPILER_CHECK_WORDING_FORMS_H

#include "base/arena.h"
#include "base/map.h"

/* For what is decided and not merely usual: it outweighs any use. */
#define WORDING_DECIDED ((size_t)1 << 40)

struct wording_form {
    struct str form;
    size_t count, first; /* first: number of the text that had it first */
};
struct wording_forms {
    struct arena *arena;
    struct map forms; /* hash of key and form -> item */
    struct map best;  /* hash of key -> item */
    struct wording_form *items;
    size_t count, cap;
};

/* `form` is copied when it is new. */
void wording_forms_add(
    struct wording_forms *forms, struct str key, struct str form, size_t weight, size_t text);
/* The usual form, when that is another one; NULL otherwise. */
const struct wording_form *wording_forms_other(
    const struct wording_forms *forms, struct str key, struct str form);
void wording_forms_finish(struct wording_forms *forms);

#endif
