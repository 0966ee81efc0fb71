#include "compiler/write/state.h"

#include "base/file.h"
#include "base/vec.h"
#include "compiler/trouble.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

#define STATE_FILE "translations.state"
#define STATE_BYTES ((size_t)256 << 20)

/* 32 bits keep the file short; they only say "changed or not" of one record. */
static uint32_t
fold_hash(uint64_t hash) {
    return (uint32_t)(hash ^ hash >> 32);
}

/* One line: breaks and tabs are spaces. */
static struct str
flat(struct arena *arena, struct str text) {
    struct str_buf out = {0};
    for (size_t i = 0; i < text.n; i++) {
        bool is_break = text.p[i] == '\n' || text.p[i] == '\r' || text.p[i] == '\t';
        str_buf_byte(&out, is_break ? ' ' : text.p[i]);
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

/* Texts of a row; `body` NULL for what is no article. */
static void
read_record(const struct model *model, const struct table *table, const struct model_row *row,
    const struct model_article *article, struct state_record *record) {
    size_t texts = table->text_count;
    size_t blocks = article ? article->bodies[model->original].count : 0, count = 0;
    record->pieces = ARENA_ARRAY(model->arena, texts + blocks, struct state_piece);
    for (int l = 0; l < LOCALE_COUNT; l++) {
        uint64_t hash = 0;
        for (size_t i = table->base_count; i < table->base_count + texts; i++) {
            struct str text = row->cells[tables_cell(table, i, (enum locale_id)l)].text;
            hash = str_hash(text, hash + i);
            if ((enum locale_id)l == model->original && text.n > 0) {
                record->pieces[count++] = (struct state_piece){
                    str_from(table->columns[i].name), flat(model->arena, text)};
            }
        }
        record->hashes[l] = fold_hash(hash);
        const struct model_body *body = article ? &article->bodies[l] : NULL;
        for (size_t i = 0; body && i < body->count; i++) {
            struct str text = body->blocks[i].text;
            record->hashes[l] = fold_hash(str_hash(text, record->hashes[l]));
            if ((enum locale_id)l == model->original) {
                record->pieces[count++] = (struct state_piece){STR("¶"), flat(model->arena, text)};
            }
        }
    }
    record->piece_count = count;
}

static void
add_record(struct state *state, const struct model *model, size_t table, size_t i,
    const struct model_article *article) {
    const struct model_row *row = &model->tables[table].rows[i];
    const struct table *t = model->tables[table].table;
    if (sources_at(model->diag->sources, row->file)->is_outside) {
        return; /* came with the program */
    }
    struct state_record *record = &state->items[state->count];
    record->name = table == TABLE_ARTICLES ? row->cells[0].text
                                           : arena_printf(model->arena, "%s/%.*s", t->name,
                                                 STR_ARG(row->cells[0].text));
    record->place = (struct diag_place){row->file, row->at};
    read_record(model, t, row, article, record);
    map_put(&state->by_name, str_hash(record->name, 0), (uint32_t)state->count++);
}

struct state
state_now(const struct model *model) {
    struct state state = {.original = model->original};
    size_t cap = 1;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        cap += model->tables[i].count;
    }
    state.items = ARENA_ARRAY(model->arena, cap, struct state_record);
    for (size_t i = 0; i < TABLE_ARTICLES; i++) {
        size_t rows = content_tables[i].text_count > 0 ? model->tables[i].count : 0;
        for (size_t j = 0; j < rows; j++) {
            add_record(&state, model, i, j, NULL);
        }
    }
    for (size_t i = 0; i < model->article_count; i++) {
        add_record(&state, model, TABLE_ARTICLES, model->articles[i].row, &model->articles[i]);
    }
    return state;
}

static bool
parse_hash(struct str piece, uint32_t *hash) {
    *hash = 0;
    for (size_t i = 0; i < piece.n; i++) {
        char c = piece.p[i];
        bool is_digit = c >= '0' && c <= '9';
        if (!is_digit && (c < 'a' || c > 'f')) {
            return false;
        }
        *hash = *hash << 4 | (uint32_t)(is_digit ? c - '0' : c - 'a' + 10);
    }
    return piece.n == 8;
}

/* "record ko ja en" */
static bool
parse_record(struct str line, struct state_record *record) {
    struct str piece;
    *record = (struct state_record){0};
    if (line.n == 0 || line.p[0] == '#' || !str_split(&line, ' ', &record->name)) {
        return false;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (!str_split(&line, ' ', &piece) || !parse_hash(piece, &record->hashes[i])) {
            return false;
        }
    }
    return true;
}

/* A line that begins with a tab belongs to the record before. Pieces follow each other in memory.
 */
static void
parse_line(struct state *state, struct str line, struct state_piece *pieces, size_t *used) {
    const struct str original = STR_INIT("#original ");
    struct state_record *last = state->count > 0 ? &state->items[state->count - 1] : NULL;
    if (str_starts(line, STR("\t"))) {
        struct str rest = str_slice(line, 1, line.n), label;
        if (last && str_split(&rest, '\t', &label)) {
            last->pieces = last->pieces ? last->pieces : &pieces[*used];
            last->piece_count++;
            pieces[(*used)++] = (struct state_piece){label, rest};
        }
    } else if (str_starts(line, original)) {
        locale_from_tag(str_trim(str_slice(line, original.n, line.n)), &state->original);
    } else if (parse_record(str_trim(line), &state->items[state->count])) {
        map_put(
            &state->by_name, str_hash(state->items[state->count].name, 0), (uint32_t)state->count);
        state->count++;
    }
}

struct state
state_read(struct arena *arena, const char *folder) {
    struct state state = {0};
    struct str path = arena_printf(arena, "%s/" STATE_FILE, folder), bytes, line;
    if (!file_exists(path.p) || !file_read(path.p, STATE_BYTES, arena, &bytes, NULL)) {
        return state;
    }
    size_t lines = 1, used = 0;
    for (size_t i = 0; i < bytes.n; i++) {
        lines += bytes.p[i] == '\n';
    }
    state.items = ARENA_ARRAY(arena, lines, struct state_record);
    struct state_piece *pieces = ARENA_ARRAY(arena, lines, struct state_piece);
    while (str_split(&bytes, '\n', &line)) {
        line.n -= line.n > 0 && line.p[line.n - 1] == '\r';
        parse_line(&state, line, pieces, &used);
    }
    return state;
}

void
state_finish(struct state *state) {
    map_finish(&state->by_name);
}

const struct state_record *
state_find(const struct state *state, struct str name) {
    uint32_t at;
    bool is_there = map_get(&state->by_name, str_hash(name, 0), &at);
    return is_there ? &state->items[at] : NULL;
}

bool
state_is_stale(const struct state_record *then, const struct state_record *now,
    enum locale_id original, enum locale_id translation) {
    return translation != original && then->hashes[original] != now->hashes[original] &&
           then->hashes[translation] == now->hashes[translation];
}

static bool
is_same_piece(const struct state_piece *a, const struct state_piece *b) {
    return str_eq(a->label, b->label) && str_eq(a->text, b->text);
}

static bool
has_piece(const struct state_record *record, size_t from, size_t to, const struct state_piece *p) {
    for (size_t i = from; i < to; i++) {
        if (is_same_piece(&record->pieces[i], p)) {
            return true;
        }
    }
    return false;
}

/* Pieces [from, end) of `record` that the other one does not have between `from` and its end. */
static void
add_pieces(struct str_buf *out, char sign, const struct state_record *record, size_t from,
    size_t end, const struct state_record *other, size_t other_end) {
    for (size_t i = from; i < end; i++) {
        const struct state_piece *piece = &record->pieces[i];
        if (!has_piece(other, from, other_end, piece)) {
            str_buf_printf(
                out, "    %c %.*s: %.*s\n", sign, STR_ARG(piece->label), STR_ARG(piece->text));
        }
    }
}

void
state_add_changes(
    struct str_buf *out, const struct state_record *then, const struct state_record *now) {
    size_t from = 0, then_end = then->piece_count, now_end = now->piece_count;
    while (from < then_end && from < now_end &&
           is_same_piece(&then->pieces[from], &now->pieces[from])) {
        from++;
    }
    while (then_end > from && now_end > from &&
           is_same_piece(&then->pieces[then_end - 1], &now->pieces[now_end - 1])) {
        then_end--;
        now_end--;
    }
    add_pieces(out, '-', then, from, then_end, now, now_end);
    add_pieces(out, '+', now, from, now_end, then, then_end);
}

static void
write_record(struct str_buf *out, const struct state_record *record) {
    str_buf_add(out, record->name);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_printf(out, " %08" PRIx32, record->hashes[i]);
    }
    str_buf_byte(out, '\n');
    for (size_t i = 0; i < record->piece_count; i++) {
        str_buf_printf(out, "\t%.*s\t%.*s\n", STR_ARG(record->pieces[i].label),
            STR_ARG(record->pieces[i].text));
    }
}

static void
write_head(struct str_buf *out, enum locale_id original) {
    str_buf_add(out, STR("# Written by naru-content accept: the texts as they were when their "
                         "translations were checked. Keep it with the sources.\n"));
    str_buf_printf(out, "#original %s\n", locale_tag(original));
}

/* Before the first time nothing was accepted; that can be taken back, too. */
bool
state_write(const char *folder, const struct state *state, enum locale_id locale, struct err *err) {
    struct arena arena;
    struct str_buf out = {0}, none = {0};
    struct str before;
    arena_init(&arena);
    struct str path = arena_printf(&arena, "%s/" STATE_FILE, folder);
    struct str previous = arena_printf(&arena, "%s/" STATE_FILE ".previous", folder);
    write_head(&out, state->original);
    write_head(&none, state->original);
    for (size_t i = 0; i < state->count; i++) {
        write_record(&out, &state->items[i]);
    }
    if (!file_read(path.p, STATE_BYTES, &arena, &before, NULL)) {
        before = str_buf_str(&none);
    }
    bool ok = true;
    if (!str_eq(before, str_buf_str(&out))) {
        ok = file_replace(previous.p, before, NULL) ||
             trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, previous.p, errno);
    }
    ok = ok && (file_replace(path.p, str_buf_str(&out), NULL) ||
                   trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, path.p, errno));
    str_buf_finish(&out);
    str_buf_finish(&none);
    arena_finish(&arena);
    return ok;
}

bool
state_undo(const char *folder, enum locale_id locale, struct err *err) {
    struct arena arena;
    struct str before, now;
    arena_init(&arena);
    struct str path = arena_printf(&arena, "%s/" STATE_FILE, folder);
    struct str previous = arena_printf(&arena, "%s/" STATE_FILE ".previous", folder);
    bool ok = file_read(previous.p, STATE_BYTES, &arena, &before, NULL) ||
              trouble_with_path(err, ERR_MISSING, locale, TROUBLE_NO_UNDO, previous.p, errno);
    if (ok && !file_read(path.p, STATE_BYTES, &arena, &now, NULL)) {
        now = (struct str){0};
    }
    /* the older one last: what stands under its name is whole at every moment */
    ok = ok && (file_replace(path.p, before, NULL) ||
                   trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, path.p, errno));
    ok = ok && (file_replace(previous.p, now, NULL) ||
                   trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, previous.p, errno));
    arena_finish(&arena);
    return ok;
}
