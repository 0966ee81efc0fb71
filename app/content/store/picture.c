/* Pictures, with what the app writes on them. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <math.h>
#include <stddef.h>

#define AT(field) offsetof(struct store_picture, field)
static const size_t picture_fields[] = {AT(id), AT(credit), AT(alt), AT(note), AT(licence)};
#undef AT
enum {
    COLUMN_WIDTH = ARRAY_LEN(picture_fields),
    COLUMN_HEIGHT,
    COLUMN_FOCAL_X,
    COLUMN_FOCAL_Y,
    COLUMN_BYTES
};
enum { DISCS_MOST = 64, SIDE_MOST = 4096, OF_MOST = 16 }; /* of a damaged database */

/* Longer than texts may be; what is longer still was not made by the compiler. */
static struct str
read_bytes(struct store_rows *rows) {
    const char *bytes = sqlite3_column_blob(rows->statement, COLUMN_BYTES);
    size_t n = bytes ? (size_t)sqlite3_column_bytes(rows->statement, COLUMN_BYTES) : 0;
    return n <= STORE_PICTURE_BYTES ? arena_str(rows->arena, (struct str){bytes, n})
                                    : (struct str){0};
}

static float
read_share(struct store_rows *rows, int column) {
    int64_t per_cent = store_int(rows, column, 50);
    return per_cent < 0 ? 0 : per_cent > 100 ? 1 : (float)per_cent / 100;
}

static void
read_picture(struct store_rows *rows, struct store_picture *out) {
    store_fill(rows, out, picture_fields, ARRAY_LEN(picture_fields));
    out->bytes = read_bytes(rows);
    out->hash = str_hash(out->bytes, 0);
    out->width = (float)sqlite3_column_double(rows->statement, COLUMN_WIDTH);
    out->height = (float)sqlite3_column_double(rows->statement, COLUMN_HEIGHT);
    out->focal_x = read_share(rows, COLUMN_FOCAL_X);
    out->focal_y = read_share(rows, COLUMN_FOCAL_Y);
}

/* What a damaged database says is no size is not drawn. */
static bool
is_size(double width, double height) {
    return width >= 1 && height >= 1 && width <= SIDE_MOST && height <= SIDE_MOST;
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
        read_picture(&rows, out);
    }
    *found = out->bytes.n > 0 && is_size((double)out->width, (double)out->height);
    out->bytes = *found ? out->bytes : (struct str){0};
    return store_end(&rows) && (!*found || read_discs(store, arena, out, err));
}

bool
store_picture_of(struct store *store, struct arena *arena, enum locale_id locale,
    struct str subject, struct str kind, float aspect, struct store_picture *out, bool *found,
    struct err *err) {
    struct store_rows rows;
    struct str file = {0};
    double nearest = 0;
    *out = (struct store_picture){0};
    store_begin(&rows, store, QUERY_PICTURES_OF, arena, err);
    store_bind_str(&rows, 1, subject);
    store_bind_str(&rows, 2, kind);
    for (int seen = 0; store_step(&rows) && seen < OF_MOST; seen++) {
        double width = sqlite3_column_double(rows.statement, 1),
               height = sqlite3_column_double(rows.statement, 2);
        double away =
            is_size(width, height) ? fabs(log(width / height / (double)aspect)) : HUGE_VAL;
        if (away < HUGE_VAL && (file.n == 0 || away < nearest)) {
            file = store_str(&rows, 0);
            nearest = away;
        }
    }
    *found = false;
    return store_end(&rows) &&
           (file.n == 0 || store_picture(store, arena, locale, file, out, found, err));
}
