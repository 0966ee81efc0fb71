#include "screens/recent.h"

#include <string.h>

struct str
recent_at(const struct recent *recent, size_t index) {
    return (struct str){recent->queries[index].text, recent->queries[index].n};
}

void
recent_add(struct recent *recent, struct str query) {
    size_t at = 0;
    if (query.n == 0 || query.n > UI_FIELD_BYTES) {
        return;
    }
    while (at < recent->count && !str_eq(recent_at(recent, at), query)) {
        at++;
    }
    at = at < RECENT_MOST ? at : RECENT_MOST - 1;
    recent->count = at < recent->count ? recent->count : at + 1;
    memmove(&recent->queries[1], &recent->queries[0], at * sizeof(recent->queries[0]));
    explicit_bzero(&recent->queries[0], sizeof(recent->queries[0]));
    memcpy(recent->queries[0].text, query.p, query.n);
    recent->queries[0].n = query.n;
}

void
recent_forget(struct recent *recent) {
    explicit_bzero(recent, sizeof(*recent));
}
