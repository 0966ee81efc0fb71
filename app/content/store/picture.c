/* Pictures, with what the app writes on them. */
#include "content/store/store_private.h"

#include "base/check.h"
#include "base/svg_plain.h"

#include <stddef.h>
#include <string.h>

#define AT(field) offsetof(struct store_picture, field)
static const size_t picture_fields[] = {AT(id), AT(credit), AT(alt), AT(note), AT(licence)};
#undef AT
enum { COLUMN_SVG = ARRAY_LEN(picture_fields), COLUMN_WIDTH, COLUMN_HEIGHT };
enum { DISCS_MOST = 64, SIDE_MOST = 4096 }; /* of a damaged database */

/* Longer than other texts may be; what is longer still was not made by the compiler. */
static struct str
read_svg(struct store_rows *rows) {
    const char *text = (const char *)sqlite3_column_text(rows->statement, COLUMN_SVG);
    size_t n = text ? (size_t)sqlite3_column_bytes(rows->statement, COLUMN_SVG) : 0;
    return n <= SVG_BYTES_MAX ? arena_str(rows->arena, (struct str){text, n}) : (struct str){0};
}

static bool
read_discs(struct store *store, struct arena *arena, struct store_picture *out, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(struct store_disc));
    store_begin(&rows, store, QUERY_PICTURE_DISCS, arena, err);
    store_bind_str(&rows, 1, out->id);
    while (store_step(&rows)) {
        if (list.count < DISCS_MOST) {
            struct store_disc *disc = store_list_add(&list);
            disc->text = store_str(&rows, 0);
            disc->x = (float)store_int(&rows, 1, 0);
            disc->y = (float)store_int(&rows, 2, 0);
            disc->radius = (float)store_int(&rows, 3, 0);
        }
    }
    out->discs = list.items;
    out->disc_count = list.count;
    return store_end(&rows);
}

bool
store_picture(struct store *store, struct arena *arena, enum locale_id locale, struct str file,
    struct store_picture *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_picture){0};
    store_begin(&rows, store, QUERY_PICTURE, arena, err);
    store_bind_locale(&rows, 1, locale);
    store_bind_str(&rows, 2, file);
    while (store_step(&rows)) {
        store_fill(&rows, out, picture_fields, ARRAY_LEN(picture_fields));
        out->svg = read_svg(&rows);
        out->width = (float)sqlite3_column_double(rows.statement, COLUMN_WIDTH);
        out->height = (float)sqlite3_column_double(rows.statement, COLUMN_HEIGHT);
    }
    /* what a damaged database says is no size is not drawn */
    bool has_size =
        out->width >= 1 && out->height >= 1 && out->width <= SIDE_MOST && out->height <= SIDE_MOST;
    *found = out->svg.n > 0 && has_size;
    out->svg = *found ? out->svg : (struct str){0};
    return store_end(&rows) && (!*found || read_discs(store, arena, out, err));
}
