/* The content that comes with the program: no mistakes, and nothing lost on the way to the
 * database. Every row of every table, and every block, must come out of `dump` as it went in. */
#include "compiler/kit.h"

#include "base/map.h"
#include "compiler/check/check.h"
#include "compiler/write/dump.h"
#include "compiler/write/emit.h"
#include "compiler/read/load.h"
#include "test.h"

#include <sqlite3.h>

#define SOURCES NARU_SOURCE_DIR "/assets/content"

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diag diag;
    struct model model;
    const char *folder, *database;
};

static int
load_sources(void **state) {
    static struct fixture f;
    static const struct compile_options options = {0};
    struct err err = {0};
    arena_init(&f.arena);
    f.sources = (struct sources){.arena = &f.arena};
    diag_init(&f.diag, &f.arena, &f.sources);
    model_init(&f.model, &f.arena, &f.diag);
    f.folder = kit_folder(&f.arena, "sources");
    f.database = arena_printf(&f.arena, "%s/naru.db", f.folder).p;
    *state = &f;
    if (!load_folder(&f.model, SOURCES, LOCALE_EN, &err)) {
        print_error("%s\n", err.message);
        return -1;
    }
    check_all(&f.model, &options);
    diag_finish(&f.diag);
    return f.diag.errors > 0 || emit_database(&f.model, f.database, LOCALE_EN, &err) ? 0 : -1;
}

static int
drop_sources(void **state) {
    struct fixture *f = *state;
    model_finish(&f->model);
    kit_remove_tree(f->folder);
    arena_finish(&f->arena);
    return 0;
}

static void
test_sources__have_no_mistakes(void **state) {
    struct fixture *f = *state;
    if (f->diag.errors > 0) {
        struct str_buf out = {0};
        diag_print(&f->diag, LOCALE_EN, STR(SOURCES), &out);
        print_error("%s", out.p);
        str_buf_finish(&out);
    }
    assert_int_equal(f->diag.errors, 0);
}

static void
add_field(struct str_buf *line, const char *name, enum column_type type, struct str value) {
    double degrees;
    char number[32];
    str_buf_printf(line, "\t%s=", name);
    if (type == COLUMN_DEGREES && str_to_double(value, &degrees)) {
        sqlite3_snprintf(sizeof(number), number, "%!.15g", degrees);
        value = str_from(number);
    }
    for (size_t i = 0; i < value.n; i++) {
        str_buf_byte(line, value.p[i] == '\n' ? ' ' : value.p[i]);
    }
}

static void
expect_line(const struct map *lines, struct str_buf *line) {
    uint32_t ignored;
    if (!map_get(lines, str_hash(str_buf_str(line), 0), &ignored)) {
        fail_msg("the dump lacks: %s", line->p);
    }
    str_buf_clear(line);
}

static void
expect_rows(const struct model_table *rows, enum locale_id locale, const struct map *lines) {
    const struct table *table = rows->table;
    struct str_buf line = {0};
    for (size_t i = 0; i < rows->count; i++) {
        str_buf_add(&line, str_from(table->name));
        for (size_t j = 0; j < table->base_count + table->text_count; j++) {
            add_field(&line, table->columns[j].name, table->columns[j].type,
                rows->rows[i].cells[tables_cell(table, j, locale)].text);
        }
        expect_line(lines, &line);
    }
    str_buf_finish(&line);
}

static void
test_sources__come_out_of_the_database_whole(void **state) {
    struct fixture *f = *state;
    struct err err;
    for (int l = 0; l < LOCALE_COUNT; l++) {
        struct str_buf dump = {0};
        struct map lines = {0};
        size_t rows = 0, records = 0;
        assert_true(dump_database(f->database, (enum locale_id)l, false, &dump, &err));
        struct str rest = str_buf_str(&dump), line;
        while (str_split(&rest, '\n', &line)) {
            map_put(&lines, str_hash(line, 0), 1);
            rows += line.n > 0 && !str_starts(line, STR("blocks\t")) &&
                    !str_starts(line, STR("info\t"));
        }
        for (size_t i = 0; i < TABLE_COUNT; i++) {
            expect_rows(&f->model.tables[i], (enum locale_id)l, &lines);
            records += f->model.tables[i].count;
        }
        assert_int_equal(rows, records);
        map_finish(&lines);
        str_buf_finish(&dump);
    }
}

static void
test_sources__every_block_is_kept(void **state) {
    struct fixture *f = *state;
    struct err err = {0};
    struct store *store = store_open(f->database, &err);
    assert_non_null(store);
    for (size_t i = 0; i < f->model.article_count; i++) {
        const struct model_article *article = &f->model.articles[i];
        const struct model_row *row = &f->model.tables[TABLE_ARTICLES].rows[article->row];
        for (int l = 0; l < LOCALE_COUNT; l++) {
            const struct model_body *body = &article->bodies[l];
            struct store_block *blocks;
            size_t count;
            assert_true(store_blocks(store, &f->arena, (enum locale_id)l, row->cells[1].text,
                row->cells[2].text, &blocks, &count, &err));
            assert_int_equal(count, body->count);
            for (size_t j = 0; j < count; j++) {
                assert_true(str_eq(blocks[j].text, body->blocks[j].text));
                assert_int_equal(blocks[j].kind, body->blocks[j].kind);
                assert_int_equal(blocks[j].mark_count, body->blocks[j].mark_count);
            }
        }
    }
    store_close(store);
}

/* What a block is written in: what marks it from end to end, else its file's language. */
static enum locale_id
language_of(const struct store_block *block, enum locale_id locale) {
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        if (mark->kind == MARK_LANG && mark->start == 0 && mark->end == block->text.n) {
            locale_from_tag(mark->argument, &locale);
        }
    }
    return locale;
}

static size_t
count_fields(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.n; i++) {
        count += text.p[i] == '{';
    }
    return count;
}

static void
expect_same_letter(const struct model_article *article, size_t block) {
    for (int a = 0; a < LOCALE_COUNT; a++) {
        const struct store_block *one = &article->bodies[a].blocks[block];
        for (int b = a + 1; b < LOCALE_COUNT; b++) {
            const struct store_block *other = &article->bodies[b].blocks[block];
            bool is_one = language_of(one, (enum locale_id)a) == language_of(other, b);
            if (is_one && !str_eq(one->text, other->text)) {
                fail_msg("\"%.*s\" is \"%.*s\" in another file", STR_ARG(one->text),
                    STR_ARG(other->text));
            }
            assert_int_equal(count_fields(one->text), count_fields(other->text));
        }
    }
}

/* A letter stands in all three files of its article: what is sent is the same whatever language
 * the reader has chosen, and a field in one is a field in all. */
static void
test_sources__a_letter_is_the_same_in_every_language(void **state) {
    struct fixture *f = *state;
    size_t letters = 0;
    for (size_t i = 0; i < f->model.article_count; i++) {
        const struct model_article *article = &f->model.articles[i];
        const struct model_body *body = &article->bodies[LOCALE_KO];
        size_t fields = 0;
        for (size_t j = 0; j < body->count; j++) {
            expect_same_letter(article, j);
            fields += count_fields(body->blocks[j].text);
        }
        letters += fields > 0;
    }
    assert_true(letters >= 7);
}

static bool
is_declaration(const struct store_block *block) {
    return block->kind == BLOCK_BULLET && str_find(block->text, STR("} = {")) != SIZE_MAX;
}

static bool
declares(const struct model_body *body, struct str field) {
    for (size_t i = 0; i < body->count; i++) {
        if (is_declaration(&body->blocks[i]) && str_find(body->blocks[i].text, field) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static bool
uses(const struct model_body *body, struct str field) {
    for (size_t i = 0; i < body->count; i++) {
        if (!is_declaration(&body->blocks[i]) &&
            str_find(body->blocks[i].text, field) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

/* A plan fills what a letter lists, and a letter lists what it has. */
static void
test_sources__a_letter_lists_its_fields(void **state) {
    struct fixture *f = *state;
    for (size_t i = 0; i < f->model.article_count; i++) {
        const struct model_body *body = &f->model.articles[i].bodies[LOCALE_KO];
        for (size_t j = 0; j < body->count; j++) {
            struct str rest = body->blocks[j].text;
            for (size_t at; (at = str_find(rest, STR("{"))) != SIZE_MAX;) {
                rest = str_slice(rest, at, rest.n);
                struct str field = str_slice(rest, 0, str_find(rest, STR("}")) + 1);
                if (!declares(body, field) || !uses(body, field)) {
                    fail_msg("%.*s is not listed, or not used", STR_ARG(field));
                }
                rest = str_slice(rest, field.n, rest.n);
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sources__a_letter_is_the_same_in_every_language),
        cmocka_unit_test(test_sources__a_letter_lists_its_fields),
        cmocka_unit_test(test_sources__have_no_mistakes),
        cmocka_unit_test(test_sources__come_out_of_the_database_whole),
        cmocka_unit_test(test_sources__every_block_is_kept),
    };
    return cmocka_run_group_tests(tests, load_sources, drop_sources);
}
