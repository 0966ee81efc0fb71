#include "personal/own_private.h"

#include "base/check.h"
#include "base/vec.h"
#include "base/xalloc.h"

#include <string.h>

const struct own_table own_tables[OWN_KINDS] = {
    [OWN_SETTING] = {"setting", "name", "value"},
    [OWN_BOOKMARK] = {"bookmark", "path", "title"},
    [OWN_NOTE] = {"note", "path", "text"},
    [OWN_VISIT] = {"visit", "partner", "path"},
    [OWN_TICK] = {"tick", "name", NULL},
};

static struct str
copied(struct str s) {
    char *p = xmalloc(s.n + 1);
    if (s.n > 0) {
        memcpy(p, s.p, s.n);
    }
    p[s.n] = '\0';
    return (struct str){p, s.n};
}

void
own_drop(struct own_entry *entry) {
    xfree((void *)(uintptr_t)entry->key.p);
    xfree((void *)(uintptr_t)entry->text.p);
    *entry = (struct own_entry){0};
}

void
own_append(struct own_list *list, int64_t id, struct str key, struct str text) {
    VEC_ROOM(list->items, list->count, list->cap, 1);
    list->items[list->count++] = (struct own_entry){id, copied(key), copied(text)};
    list->last_id = id > list->last_id ? id : list->last_id;
}

void
own_clear(struct own_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        own_drop(&list->items[i]);
    }
    xfree(list->items);
    *list = (struct own_list){.last_id = list->last_id, .is_dirty = list->is_dirty};
}

size_t
own_count(const struct own *own, enum own_kind kind) {
    return own->lists[kind].count;
}

const struct own_entry *
own_at(const struct own *own, enum own_kind kind, size_t index) {
    xassert(index < own->lists[kind].count);
    return &own->lists[kind].items[index];
}

const struct own_entry *
own_by_key(const struct own *own, enum own_kind kind, struct str key) {
    const struct own_list *list = &own->lists[kind];
    for (size_t i = 0; i < list->count; i++) {
        if (str_eq(list->items[i].key, key)) {
            return &list->items[i];
        }
    }
    return NULL;
}

const struct own_entry *
own_by_id(const struct own *own, enum own_kind kind, int64_t id) {
    const struct own_list *list = &own->lists[kind];
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].id == id) {
            return &list->items[i];
        }
    }
    return NULL;
}

/* Out of the list; the strings are the caller's. */
static struct own_entry
take(struct own_list *list, size_t at) {
    struct own_entry entry = list->items[at];
    memmove(
        &list->items[at], &list->items[at + 1], (list->count - at - 1) * sizeof(list->items[0]));
    list->count--;
    list->is_dirty = true;
    return entry;
}

static bool
is_taken(struct str key, struct str text) {
    return key.n <= OWN_TEXT_BYTES && text.n <= OWN_TEXT_BYTES;
}

int64_t
own_add(struct own *own, enum own_kind kind, struct str key, struct str text) {
    struct own_list *list = &own->lists[kind];
    if (!is_taken(key, text)) {
        return 0;
    }
    if (list->count >= OWN_MOST) {
        if (kind != OWN_SETTING && kind != OWN_TICK) {
            return 0;
        }
        struct own_entry oldest = take(list, 0);
        own_drop(&oldest);
    }
    own_append(list, list->last_id + 1, key, text);
    list->is_dirty = true;
    return list->last_id;
}

bool
own_write(struct own *own, enum own_kind kind, int64_t id, struct str text) {
    const struct own_entry *found = own_by_id(own, kind, id);
    if (!found || !is_taken(found->key, text)) {
        return false;
    }
    if (!str_eq(found->text, text)) {
        struct own_entry *entry = &own->lists[kind].items[(size_t)(found - own->lists[kind].items)];
        struct str next = copied(text);
        xfree((void *)(uintptr_t)entry->text.p);
        entry->text = next;
        own->lists[kind].is_dirty = true;
    }
    return true;
}

bool
own_put(struct own *own, enum own_kind kind, struct str key, struct str text) {
    const struct own_entry *entry = own_by_key(own, kind, key);
    return entry ? own_write(own, kind, entry->id, text) : own_add(own, kind, key, text) > 0;
}

bool
own_remove(struct own *own, enum own_kind kind, int64_t id) {
    const struct own_entry *found = own_by_id(own, kind, id);
    if (!found) {
        return false;
    }
    size_t at = (size_t)(found - own->lists[kind].items);
    struct own_entry entry = take(&own->lists[kind], at);
    if (kind == OWN_SETTING || kind == OWN_TICK) {
        own_drop(&entry);
        return true;
    }
    own_drop(&own->removed);
    own->removed = entry;
    own->removed_kind = kind;
    own->removed_from = at;
    return true;
}

bool
own_undo(struct own *own) {
    struct own_list *list = &own->lists[own->removed_kind];
    if (own->removed.id == 0) {
        return false;
    }
    size_t at = own->removed_from < list->count ? own->removed_from : list->count;
    VEC_ROOM(list->items, list->count, list->cap, 1);
    memmove(&list->items[at + 1], &list->items[at], (list->count - at) * sizeof(list->items[0]));
    list->items[at] = own->removed;
    list->count++;
    list->is_dirty = true;
    own->removed = (struct own_entry){0};
    return true;
}

const struct own_entry *
own_removed(const struct own *own, enum own_kind *kind) {
    *kind = own->removed_kind;
    return own->removed.id > 0 ? &own->removed : NULL;
}
