#include "paper/document.h"

#include "base/vec.h"

void
document_section(struct document *d, enum msg msg) {
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_SECTION);
    row->before_pt = 20;
    row->rule = SHEET_HAIRLINE;
    row->keeps_next = true;
    row->level = 1;
    for (int i = 0; i < row->columns; i++) {
        row->cells[i].text = phrasing_text(&d->in[i], msg);
    }
}

void
document_heading(struct document *d, const struct str *texts, int level) {
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_HEADING);
    size_t bytes = 0;
    row->before_pt = 8;
    row->keeps_next = true;
    row->level = level;
    for (int i = 0; i < row->columns; i++) {
        row->cells[i].text = sheet_text(&d->sheet, texts[i]);
        bytes += texts[i].n;
    }
    d->sheet.row_count -= bytes == 0;
}

float
document_label_pt(const struct document *d) {
    return d->sheet.lang_count > 1 ? DOCUMENT_LABEL_PT : DOCUMENT_WIDE_LABEL_PT;
}

void
document_labelled(struct document *d, const struct document_item *items) {
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_BODY);
    row->before_pt = 3;
    for (int i = 0; i < row->columns; i++) {
        row->cells[i].mark = sheet_text(&d->sheet, items[i].label);
        row->cells[i].indent_pt = document_label_pt(d);
        row->cells[i].text = sheet_text(&d->sheet, items[i].text);
        row->cells[i].note = sheet_text(&d->sheet, items[i].note);
    }
    sheet_close_row(&d->sheet, row);
}

struct str
document_led(struct document *d, struct sheet_cell *cell, struct str bold, struct str rest) {
    struct arena *arena = d->sheet.arena;
    bold = sheet_text(&d->sheet, bold);
    rest = sheet_text(&d->sheet, rest);
    if (rest.n == 0) {
        return bold;
    }
    struct text_span *span = ARENA_NEW(arena, struct text_span);
    *span = (struct text_span){.end = bold.n, .lang = cell->lang, .weight = TEXT_BOLD};
    cell->spans = span;
    cell->span_count = bold.n > 0;
    return arena_printf(arena, "%.*s%s%.*s", STR_ARG(bold), bold.n ? "\n" : "", STR_ARG(rest));
}

void
document_source(struct document *d, struct str section) {
    for (size_t i = 0; i < d->source_count; i++) {
        if (str_eq(d->sources[i], section)) {
            return;
        }
    }
    if (section.n > 0) {
        VEC_ROOM_IN(d->sheet.arena, d->sources, d->source_count, d->source_cap, 1);
        d->sources[d->source_count++] = section;
    }
}

/* A document that sections are of: its title, and theirs in the order of use. */
struct origin {
    struct str id, titles[SHEET_LANGUAGES], parts[SHEET_LANGUAGES];
};

static struct origin *
origin_of(struct origin *origins, size_t *count, const struct store_section *section) {
    for (size_t i = 0; i < *count; i++) {
        if (str_eq(origins[i].id, section->source_id)) {
            return &origins[i];
        }
    }
    origins[*count] = (struct origin){.id = section->source_id};
    return &origins[(*count)++];
}

/* "Handout of the meeting · the governors' association · 26 June 2012" */
static struct str
origin_title(struct document *d, int i, const struct store_section *section) {
    struct arena *arena = d->sheet.arena;
    const struct phrasing *in = &d->in[i];
    struct edtf date;
    struct str line = phrasing_join(in, arena, section->source_title, section->source_publisher);
    if (edtf_parse(section->source_date, &date, NULL)) {
        line = phrasing_join(in, arena, line, i18n_date(in->i18n, arena, in->locale, &date, false));
    }
    return line;
}

static size_t
find_origins(struct document *d, struct origin *origins) {
    size_t count = 0;
    for (size_t s = 0; d->ok && s < d->source_count; s++) {
        for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
            struct store_section section;
            bool found = false;
            d->ok = store_section(
                d->store, d->sheet.arena, d->in[i].locale, d->sources[s], &section, &found, d->err);
            if (!d->ok || !found) {
                continue;
            }
            struct origin *origin = origin_of(origins, &count, &section);
            origin->titles[i] =
                origin->titles[i].n ? origin->titles[i] : origin_title(d, i, &section);
            origin->parts[i] =
                phrasing_join(&d->in[i], d->sheet.arena, origin->parts[i], section.title);
        }
    }
    return count;
}

void
document_sources(struct document *d) {
    struct origin *origins = ARENA_ARRAY(d->sheet.arena, d->source_count + 1, struct origin);
    size_t count = find_origins(d, origins);
    if (!d->ok || count == 0) {
        return;
    }
    document_section(d, MSG_PAPER_SOURCES);
    for (size_t s = 0; s < count; s++) {
        struct sheet_row *row = sheet_row(&d->sheet, SHEET_SMALL);
        row->before_pt = 3;
        for (int i = 0; i < row->columns; i++) {
            struct sheet_cell *cell = &row->cells[i];
            cell->text = document_led(d, cell, origins[s].titles[i], origins[s].parts[i]);
        }
    }
}
