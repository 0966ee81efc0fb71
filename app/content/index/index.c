/* One pass over what can be found, in order of importance, so that postings grow at their ends. */
#include "content/search_index.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "content/index/docs.h"
#include "content/index/forms.h"
#include "content/index/keywords.h"
#include "content/search/ask/function.h"
#include "content/search/terms.h"
#include "content/search/text.h"
#include "content/search/variants.h"
#include "i18n/edtf.h"
#include "i18n/stems.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_UNITS_MAX = 12 }; /* of a word worth another spelling */

struct builder {
    struct arena scratch; /* of one document */
    struct arena arena;   /* of the build */
    struct search_place_words places;
    struct search_terms terms;
    struct search_variants variants;
    struct search_forms forms;
    struct search_sql insert_doc, insert_text;
    struct str_buf kinds; /* see schema.sql */
    const char *kind;     /* of the document before */
    uint32_t kind_first;
    struct str_buf parents; /* 4 bytes a document, least significant first */
    uint32_t doc, doc_count, concept_count;
    uint32_t worded; /* documents that are found by words, too */
    bool is_place;
    bool is_title; /* the name that is being added is one in the visitor's language */
};

static void
add_name_key(void *self, struct str key, struct str spaced, bool is_part) {
    struct builder *b = self;
    struct str strokes = fold_spelling(&b->scratch, FOLD_KEYSTROKES, key);
    bool is_sentence = !b->is_place && !str_eq(key, spaced);
    if (is_sentence) { // what begins with two of its words does not begin with one that joins them
        if (!is_part) {
            search_terms_add(&b->terms, SEARCH_JOINED_NAME, strokes, b->doc);
        }
        strokes = fold_spelling(&b->scratch, FOLD_KEYSTROKES, spaced);
    }
    search_terms_add(&b->terms, is_part ? SEARCH_NAME_PART : SEARCH_NAME, strokes, b->doc);
    search_variants_add_name(&b->variants, key, is_part, b->is_place || !b->is_title);
}

static void
add_name(struct builder *b, struct str name) {
    search_name_keys(&b->scratch, name, b->is_place ? &b->places : NULL, add_name_key, b);
}

static void
add_lines(struct builder *b, struct str lines, void (*add)(struct builder *b, struct str line)) {
    struct str line;
    while (str_split(&lines, '\n', &line)) {
        add(b, line);
    }
}

/* 国際こう on the way to 国際交流: the beginning of a name is chosen, the rest is still a reading.
 */
static void
add_mixed_name(struct builder *b, struct str title, struct str reading) {
    enum { LEAST = 2, MOST = 4, READINGS_MAX = 24 };
    struct str readings[READINGS_MAX];
    size_t at = 0;
    for (size_t n = 1; n <= MOST && at < title.n; n++) {
        bool is_han = fold_class(utf8_next(title, &at)) == FOLD_HAN;
        if (!is_han || at == title.n) {
            return;
        }
        struct str head = str_slice(title, 0, at);
        size_t count = n < LEAST ? 0
                                 : search_readings_of(&b->forms.readings, &b->scratch, head,
                                       readings, READINGS_MAX);
        for (size_t i = 0; i < count; i++) {
            if (str_starts(reading, readings[i]) && reading.n > readings[i].n) {
                struct str rest = str_slice(reading, readings[i].n, reading.n);
                add_name(b, arena_printf(&b->scratch, "%.*s%.*s", STR_ARG(head), STR_ARG(rest)));
                break;
            }
        }
    }
}

/* Of the other names of a document those that are how its Japanese title reads. */
static void
add_mixed_names(struct builder *b, const struct search_doc *doc) {
    struct str title = fold_key(&b->scratch, str_buf_str(&doc->title[locale_writing(LOCALE_KANA)]));
    struct str rest = str_buf_str(&doc->names), line;
    while (doc->has_name && str_split(&rest, '\n', &line)) {
        struct str reading = fold_key(&b->scratch, line);
        if (fold_is_all(reading, FOLD_KANA)) {
            add_mixed_name(b, title, reading);
        }
    }
}

/* Stretches of Hangul or kana for their other spellings: 규슈지방은 is how 큐슈 finds the text. */
static void
add_words_of(struct builder *b, const struct fold *fold, enum fold_class class, bool has_initials) {
    for (size_t at = 0; at < fold->count;) {
        size_t to = at;
        while (to < fold->count && fold_class(fold->units[to].code_point) == class) {
            to++;
        }
        if (to - at >= 2) {
            size_t end = to - at > WORD_UNITS_MAX ? at + WORD_UNITS_MAX : to;
            struct str key = fold_units_key(&b->scratch, fold, at, end);
            search_variants_add_word(&b->variants, key, has_initials);
        }
        at = to > at ? to : at + 1;
    }
}

static void
add_text(struct builder *b, enum search_field field, struct str text) {
    struct fold fold = fold_text(&b->scratch, text);
    struct search_cut cut;
    for (size_t at = 0; search_cut_next(&fold, &at, &cut);) {
        struct str key = search_cut_key(&b->scratch, &fold, &cut);
        search_terms_add(&b->terms, field, key, b->doc);
        if (cut.is_word) {
            search_variants_add_word(&b->variants, key, false);
        }
        if (cut.is_start) {
            key = search_cut_start_key(&b->scratch, &fold, &cut);
            search_terms_add(&b->terms, field, key, b->doc);
        }
    }
    enum search_field stems = field == SEARCH_TITLE ? SEARCH_STEM : SEARCH_BODY_STEM;
    search_forms_add_stems(&b->forms, &b->terms, stems, text, &fold, b->doc);
    search_forms_add_okurigana(&b->forms, &b->scratch, &b->variants, text, &fold);
    search_forms_add_amounts(&b->scratch, &b->terms, &fold, b->doc);
    add_words_of(b, &fold, FOLD_HANGUL, field == SEARCH_TITLE);
    add_words_of(b, &fold, FOLD_KANA, false);
    struct fold_date date, other;
    for (size_t at = 0; fold_date_next(&fold, at, &date, &other); at = date.to) {
        for (int year = date.year; year <= date.year_to; year++) {
            struct str year_term = search_date_term(&b->scratch, year, 0, 0);
            struct str month = search_date_term(&b->scratch, year, date.month, 0);
            struct str day = search_date_term(&b->scratch, year, date.month, date.day);
            search_terms_add(&b->terms, SEARCH_BODY_DATE, year_term, b->doc);
            search_terms_add(&b->terms, SEARCH_BODY_DATE, month, b->doc);
            search_terms_add(&b->terms, SEARCH_BODY_DATE, day, b->doc);
        }
    }
}

static void
add_title_text(struct builder *b, struct str text) {
    add_text(b, SEARCH_TITLE, text);
}

/* What a title has before its colon, where that is more than one word: 시청의 한 해 of 시청의 한
 * 해: 방문을 피할 때. A kind of text is none: 편지. */
static void
add_title_head(struct builder *b, struct str text) {
    static const struct str colons[] = {STR_INIT(":"), STR_INIT("：")};
    for (size_t i = 0; i < ARRAY_LEN(colons); i++) {
        size_t end = str_find(text, colons[i]);
        struct str head = str_trim(str_slice(text, 0, end == SIZE_MAX ? 0 : end));
        struct str key = fold_key(&b->scratch, head);
        bool is_joined = fold_has(key, FOLD_HAN) && fold_has(key, FOLD_KANA);
        bool is_dated = fold_has(key, FOLD_DIGIT);
        if (!is_dated && (is_joined || str_find(head, STR(" ")) != SIZE_MAX)) {
            add_name(b, head);
        }
    }
}

static void
add_title_line(struct builder *b, struct str text) {
    struct fold fold = fold_text(&b->scratch, text);
    add_name(b, text);
    add_title_head(b, text);
    search_forms_add_readings(&b->forms, &b->scratch, &b->variants, text, &fold, false);
    search_forms_add_line_stems(&b->forms, &b->terms, SEARCH_LINE_STEM, text, b->doc);
}

static void
add_body_text(struct builder *b, struct str text) {
    add_text(b, SEARCH_BODY, text);
}

static void
add_date_point(struct builder *b, const struct edtf_point *p) {
    const int parts[][3] = {{p->year, 0, 0}, {p->year, p->month, 0}, {p->year, p->month, p->day},
        {0, p->month, p->day}, {0, p->month, 0}};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        struct str term = search_date_term(&b->scratch, parts[i][0], parts[i][1], parts[i][2]);
        if (term.n > 0) {
            search_terms_add(&b->terms, SEARCH_DATE, term, b->doc);
        }
    }
}

/* A range has all its years; where it has both ends in one month, that month, too. */
static void
add_date(struct builder *b, struct str text) {
    struct edtf date;
    if (!edtf_parse(text, &date, NULL)) {
        return;
    }
    add_date_point(b, &date.from);
    if (date.is_range && !date.is_open) {
        add_date_point(b, &date.to);
        for (int year = date.from.year; year <= date.to.year && year < date.from.year + 200;
             year++) {
            struct str term = search_date_term(&b->scratch, year, 0, 0);
            search_terms_add(&b->terms, SEARCH_DATE, term, b->doc);
        }
    }
}

static void
add_city(struct builder *b, struct str id) {
    search_terms_add(&b->terms, SEARCH_CONTEXT, id, b->doc);
}

static void
write_doc(struct builder *b, struct search_doc *doc) {
    struct str_buf names = {0};
    for (int i = 0; doc->has_name && i < LOCALE_COUNT; i++) {
        str_buf_add(&names, str_buf_str(&doc->title[i]));
        str_buf_byte(&names, '\n');
    }
    str_buf_add(&names, str_buf_str(&doc->names));
    search_sql_bind_int(&b->insert_doc, 1, doc->number);
    search_sql_bind_str(&b->insert_doc, 2, doc->record);
    search_sql_bind_str(&b->insert_doc, 3, doc->path);
    search_sql_bind_str(&b->insert_doc, 4, str_from(doc->kind));
    search_sql_bind_str(&b->insert_doc, 5, str_buf_str(&names));
    search_sql_run(&b->insert_doc);
    str_buf_finish(&names);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        search_sql_bind_int(&b->insert_text, 1, doc->number);
        search_sql_bind_str(&b->insert_text, 2, str_from(locale_tag((enum locale_id)i)));
        search_sql_bind_str(&b->insert_text, 3, str_buf_str(&doc->title[i]));
        search_sql_bind_str(&b->insert_text, 4, str_buf_str(&doc->detail[i]));
        search_sql_bind_str(&b->insert_text, 5, str_buf_str(&doc->body[i]));
        search_sql_run(&b->insert_text);
    }
}

static void
add_number(struct str_buf *out, uint32_t number) {
    for (int shift = 0; shift < 32; shift += 8) {
        str_buf_byte(out, (char)(number >> shift));
    }
}

/* Where a kind comes twice, the first stretch is the one that is told. */
static void
end_kind(struct builder *b, uint32_t last) {
    if (b->kind) {
        str_buf_printf(&b->kinds, "%s %u %u\n", b->kind, b->kind_first, last);
    }
}

/* What it is called, and what it says. */
static void
add_words_of_doc(struct builder *b, struct search_doc *doc) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (doc->has_name) {
            b->is_title = true;
            add_lines(b, str_buf_str(&doc->title[i]), add_title_line);
            b->is_title = false;
        }
        add_lines(b, str_buf_str(&doc->title[i]), add_title_text);
        add_lines(b, str_buf_str(&doc->detail[i]), add_title_text);
        add_lines(b, str_buf_str(&doc->body[i]), add_body_text);
    }
    add_lines(b, str_buf_str(&doc->names), add_name);
    add_mixed_names(b, doc);
    add_lines(b, str_buf_str(&doc->names), add_title_text);
    add_lines(b, str_buf_str(&doc->keywords), add_body_text);
}

static bool
add_doc(void *self, struct search_doc *doc) {
    struct builder *b = self;
    arena_reset(&b->scratch);
    b->doc = b->doc_count = doc->number;
    b->is_place = strcmp(doc->kind, "city") == 0;
    if (!b->kind || strcmp(b->kind, doc->kind) != 0) {
        end_kind(b, doc->number - 1);
        b->kind = doc->kind;
        b->kind_first = doc->number;
    }
    b->worded += !doc->is_by_date;
    if (!doc->is_by_date) {
        add_words_of_doc(b, doc);
    }
    add_lines(b, str_buf_str(&doc->dates), add_date);
    add_lines(b, str_buf_str(&doc->cities), add_city);
    add_number(&b->parents, doc->parent);
    write_doc(b, doc);
    return true;
}

/* The word of a synonym of one word, or of one behind words that carry no subject: 알아들었어요 of
 * 못 알아들었어요. */
static struct str
only_word(struct arena *arena, struct str term) {
    struct str rest = term, word, last = {0};
    while (str_split(&rest, ' ', &word)) {
        if (last.n > 0 && !ask_is_function(fold_key(arena, last))) {
            return (struct str){0};
        }
        last = word.n > 0 ? word : last;
    }
    struct str key = fold_key(arena, last);
    bool is_alone = last.n == term.n;
    bool is_empty = ask_is_function(key) || stems_are_empty(arena, key);
    return is_alone || !is_empty ? last : (struct str){0};
}

static void
add_concept_terms(struct builder *b, struct str terms, struct str_buf *lines) {
    struct str term;
    while (str_split(&terms, '|', &term)) {
        struct str key = fold_key(&b->scratch, str_trim(term));
        if (key.n == 0) {
            continue;
        }
        str_buf_add(lines, str_trim(term));
        str_buf_byte(lines, '|');
        search_terms_add(&b->terms, SEARCH_CONCEPT,
            fold_spelling(&b->scratch, FOLD_KEYSTROKES, key), b->concept_count);
        search_variants_add_name(&b->variants, key, false, false);
        struct fold fold = fold_text(&b->scratch, str_trim(term));
        struct str verb = only_word(&b->scratch, str_trim(term));
        if (verb.n > 0) {
            struct fold of_verb = fold_text(&b->scratch, verb);
            search_forms_add_stems(
                &b->forms, &b->terms, SEARCH_CONCEPT_STEM, verb, &of_verb, b->concept_count);
        }
        search_forms_add_line_stems(
            &b->forms, &b->terms, SEARCH_CONCEPT_STEM, term, b->concept_count);
        search_forms_add_okurigana(&b->forms, &b->scratch, &b->variants, str_trim(term), &fold);
        search_forms_add_readings(
            &b->forms, &b->scratch, &b->variants, str_trim(term), &fold, true);
    }
    str_buf_byte(lines, '\n');
}

static void
write_concept(
    struct builder *b, struct search_sql *terms, struct search_sql *insert, struct str id) {
    struct str_buf lines = {0};
    arena_reset(&b->scratch);
    b->concept_count++;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        search_sql_bind_str(terms, 1, id);
        search_sql_bind_str(terms, 2, str_from(locale_tag((enum locale_id)i)));
        bool has_words = search_sql_step(terms);
        add_concept_terms(b, has_words ? search_sql_str(terms, 0) : STR(""), &lines);
        search_sql_reset(terms);
    }
    search_sql_bind_int(insert, 1, b->concept_count);
    search_sql_bind_str(insert, 2, str_buf_str(&lines));
    search_sql_run(insert);
    str_buf_finish(&lines);
}

/* A concept's words, one language a line; each word leads to it. */
static bool
add_concepts(struct builder *b, sqlite3 *db, struct err *err) {
    struct search_sql rows, terms, insert;
    search_sql_open(&rows, db, "SELECT id FROM synonyms WHERE use IS NULL ORDER BY id");
    search_sql_open(&terms, db, "SELECT terms FROM synonyms_text WHERE id = ?1 AND locale = ?2");
    search_sql_open(&insert, db, "INSERT INTO search_concepts VALUES (?1, ?2)");
    while (search_sql_step(&rows)) {
        write_concept(b, &terms, &insert, search_sql_str(&rows, 0));
    }
    bool ok = search_sql_end(&insert, "writing the synonyms", err);
    ok = search_sql_end(&terms, "reading the words of synonyms", ok ? err : NULL) && ok;
    return search_sql_end(&rows, "reading the synonyms", ok ? err : NULL) && ok;
}

/* Which documents lead to the screen of an earlier one, so that it is offered once. */
static bool
list_shared(sqlite3 *db, struct str_buf *out, struct err *err) {
    struct search_sql rows;
    search_sql_open(&rows, db,
        "SELECT id, first FROM (SELECT id, min(id) OVER (PARTITION BY path) AS first"
        " FROM search_docs) WHERE id <> first ORDER BY id");
    while (search_sql_step(&rows)) {
        add_number(out, (uint32_t)search_sql_int(&rows, 0));
        add_number(out, (uint32_t)search_sql_int(&rows, 1));
    }
    return search_sql_end(&rows, "reading which screens are shared", err);
}

static bool
write_meta(struct builder *b, sqlite3 *db, struct err *err) {
    struct search_sql insert;
    struct str_buf shared = {0};
    bool ok = list_shared(db, &shared, err);
    search_sql_open(&insert, db,
        "INSERT INTO search_meta VALUES ('parents', ?1), ('shared', ?2), ('kinds', ?3),"
        " ('worded', ?4)");
    search_sql_bind_blob(&insert, 1, str_buf_str(&b->parents));
    search_sql_bind_blob(&insert, 2, str_buf_str(&shared));
    end_kind(b, b->doc_count);
    search_sql_bind_blob(&insert, 3, str_buf_str(&b->kinds));
    struct str worded = arena_printf(&b->scratch, "%u", b->worded);
    search_sql_bind_blob(&insert, 4, worded);
    search_sql_run(&insert);
    str_buf_finish(&shared);
    return search_sql_end(&insert, "writing the counts", ok ? err : NULL) && ok;
}

static bool
add_docs(struct builder *b, sqlite3 *db, struct err *err) {
    search_sql_open(&b->insert_doc, db, "INSERT INTO search_docs VALUES (?1, ?2, ?3, ?4, ?5)");
    search_sql_open(&b->insert_text, db, "INSERT INTO search_texts VALUES (?1, ?2, ?3, ?4, ?5)");
    bool ok = search_docs_each(db, add_doc, b, err);
    ok = search_sql_end(&b->insert_doc, "writing what can be found", ok ? err : NULL) && ok;
    return search_sql_end(&b->insert_text, "writing texts", ok ? err : NULL) && ok;
}

static bool
run(sqlite3 *db, const char *sql, struct err *err) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        return err_set(err, ERR_IO, "cannot make the search tables: %s", sqlite3_errmsg(db));
    }
    return true;
}

bool
search_index_build(sqlite3 *db, struct err *err) {
    struct builder b = {0};
    arena_init(&b.scratch);
    arena_init(&b.arena);
    search_terms_init(&b.terms);
    search_variants_init(&b.variants);
    search_forms_init(&b.forms);
    search_forms_add_han(&b.variants);
    bool ok = run(db, "SAVEPOINT search_index", err);
    if (ok) {
        ok = search_keywords_load(db, &b.arena, &b.places, err) && add_docs(&b, db, err) &&
             add_concepts(&b, db, err) &&
             search_terms_write(&b.terms, db,
                 b.doc_count > b.concept_count ? b.doc_count : b.concept_count, err) &&
             search_variants_write(&b.variants, db, err) && write_meta(&b, db, err);
        ok = run(db, ok ? "RELEASE search_index" : "ROLLBACK TO search_index; RELEASE search_index",
                 ok ? err : NULL) &&
             ok;
    }
    str_buf_finish(&b.parents);
    str_buf_finish(&b.kinds);
    search_variants_finish(&b.variants);
    search_forms_finish(&b.forms);
    search_terms_finish(&b.terms);
    arena_finish(&b.scratch);
    arena_finish(&b.arena);
    return ok;
}
