/* Where the parts of an article come from: `source: ID, ID` closes what it speaks of. */
#include "compiler/check/check.h"

static const char *
next_id(struct str *rest, struct str *id) {
    struct str piece;
    while (rest->n > 0 && str_split(rest, ',', &piece)) {
        *id = str_trim(piece);
        if (id->n > 0) {
            return id->p;
        }
    }
    return NULL;
}

void
check_source_block(struct check *check, const struct store_block *block, struct diag_place place) {
    struct model *model = check->model;
    struct str rest = block->text, id;
    while (block->kind == BLOCK_SOURCE && next_id(&rest, &id)) {
        if (model_lacks(model, TABLE_SECTIONS, id)) {
            DIAG_ARGS(model->diag, DIAG_UNKNOWN_REFERENCE, place, id,
                str_from(content_tables[TABLE_SECTIONS].name),
                model_suggestion(model, TABLE_SECTIONS, id));
        }
    }
}

static bool
is_part_start(const struct store_block *block) {
    return block->kind == BLOCK_HEADING && block->level == 2;
}

/* Remarks speak for themselves, and what only leads on to another page claims nothing. */
static bool
claims(const struct store_block *block) {
    for (size_t i = 0; i < block->mark_count; i++) {
        if (block->marks[i].kind == MARK_LINK) {
            return false;
        }
    }
    return block->kind != BLOCK_HEADING && block->kind != BLOCK_NOTE;
}

static bool
has_source(const struct model_body *body) {
    for (size_t i = 0; i < body->count; i++) {
        if (body->blocks[i].kind == BLOCK_SOURCE) {
            return true;
        }
    }
    return false;
}

/* An article that names the source of one of its parts names that of each. */
void
check_sources_of(struct check *check, const struct model_body *body) {
    size_t head = SIZE_MAX;
    bool is_sourced = false, has_claims = false;
    for (size_t i = 0; has_source(body) && i <= body->count; i++) {
        bool is_end = i == body->count || is_part_start(&body->blocks[i]);
        if (is_end && head != SIZE_MAX && has_claims && !is_sourced) {
            DIAG_ARGS(check->model->diag, DIAG_PART_WITHOUT_SOURCE,
                ((struct diag_place){body->file, body->places[head]}), body->blocks[head].text);
        }
        if (is_end) {
            head = i;
            is_sourced = has_claims = false;
        } else if (body->blocks[i].kind == BLOCK_SOURCE) {
            is_sourced = true;
        } else {
            has_claims = has_claims || claims(&body->blocks[i]);
        }
    }
}
