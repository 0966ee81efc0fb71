#include "personal/own_private.h"

#include "base/check.h"
#include "base/log.h"
#include "base/xalloc.h"

#include <stdlib.h>
#include <string.h>

struct own *
own_open(const char *path) {
    struct own *own = xcalloc(1, sizeof(*own));
    own->path = xstrdup(path);
    own->since_ms = OWN_NEVER;
    own_file_open(own);
    return own;
}

void
own_close(struct own *own) {
    if (!own) {
        return;
    }
    if (!own_is_saved(own)) {
        own_file_save(own);
    }
    own_file_close(own);
    for (int i = 0; i < OWN_KINDS; i++) {
        own_clear(&own->lists[i]);
    }
    own_drop(&own->removed);
    xfree(own->path);
    xfree(own);
}

void
own_erase(struct own *own) {
    for (int i = 0; i < OWN_KINDS; i++) {
        own_clear(&own->lists[i]);
        own->lists[i].is_dirty = true;
    }
    own_drop(&own->removed);
    own->is_erased = true;
    own_file_drop_damaged(own->path);
}

bool
own_is_saved(const struct own *own) {
    for (int i = 0; i < OWN_KINDS; i++) {
        if (own->lists[i].is_dirty) {
            return false;
        }
    }
    return true;
}

/* What a finger did is written at once. */
static bool
is_urgent(const struct own *own) {
    return own->is_erased || own->lists[OWN_BOOKMARK].is_dirty || own->lists[OWN_VISIT].is_dirty ||
           own->lists[OWN_TICK].is_dirty;
}

static bool
is_failing(const struct own *own) {
    return own->trouble == OWN_UNSAVED || own->trouble == OWN_BUSY;
}

static uint64_t
due_ms(const struct own *own, uint64_t now_ms) {
    if (own->trouble == OWN_FOREIGN) {
        return OWN_NEVER;
    }
    if (is_failing(own)) {
        return own->retry_ms;
    }
    if (own_is_saved(own)) {
        return OWN_NEVER;
    }
    uint64_t since_ms = own->since_ms == OWN_NEVER ? now_ms : own->since_ms;
    return is_urgent(own) ? since_ms : since_ms + OWN_DELAY_MS;
}

uint64_t
own_deadline(const struct own *own, uint64_t now_ms) {
    return due_ms(own, now_ms);
}

bool
own_turn(struct own *own, uint64_t now_ms) {
    if (own->since_ms == OWN_NEVER && !own_is_saved(own)) {
        own->since_ms = now_ms;
    }
    if (now_ms < due_ms(own, now_ms)) {
        return true;
    }
    enum own_trouble before = own->trouble;
    bool ok = own_file_save(own);
    own->since_ms = OWN_NEVER;
    own->retry_ms = now_ms + OWN_RETRY_MS;
    if (!ok && own->trouble != before) {
        log_write(LOG_WARN, "own", "%s", own->why.message);
    }
    return ok;
}

enum own_trouble
own_trouble(const struct own *own, struct str *words) {
    *words = own->trouble == OWN_FINE ? (struct str){0} : str_from(own->why.message);
    return own->trouble;
}

void
own_write_text(const struct own *own, const struct str names[OWN_KINDS], struct str_buf *out) {
    for (int i = 0; i < OWN_KINDS; i++) {
        const struct own_list *list = &own->lists[i];
        if (list->count > 0) {
            str_buf_printf(out, "%s%.*s\n", out->n > 0 ? "\n" : "", STR_ARG(names[i]));
        }
        for (size_t k = 0; k < list->count; k++) {
            const struct own_entry *entry = &list->items[k];
            const char *between = entry->key.n > 0 && entry->text.n > 0 ? "\t" : "";
            str_buf_printf(out, "%.*s%s%.*s\n", STR_ARG(entry->key), between, STR_ARG(entry->text));
        }
    }
}

bool
own_default_path(struct str_buf *out) {
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && *data == '/') {
        str_buf_printf(out, "%s/naru/own.db", data);
    } else if (home && *home == '/') {
        str_buf_printf(out, "%s/.local/share/naru/own.db", home);
    }
    return out->n > 0;
}
