#include "compiler/write/report.h"

#include "base/check.h"
#include "base/file.h"
#include "compiler/check/check.h"
#include "compiler/read/load.h"
#include "compiler/trouble.h"

#include <errno.h>
#include <inttypes.h>

#define STATE_FILE "translations.state"

struct record {
    struct str name; /* cities/hamamatsu */
    uint32_t hashes[LOCALE_COUNT];
    struct diag_place place;
};
struct records {
    struct record *items;
    size_t count;
};

/* 32 bits keep the state file short; it only says "changed or not" of one record. */
static uint32_t
fold_hash(uint64_t hash) {
    return (uint32_t)(hash ^ hash >> 32);
}

static uint32_t
hash_texts(const struct table *table, const struct model_row *row, enum locale_id locale) {
    uint64_t hash = 0;
    for (size_t i = table->base_count; i < table->base_count + table->text_count; i++) {
        hash = str_hash(row->cells[tables_cell(table, i, locale)].text, hash + i);
    }
    return fold_hash(hash);
}

static void
hash_bodies(const struct model *model, struct records *records, size_t first) {
    for (size_t i = 0; i < model->article_count; i++) {
        struct record *record = &records->items[first + model->articles[i].row];
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            const struct model_body *body = &model->articles[i].bodies[locale];
            for (size_t j = 0; j < body->count; j++) {
                record->hashes[locale] =
                    fold_hash(str_hash(body->blocks[j].text, record->hashes[locale]));
            }
        }
    }
}

static struct records
collect(const struct model *model) {
    struct records records = {0};
    size_t cap = 1, articles = 0;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        cap += model->tables[i].count;
    }
    records.items = ARENA_ARRAY(model->arena, cap, struct record);
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        const struct model_table *table = &model->tables[i];
        articles = i == TABLE_ARTICLES ? records.count : articles;
        for (size_t j = 0; j < table->count && table->table->text_count > 0; j++) {
            const struct model_row *row = &table->rows[j];
            if (sources_at(model->diag->sources, row->file)->is_outside) {
                continue; /* came with the program */
            }
            struct record *record = &records.items[records.count++];
            record->name = i == TABLE_ARTICLES
                               ? row->cells[0].text
                               : arena_printf(model->arena, "%s/%.*s", table->table->name,
                                     STR_ARG(row->cells[0].text));
            record->place = (struct diag_place){row->file, row->at};
            for (int locale = 0; locale < LOCALE_COUNT; locale++) {
                record->hashes[locale] = hash_texts(table->table, row, (enum locale_id)locale);
            }
        }
    }
    hash_bodies(model, &records, articles);
    return records;
}

/* Lines of "record ko ja en", hashes in hexadecimal. A line that is not so is ignored. */
static bool
parse_line(struct str line, struct record *record) {
    struct str piece;
    *record = (struct record){0};
    if (line.n == 0 || line.p[0] == '#' || !str_split(&line, ' ', &record->name)) {
        return false;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (!str_split(&line, ' ', &piece) || piece.n != 8) {
            return false;
        }
        for (size_t j = 0; j < piece.n; j++) {
            char c = piece.p[j];
            bool is_digit = c >= '0' && c <= '9';
            if (!is_digit && (c < 'a' || c > 'f')) {
                return false;
            }
            record->hashes[i] =
                record->hashes[i] << 4 | (uint32_t)(is_digit ? c - '0' : c - 'a' + 10);
        }
    }
    return true;
}

/* The accepted state by record name; empty where there is none yet. */
static struct records
read_state(struct arena *arena, const char *folder, struct map *by_name) {
    struct records state = {0};
    struct str path = arena_printf(arena, "%s/" STATE_FILE, folder), bytes, line;
    if (!file_exists(path.p) || !file_read(path.p, LOAD_FILE_LIMIT, arena, &bytes, NULL)) {
        return state;
    }
    size_t lines = 1;
    for (size_t i = 0; i < bytes.n; i++) {
        lines += bytes.p[i] == '\n';
    }
    state.items = ARENA_ARRAY(arena, lines, struct record);
    while (str_split(&bytes, '\n', &line)) {
        if (parse_line(str_trim(line), &state.items[state.count])) {
            map_put(by_name, str_hash(state.items[state.count].name, 0), (uint32_t)state.count);
            state.count++;
        }
    }
    return state;
}

enum { TITLE_STALE, TITLE_UNTRANSLATED, TITLE_READINGS, TITLE_GLYPHS, TITLE_NEW, TITLE_COUNT };
static const char *const titles[TITLE_COUNT][LOCALE_COUNT] = {
    [TITLE_STALE] = {"원문이 바뀐 뒤 고치지 않은 번역", "原文が変わったあと直されていない訳",
        "Translations older than their original"},
    [TITLE_UNTRANSLATED] = {"빠진 번역", "抜けている訳", "Missing translations"},
    [TITLE_READINGS] = {"빠진 읽기", "抜けている読み", "Missing readings"},
    [TITLE_GLYPHS] = {"글꼴에 없는 문자", "フォントにない文字", "Characters no font has"},
    [TITLE_NEW] = {"아직 확인하지 않은 기록(naru-content accept)",
        "まだ確認していない記録（naru-content accept）",
        "Records not accepted yet (naru-content accept)"},
};

static void
add_title(struct str_buf *out, int title, enum locale_id locale, size_t count) {
    str_buf_add(out, str_from(titles[title][locale]));
    str_buf_printf(out, ": %zu\n", count);
}

static void
add_place(struct str_buf *out, struct model *model, struct diag_place place) {
    struct source *source = sources_at(model->diag->sources, place.file);
    size_t line, column;
    source_position(source, model->arena, place.at, &line, &column);
    str_buf_printf(out, "  %.*s:%zu:%zu ", STR_ARG(source->path), line, column);
}

static void
add_stale(struct str_buf *out, struct model *model, const char *folder, enum locale_id locale) {
    struct records now = collect(model);
    struct map by_name = {0};
    struct records then = read_state(model->arena, folder, &by_name);
    struct str_buf lines = {0};
    size_t stale = 0, unknown = 0;
    for (size_t i = 0; i < now.count; i++) {
        const struct record *record = &now.items[i];
        uint32_t at;
        if (!map_get(&by_name, str_hash(record->name, 0), &at)) {
            unknown++;
            continue;
        }
        const uint32_t *old = then.items[at].hashes, *new = record->hashes;
        enum locale_id original = model->original;
        for (int l = 0; l < LOCALE_COUNT; l++) {
            if ((enum locale_id)l != original && old[original] != new[original] &&
                old[l] == new[l]) {
                add_place(&lines, model, record->place);
                str_buf_printf(
                    &lines, "%.*s %s\n", STR_ARG(record->name), locale_tag((enum locale_id)l));
                stale++;
            }
        }
    }
    add_title(out, TITLE_STALE, locale, stale);
    str_buf_add(out, str_buf_str(&lines));
    add_title(out, TITLE_NEW, locale, unknown);
    str_buf_finish(&lines);
    map_finish(&by_name);
}

static void
add_kind(struct str_buf *out, struct model *model, int title, enum locale_id locale,
    enum diag_kind a, enum diag_kind b) {
    struct diag *diag = model->diag;
    struct str_buf lines = {0};
    size_t count = 0;
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        if (item->kind == a || item->kind == b) {
            add_place(&lines, model, item->place);
            str_buf_printf(&lines, "%.*s %.*s\n", STR_ARG(item->args[0]), STR_ARG(item->args[1]));
            count++;
        }
    }
    add_title(out, title, locale, count);
    str_buf_add(out, str_buf_str(&lines));
    str_buf_finish(&lines);
}

struct desk {
    struct arena arena;
    struct sources sources;
    struct diag diag;
    struct model model;
};

static bool
desk_open(struct desk *desk, const char *folder, enum locale_id locale, struct err *err) {
    arena_init(&desk->arena);
    desk->sources = (struct sources){.arena = &desk->arena};
    diag_init(&desk->diag, &desk->arena, &desk->sources);
    model_init(&desk->model, &desk->arena, &desk->diag);
    return load_folder(&desk->model, folder, locale, err);
}

static void
desk_close(struct desk *desk) {
    model_finish(&desk->model);
    arena_finish(&desk->arena);
}

bool
report_folder(const char *folder, enum locale_id locale, const struct compile_options *options,
    struct str_buf *out, struct err *err) {
    struct desk desk;
    bool ok = desk_open(&desk, folder, locale, err);
    if (ok) {
        check_all(&desk.model, options);
        diag_finish(&desk.diag);
        add_kind(out, &desk.model, TITLE_UNTRANSLATED, locale, DIAG_MISSING_TRANSLATION,
            DIAG_ARTICLE_LANGUAGE);
        add_stale(out, &desk.model, folder, locale);
        add_kind(
            out, &desk.model, TITLE_READINGS, locale, DIAG_MISSING_READING, DIAG_MISSING_READING);
        add_kind(out, &desk.model, TITLE_GLYPHS, locale, DIAG_NO_GLYPH, DIAG_NO_GLYPH);
    }
    desk_close(&desk);
    return ok;
}

bool
report_accept(const char *folder, enum locale_id locale, struct err *err) {
    struct desk desk;
    bool ok = desk_open(&desk, folder, locale, err);
    if (ok) {
        struct records records = collect(&desk.model);
        struct str_buf out = {0};
        str_buf_add(&out, STR("# Written by naru-content accept: the texts as they were when their "
                              "translations were checked. Keep it with the sources.\n"));
        for (size_t i = 0; i < records.count; i++) {
            const struct record *record = &records.items[i];
            str_buf_printf(&out, "%.*s %08" PRIx32 " %08" PRIx32 " %08" PRIx32 "\n",
                STR_ARG(record->name), record->hashes[LOCALE_KO], record->hashes[LOCALE_JA],
                record->hashes[LOCALE_EN]);
        }
        struct str path = arena_printf(&desk.arena, "%s/" STATE_FILE, folder);
        ok = file_replace(path.p, str_buf_str(&out), NULL) ||
             trouble_with_path(err, ERR_IO, locale, TROUBLE_WRITE, path.p, errno);
        str_buf_finish(&out);
    }
    desk_close(&desk);
    return ok;
}
