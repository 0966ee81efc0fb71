#include "compiler/check/structure.h"

#include "base/utf8.h"
#include "compiler/read/article.h"

static bool
is_same_block(const struct store_block *a, const struct store_block *b) {
    return a->kind == b->kind && a->level == b->level && a->number == b->number &&
           (a->kind != BLOCK_SOURCE || str_eq(a->text, b->text));
}

/* The first block that differs; `*is_alike` when none does. */
static size_t
first_difference(const struct model_body *a, const struct model_body *b, bool *is_alike) {
    size_t i = 0;
    while (i < a->count && i < b->count && is_same_block(&a->blocks[i], &b->blocks[i])) {
        i++;
    }
    *is_alike = i == a->count && i == b->count;
    return i;
}

static bool
is_alike(const struct model_body *a, const struct model_body *b) {
    bool alike;
    first_difference(a, b, &alike);
    return alike;
}

/* How block `i` is written; sources with their ids, by which they differ. */
static struct str
sign_at(struct model *model, const struct model_body *body, size_t i) {
    if (i >= body->count) {
        return STR("∅");
    }
    struct str sign = article_block_sign(&body->blocks[i]);
    return body->blocks[i].kind == BLOCK_SOURCE ? arena_printf(model->arena, "%.*s %.*s",
                                                      STR_ARG(sign), STR_ARG(body->blocks[i].text))
                                                : sign;
}

/* Only the first difference: everything after it would be reported again and again. */
static void
compare(struct check *check, const struct model_body *right, const struct model_body *other) {
    struct model *model = check->model;
    bool alike;
    size_t i = first_difference(right, other, &alike);
    if (alike) {
        return;
    }
    struct str there = sign_at(model, right, i), here = sign_at(model, other, i);
    struct source *source = sources_at(model->diag->sources, other->file);
    uint32_t at = i < other->count ? other->places[i] : (uint32_t)source->bytes.n;
    DIAG_ARGS(model->diag, DIAG_STRUCTURE_DIFFERS, ((struct diag_place){other->file, at}),
        sources_at(model->diag->sources, right->file)->path,
        arena_printf(model->arena, "%zu", i + 1), there, here);
}

/* The body that most others are built like; where there is no such, that of the original, or the
 * first there is. */
static const struct model_body *
find_right(const struct model *model, const struct model_body *const *bodies, size_t count) {
    const struct model_body *right = NULL;
    size_t most = 1;
    for (size_t i = 0; i < count; i++) {
        size_t alike = 0;
        for (size_t j = 0; j < count; j++) {
            alike += is_alike(bodies[i], bodies[j]);
        }
        bool is_original = bodies[i]->locale == model->original;
        if (!right || alike > most || (alike == most && is_original)) {
            right = bodies[i];
            most = alike;
        }
    }
    return right;
}

void
structure_compare(struct check *check, const struct model_article *article) {
    const struct model_body *bodies[LOCALE_COUNT];
    size_t count = 0;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (article->bodies[i].is_present && article->bodies[i].count > 0) {
            bodies[count++] = &article->bodies[i];
        }
    }
    const struct model_body *right = find_right(check->model, bodies, count);
    for (size_t i = 0; i < count; i++) {
        compare(check, right, bodies[i]);
    }
}

/* The signs that word processors put before items. */
static bool
is_bullet(uint32_t c) {
    return c == 0x2022 || c == 0x25E6 || c == 0x25AA || c == 0x25AB || c == 0x25CF || c == 0x25CB ||
           c == 0x25A0 || c == 0x25A1 || c == 0x25C6 || c == 0x25C7 || c == 0x2023 || c == 0x2219 ||
           c == 0x30FB || c == 0x00B7 || c == 0xFF65 || c == 0x25B6 || c == 0x25B7 || c == 0x2043;
}

void
structure_check_bullets(struct check *check, const struct model_body *body) {
    struct str bytes = sources_at(check->model->diag->sources, body->file)->bytes, line;
    struct str rest = str_slice(bytes, body->start, bytes.n);
    bool was_one = false;
    while (str_split(&rest, '\n', &line)) {
        struct str text = str_trim(line);
        size_t end = 0;
        uint32_t c = text.n > 0 ? utf8_next(text, &end) : 0;
        bool is_one = is_bullet(c);
        if (is_one && !was_one) { /* once for lines that follow each other */
            DIAG_ARGS(check->model->diag, DIAG_BULLET_SIGN,
                ((struct diag_place){body->file, (uint32_t)(text.p - bytes.p)}),
                str_slice(text, 0, end));
        }
        was_one = is_one;
    }
}
