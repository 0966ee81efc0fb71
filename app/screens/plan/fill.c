#include "screens/plan/fill.h"

#include "base/sort.h"

/* What a plan says of a field, in one language; empty: nothing. */
static struct str
value_of(struct str word, const struct plan *plan, const struct screen_env *env,
    struct arena *arena, enum locale_id locale, struct str home, struct str partner) {
    struct edtf visit = {.from = plan->asked.day}, today = {.from = env->today};
    bool is_in = plan->asked.is_incoming; /* the visitors write */
    if (str_eq(word, STR("receiving-office"))) {
        return is_in ? home : partner;
    }
    if (str_eq(word, STR("sending-office"))) {
        return is_in ? partner : home;
    }
    if (str_eq(word, STR("visit-date")) && visit.from.precision == EDTF_DAY) {
        return i18n_date(env->i18n, arena, locale, &visit, false);
    }
    if (str_eq(word, STR("letter-date")) && today.from.precision == EDTF_DAY) {
        return i18n_date(env->i18n, arena, locale, &today, false);
    }
    return (struct str){0};
}

bool
fill_load(struct fill *fill, const struct plan *plan, const struct screen_env *env,
    struct arena *arena, struct err *err) {
    const struct store_word *words;
    size_t count;
    *fill = (struct fill){0};
    if (!store_words(env->store, STORE_LETTER_FIELDS, &words, &count, err)) {
        return false;
    }
    fill->fields = ARENA_ARRAY(arena, count * LOCALE_COUNT, struct fill_field);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct store_city home, partner;
        enum locale_id locale = (enum locale_id)i;
        bool has_home, has_partner;
        if (!store_city(env->store, arena, locale, plan->home.id, &home, &has_home, err) ||
            !store_city(env->store, arena, locale, plan->partner.id, &partner, &has_partner, err)) {
            return false;
        }
        for (size_t k = 0; has_home && has_partner && k < count; k++) {
            struct str value =
                value_of(words[k].word, plan, env, arena, locale, home.name, partner.name);
            if (value.n > 0) {
                fill->fields[fill->count++] = (struct fill_field){words[k].names[i], value};
            }
        }
    }
    return true;
}

static const struct fill_field *
field_named(const struct fill *fill, struct str name) {
    for (size_t i = 0; i < fill->count; i++) {
        if (str_eq(fill->fields[i].name, name)) {
            return &fill->fields[i];
        }
    }
    return NULL;
}

/* The next `{name}` from `*at` on. */
static bool
next_field(struct str text, size_t *at, size_t *start, struct str *name) {
    for (; *at < text.n; (*at)++) {
        size_t end = *at + 1;
        while (text.p[*at] == '{' && end < text.n && text.p[end] != '{' && text.p[end] != '}') {
            end++;
        }
        if (text.p[*at] == '{' && end < text.n && text.p[end] == '}') {
            *start = *at;
            *name = str_slice(text, *at + 1, end);
            *at = end + 1;
            return true;
        }
    }
    return false;
}

size_t
fill_count(const struct fill *fill, const struct store_block *block, size_t *all) {
    struct str name;
    size_t known = 0;
    *all = 0;
    for (size_t at = 0, start; next_field(block->text, &at, &start, &name);) {
        known += field_named(fill, name) ? 1 : 0;
        ++*all;
    }
    return known;
}

/* The text as it grows, and where each byte of the old one went. */
struct writing {
    struct str_buf text;
    size_t *moved;
    struct store_mark *marks;
    size_t mark_count;
};

static void
copy(struct writing *writing, struct str text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        writing->moved[i] = str_buf_str(&writing->text).n;
        str_buf_byte(&writing->text, text.p[i]);
    }
}

static void
write_value(struct writing *writing, struct str value, size_t from, size_t to) {
    size_t start = str_buf_str(&writing->text).n;
    for (size_t i = from; i < to; i++) {
        writing->moved[i] = start;
    }
    str_buf_add(&writing->text, value);
    writing->marks[writing->mark_count++] =
        (struct store_mark){.kind = MARK_STRONG, .start = start, .end = start + value.n};
}

static int
compare_marks(const void *a, const void *b) {
    const struct store_mark *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static const struct store_block *
finish(struct writing *writing, const struct store_block *block, struct arena *arena) {
    struct store_block *filled = ARENA_NEW(arena, struct store_block);
    *filled = *block;
    writing->moved[block->text.n] = str_buf_str(&writing->text).n;
    for (size_t i = 0; i < block->mark_count; i++) {
        struct store_mark *mark = &writing->marks[writing->mark_count++];
        *mark = block->marks[i];
        mark->start = writing->moved[mark->start];
        mark->end = writing->moved[mark->end];
    }
    sort_items(writing->marks, writing->mark_count, sizeof(writing->marks[0]), compare_marks);
    filled->text = arena_str(arena, str_buf_str(&writing->text));
    filled->marks = writing->marks;
    filled->mark_count = writing->mark_count;
    str_buf_finish(&writing->text);
    return filled;
}

const struct store_block *
fill_block(const struct fill *fill, const struct store_block *block, struct arena *arena) {
    struct writing writing = {0};
    struct str text = block->text, name;
    size_t all, known = fill_count(fill, block, &all), done = 0;
    if (known == 0) {
        return block;
    }
    writing.moved = ARENA_ARRAY(arena, text.n + 1, size_t);
    writing.marks = ARENA_ARRAY(arena, block->mark_count + known, struct store_mark);
    for (size_t at = 0, start; next_field(text, &at, &start, &name);) {
        const struct fill_field *field = field_named(fill, name);
        if (field) {
            copy(&writing, text, done, start);
            write_value(&writing, field->value, start, at);
            done = at;
        }
    }
    copy(&writing, text, done, text.n);
    return finish(&writing, block, arena);
}
