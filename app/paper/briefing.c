/* A city on paper: who it is, what it is to the home city, what the two did together, and what to
 * know, to do and to say on a visit. */
#include "paper/document.h"

#include "base/check.h"

#include <ctype.h>

struct briefing {
    struct document *d;
    struct str id;
    struct store_city city[SHEET_LANGUAGES], home[SHEET_LANGUAGES];
    bool is_home;
    size_t events;
};

static struct str
listing(struct briefing *b, const char *format, struct str id) {
    struct arena *arena = b->d->sheet.arena;
    size_t at = str_find(str_from(format), STR("%"));
    struct str head = str_slice(str_from(format), 0, at);
    struct str tail = str_slice(str_from(format), at + 1, SIZE_MAX);
    return arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(head), STR_ARG(id), STR_ARG(tail));
}

static bool
load_cities(struct briefing *b, bool *found) {
    struct document *d = b->d;
    struct arena *arena = d->sheet.arena;
    struct store_info info;
    bool has_home = false;
    *found = false;
    d->ok = store_info(d->store, arena, &info, d->err);
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        enum locale_id locale = d->in[i].locale;
        d->ok = store_city(d->store, arena, locale, b->id, &b->city[i], found, d->err) &&
                store_city(d->store, arena, locale, info.home, &b->home[i], &has_home, d->err);
    }
    b->is_home = str_eq(b->id, info.home) || !has_home;
    return d->ok && *found;
}

/* Two languages of one thing on one line: 거리 距離. */
static struct str
both(struct briefing *b, const struct str *texts) {
    return b->d->sheet.lang_count < 2 || str_eq(texts[0], texts[1])
               ? texts[0]
               : arena_printf(
                     b->d->sheet.arena, "%.*s  %.*s", STR_ARG(texts[0]), STR_ARG(texts[1]));
}

static struct str
both_words(struct briefing *b, enum msg msg) {
    struct str texts[SHEET_LANGUAGES] = {{0}};
    for (int i = 0; i < b->d->sheet.lang_count; i++) {
        texts[i] = phrasing_text(&b->d->in[i], msg);
    }
    return both(b, texts);
}

static struct str
format_one(struct document *d, int i, enum msg msg, struct str argument) {
    struct msg_arg args[] = {MSG_TEXT(argument)};
    return i18n_format(d->in[i].i18n, d->sheet.arena, d->in[i].locale, msg, args, 1);
}

/* Whose paper it is, and when it was made. */
static void
kicker(struct briefing *b) {
    struct document *d = b->d;
    struct str whose[SHEET_LANGUAGES], when[SHEET_LANGUAGES];
    for (int i = 0; i < d->sheet.lang_count; i++) {
        whose[i] = format_one(d, i, MSG_PAPER_BRIEFING, b->home[i].name);
        when[i] = i18n_date(d->in[i].i18n, d->sheet.arena, d->in[i].locale, &d->today, false);
        when[i] = format_one(d, i, MSG_PAPER_MADE, when[i]);
    }
    struct sheet_row *row = sheet_wide(&d->sheet, SHEET_SMALL, d->sheet.langs[0]);
    row->columns = 2;
    row->cells[1] = row->cells[0];
    row->cells[0].text = sheet_text(&d->sheet, both(b, whose));
    row->cells[1].text = sheet_text(&d->sheet, both(b, when));
    row->cells[1].is_at_end = true;
    row->keeps_next = true;
}

/* 하마마쓰 · 浜松 */
static void
title(struct briefing *b) {
    struct document *d = b->d;
    struct arena *arena = d->sheet.arena;
    struct sheet_row *row = sheet_wide(&d->sheet, SHEET_TITLE, d->sheet.langs[0]);
    struct sheet_cell *cell = &row->cells[0];
    cell->text = sheet_text(&d->sheet, b->city[0].name);
    if (d->sheet.lang_count > 1 && !str_eq(b->city[0].name, b->city[1].name)) {
        struct text_span *span = ARENA_NEW(arena, struct text_span);
        size_t start = cell->text.n + STR(" · ").n;
        struct str other = sheet_text(&d->sheet, b->city[1].name);
        cell->text = arena_printf(arena, "%.*s · %.*s", STR_ARG(cell->text), STR_ARG(other));
        *span = (struct text_span){
            .start = start, .end = cell->text.n, .lang = d->sheet.langs[1], .weight = TEXT_BOLD};
        cell->spans = span;
        cell->span_count = 1;
    }
    row->keeps_next = true;
    row->level = 1;
    d->sheet.title = arena_printf(arena, "%.*s · %.*s", STR_ARG(cell->text),
        STR_ARG(format_one(d, 0, MSG_PAPER_BRIEFING, b->home[0].name)));
}

/* Hamamatsu   はままつし   시즈오카현, 일본 */
static void
subtitle(struct briefing *b) {
    struct document *d = b->d;
    struct arena *arena = d->sheet.arena;
    struct store_name *names;
    size_t count;
    struct str line = b->city[0].reading;
    d->ok = store_names(d->store, arena, d->in[0].locale,
        STORE_ALL(listing(b, "names/cities/%/official", b->id)), &names, &count, d->err);
    for (size_t n = 0; d->ok && n < count; n++) {
        bool is_title = false;
        for (int i = 0; i < d->sheet.lang_count; i++) {
            is_title = is_title || str_eq(names[n].text, b->city[i].name);
        }
        line = is_title ? line : phrasing_join(&d->in[0], arena, line, names[n].text);
    }
    struct str places[SHEET_LANGUAGES] = {{0}};
    for (int i = 0; i < d->sheet.lang_count; i++) {
        places[i] = phrasing_place(&d->in[i], arena, b->city[i].region, b->city[i].country_name);
    }
    struct sheet_row *row = sheet_wide(&d->sheet, SHEET_SUBTITLE, d->sheet.langs[0]);
    row->cells[0].text =
        sheet_text(&d->sheet, phrasing_join(&d->in[0], arena, line, both(b, places)));
    row->keeps_next = true;
}

/* Three figures side by side: what they are, and themselves. */
static void
figures_row(struct briefing *b, enum sheet_style style, const struct str *texts) {
    struct sheet *sheet = &b->d->sheet;
    struct sheet_row *row = sheet_wide(sheet, style, sheet->langs[0]);
    row->columns = SHEET_CELLS;
    for (int c = SHEET_CELLS - 1; c >= 0; c--) {
        row->cells[c] = row->cells[0];
        row->cells[c].text = sheet_text(sheet, texts[c]);
    }
    row->keeps_next = true;
}

static struct geo_place
place_of(const struct store_city *city) {
    return (struct geo_place){city->latitude, city->longitude};
}

static void
way(struct briefing *b) {
    struct document *d = b->d;
    const struct store_city *home = &b->home[0], *city = &b->city[0];
    if (!home->has_position || !city->has_position) {
        return;
    }
    struct sheet_row *row = sheet_wide(&d->sheet, SHEET_STRONG, d->sheet.langs[0]);
    struct str names[2][SHEET_LANGUAGES] = {{{0}}};
    for (int i = 0; i < d->sheet.lang_count; i++) {
        names[0][i] = b->home[i].name;
        names[1][i] = b->city[i].name;
    }
    row->before_pt = 14;
    row->rule = SHEET_LINE;
    row->columns = 2;
    row->cells[1] = row->cells[0];
    row->cells[0].text = sheet_text(&d->sheet, both(b, names[0]));
    row->cells[1].text = sheet_text(&d->sheet, both(b, names[1]));
    row->cells[1].is_at_end = true;
    row->way_km = geo_km(place_of(home), place_of(city));
    row->keeps_next = true;
}

/* How far, what it is to us, how much is recorded. */
static void
at_a_glance(struct briefing *b) {
    struct document *d = b->d;
    struct arena *arena = d->sheet.arena;
    const struct store_city *home = &b->home[0], *city = &b->city[0];
    bool has_places = home->has_position && city->has_position;
    struct str labels[SHEET_CELLS] = {{0}}, values[SHEET_CELLS] = {{0}}, more[SHEET_CELLS] = {{0}};
    struct str states[SHEET_LANGUAGES] = {{0}}, kinds[SHEET_LANGUAGES] = {{0}},
               aways[SHEET_LANGUAGES] = {{0}};
    for (int i = 0; i < d->sheet.lang_count; i++) {
        const struct phrasing *in = &d->in[i];
        kinds[i] = phrasing_for(in, WORDS_RELATION, city->relation_kind);
        states[i] = phrasing_for(in, WORDS_STATUS, city->relation_status);
        if (has_places) {
            aways[i] = phrasing_away(in, arena, place_of(home), place_of(city));
        }
    }
    labels[0] = has_places ? both_words(b, MSG_PAPER_DISTANCE) : labels[0];
    values[0] = has_places ? phrasing_km(&d->in[0], arena, geo_km(place_of(home), place_of(city)))
                           : values[0];
    more[0] = both(b, aways);
    if (city->relation.n > 0) {
        labels[1] = both_words(b, MSG_RELATION_LABEL);
        values[1] = kinds[0];
        more[1] = d->sheet.lang_count > 1 ? arena_printf(arena, "%.*s  %.*s", STR_ARG(kinds[1]),
                                                STR_ARG(both(b, states)))
                                          : states[0];
    }
    struct msg_arg args[] = {MSG_NUMBER(b->events)};
    labels[2] = both_words(b, MSG_PAPER_RECORDED);
    values[2] =
        i18n_format(d->in[0].i18n, arena, d->in[0].locale, MSG_COUNT_EVENTS, args, ARRAY_LEN(args));
    way(b);
    figures_row(b, SHEET_SMALL, labels);
    d->sheet.rows[d->sheet.row_count - 1].before_pt = 8;
    figures_row(b, SHEET_FIGURE, values);
    figures_row(b, SHEET_SMALL, more);
    d->sheet.rows[d->sheet.row_count - 1].keeps_next = false;
}

static void
lead(struct briefing *b) {
    struct document *d = b->d;
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_BODY);
    row->before_pt = 3;
    for (int i = 0; i < row->columns; i++) {
        row->cells[i].text = sheet_text(&d->sheet, b->city[i].lead);
        row->cells[i].note = sheet_text(&d->sheet, b->city[i].note);
    }
    sheet_close_row(&d->sheet, row);
    document_source(d, b->city[0].source);
}

static void
figures(struct briefing *b) {
    struct document *d = b->d;
    struct store_figure *rows[SHEET_LANGUAGES];
    size_t count = 0;
    struct store_window window = STORE_ALL(listing(b, "figures/glance/cities/%", b->id));
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_figures(
            d->store, d->sheet.arena, d->in[i].locale, window, &rows[i], &count, d->err);
    }
    for (size_t f = 0; d->ok && f < count; f++) {
        struct document_item items[SHEET_LANGUAGES] = {{{0}}};
        for (int i = 0; i < d->sheet.lang_count; i++) {
            const struct store_figure *figure = &rows[i][f];
            const struct phrasing *in = &d->in[i];
            struct str value = phrasing_figure(in, d->sheet.arena, figure);
            items[i].label = figure->label;
            items[i].text = phrasing_join(
                in, d->sheet.arena, value, phrasing_as_of(in, d->sheet.arena, figure));
            items[i].note = figure->note;
        }
        document_labelled(d, items);
        document_source(d, rows[0][f].source);
    }
}

/* The facts of one kind; what they are is said with the first. */
static void
facts_of(struct briefing *b, struct str kind) {
    struct document *d = b->d;
    struct store_fact *rows[SHEET_LANGUAGES];
    size_t count = 0;
    struct str of =
        arena_printf(d->sheet.arena, "facts/cities/%.*s/%.*s", STR_ARG(b->id), STR_ARG(kind));
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_facts(
            d->store, d->sheet.arena, d->in[i].locale, STORE_ALL(of), &rows[i], &count, d->err);
    }
    for (size_t f = 0; d->ok && f < count; f++) {
        struct document_item items[SHEET_LANGUAGES] = {{{0}}};
        for (int i = 0; i < d->sheet.lang_count; i++) {
            items[i].label = f == 0 ? phrasing_for(&d->in[i], WORDS_FACT, kind) : (struct str){0};
            items[i].text = rows[i][f].text;
            items[i].note = rows[i][f].note;
        }
        document_labelled(d, items);
        document_source(d, rows[0][f].source);
    }
}

static void
profile(struct briefing *b) {
    struct str kind;
    document_section(b->d, MSG_SECTION_PROFILE);
    lead(b);
    figures(b);
    for (size_t k = 0; b->d->ok && phrasing_at(&b->d->in[0], WORDS_FACT, k, &kind); k++) {
        facts_of(b, kind);
    }
}

/* Sister and friendship ties begin on the day of their agreement. */
static enum msg
since_label(struct str kind) {
    bool is_tie = str_eq(kind, STR("sister")) || str_eq(kind, STR("friendship"));
    return is_tie ? MSG_TIE_DATE_LABEL : MSG_SINCE_LABEL;
}

enum field { FIELD_PARTNER, FIELD_KIND, FIELD_SINCE, FIELD_STATUS, FIELD_BACKGROUND, FIELD_REASON };

static struct document_item
relation_field(struct briefing *b, int i, const struct store_relation *r, enum field field) {
    const struct phrasing *in = &b->d->in[i];
    bool is_city = str_eq(r->city, b->id);
    switch (field) {
    case FIELD_PARTNER:
        return (struct document_item){phrasing_text(in, MSG_PARTNER_LABEL),
            is_city ? r->partner_name : r->city_name, r->note};
    case FIELD_KIND:
        return (struct document_item){
            phrasing_text(in, MSG_RELATION_LABEL), phrasing_for(in, WORDS_RELATION, r->kind), {0}};
    case FIELD_SINCE:
        return (struct document_item){phrasing_text(in, since_label(r->kind)),
            r->since.from.precision != EDTF_NONE ? phrasing_date(in, b->d->sheet.arena, &r->since)
                                                 : (struct str){0},
            {0}};
    case FIELD_STATUS:
        return (struct document_item){
            phrasing_text(in, MSG_STATUS_LABEL), phrasing_for(in, WORDS_STATUS, r->status), {0}};
    case FIELD_BACKGROUND:
        return (struct document_item){phrasing_text(in, MSG_BACKGROUND_LABEL), r->background, {0}};
    case FIELD_REASON:
        break;
    }
    return (struct document_item){phrasing_text(in, MSG_REASON_LABEL), r->reason, {0}};
}

static void
relations(struct briefing *b) {
    struct document *d = b->d;
    struct store_relation *rows[SHEET_LANGUAGES];
    size_t count = 0;
    struct store_window window = STORE_ALL(listing(b, "relations/%", b->id));
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_relations(
            d->store, d->sheet.arena, d->in[i].locale, window, &rows[i], &count, d->err);
    }
    if (!d->ok || count == 0) {
        return;
    }
    document_section(d, MSG_SECTION_RELATION);
    for (size_t r = 0; r < count; r++) {
        for (enum field field = FIELD_PARTNER; field <= FIELD_REASON; field++) {
            struct document_item items[SHEET_LANGUAGES] = {{{0}}};
            size_t bytes = 0;
            for (int i = 0; i < d->sheet.lang_count; i++) {
                items[i] = relation_field(b, i, &rows[i][r], field);
                bytes += items[i].text.n;
            }
            if (bytes > 0) {
                document_labelled(d, items);
                d->sheet.rows[d->sheet.row_count - 1].keeps_next = field == FIELD_PARTNER;
                d->sheet.rows[d->sheet.row_count - 1].before_pt = field == FIELD_PARTNER ? 9 : 3;
            }
        }
        document_source(d, rows[0][r].source);
    }
}

/* The city's own events, else those of its relation with the home city. */
static struct str
events_listing(struct briefing *b) {
    struct document *d = b->d;
    struct str own = listing(b, "events/city/%", b->id);
    d->ok = d->ok && store_listing_size(d->store, own, &b->events, d->err);
    if (d->ok && b->events == 0 && b->city[0].relation.n > 0) {
        own = listing(b, "events/relation/%", b->city[0].relation);
        d->ok = store_listing_size(d->store, own, &b->events, d->err);
    }
    return own;
}

static void
timeline(struct briefing *b, struct str events) {
    struct document *d = b->d;
    struct store_event *rows[SHEET_LANGUAGES];
    size_t count = 0;
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_events(
            d->store, d->sheet.arena, d->in[i].locale, STORE_ALL(events), &rows[i], &count, d->err);
    }
    if (!d->ok) {
        return;
    }
    document_section(d, MSG_SECTION_HISTORY);
    for (size_t e = 0; e < count; e++) {
        struct sheet_row *row = sheet_row(&d->sheet, SHEET_BODY);
        row->before_pt = 3;
        for (int i = 0; i < row->columns; i++) {
            const struct store_event *event = &rows[i][e];
            struct sheet_cell *cell = &row->cells[i];
            cell->mark =
                i18n_date(d->in[i].i18n, d->sheet.arena, d->in[i].locale, &event->date, false);
            cell->indent_pt = document_label_pt(d);
            cell->text = document_led(d, cell, event->title, event->detail);
            cell->note = sheet_text(&d->sheet, event->note);
        }
        sheet_close_row(&d->sheet, row);
        document_source(d, rows[0][e].source);
    }
    if (count == 0) {
        struct document_item items[SHEET_LANGUAGES] = {{{0}}};
        for (int i = 0; i < d->sheet.lang_count; i++) {
            items[i].text = phrasing_text(&d->in[i], MSG_NO_EVENTS);
        }
        document_labelled(d, items);
    }
}

/* The steps of a visit to that country; where it has none of its own, those for all others. */
static void
checklist(struct briefing *b, struct str steps) {
    struct document *d = b->d;
    struct store_check *rows[SHEET_LANGUAGES];
    size_t count = 0;
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_checklist(
            d->store, d->sheet.arena, d->in[i].locale, STORE_ALL(steps), &rows[i], &count, d->err);
    }
    if (!d->ok || count == 0) {
        return;
    }
    document_section(d, MSG_CHECKLIST);
    for (size_t c = 0; c < count; c++) {
        struct sheet_row *row = sheet_row(&d->sheet, SHEET_BODY);
        row->before_pt = 3;
        for (int i = 0; i < row->columns; i++) {
            const struct store_check *check = &rows[i][c];
            struct sheet_cell *cell = &row->cells[i];
            struct str due = check->has_offset ? phrasing_due(&d->in[i], d->sheet.arena, check)
                                               : (struct str){0};
            cell->mark = STR("□");
            cell->indent_pt = 15;
            cell->text = document_led(d, cell, check->title,
                phrasing_join(&d->in[i], d->sheet.arena, due, check->detail));
            cell->note = sheet_text(&d->sheet, check->note);
        }
        sheet_close_row(&d->sheet, row);
        document_source(d, rows[0][c].source);
    }
}

/* The language of a country, as the program's own languages have their regions (ko_KR). False: none
 * of them is at home there. */
static bool
spoken_in(struct str country, enum locale_id *out) {
    for (int l = 0; l < LOCALE_COUNT; l++) {
        struct str region = str_from(locale_info((enum locale_id)l)->icu);
        size_t at = str_find(region, STR("_"));
        region = str_slice(region, at == SIZE_MAX ? region.n : at + 1, region.n);
        bool is_it = region.n == country.n && region.n > 0;
        for (size_t i = 0; is_it && i < region.n; i++) {
            is_it = tolower((unsigned char)region.p[i]) == country.p[i];
        }
        if (is_it) {
            *out = (enum locale_id)l;
            return true;
        }
    }
    return false;
}

/* What is said to whom: the reader's words, and those of the person opposite. */
struct pair {
    enum locale_id said[2]; /* what stands in either column */
    int reader[2];          /* which of the document's languages its sound is for */
};

/* False where nobody over there, nor at home, speaks another language of the program. */
static bool
pair_of(struct briefing *b, struct pair *out) {
    struct document *d = b->d;
    enum locale_id there, here, reader = d->in[0].locale;
    if (!spoken_in(b->city[0].country, &there)) {
        return false;
    }
    if (d->sheet.lang_count > 1 && (there == reader || there == d->in[1].locale)) {
        *out = (struct pair){{reader, d->in[1].locale}, {1, 0}};
        return true;
    }
    bool has_here = spoken_in(b->home[0].country, &here);
    if (there == reader && (!has_here || here == reader)) {
        return false;
    }
    *out = (struct pair){{reader, there == reader ? here : there}, {0, 0}};
    return true;
}

static void
heading_of(struct briefing *b, const struct store_word *part) {
    struct str texts[SHEET_LANGUAGES] = {{0}};
    for (int i = 0; i < b->d->sheet.lang_count; i++) {
        texts[i] = part->names[b->d->in[i].locale];
    }
    document_heading(b->d, texts, 2);
}

static void
phrase_rows(struct briefing *b, const struct pair *pair, const struct store_phrase *phrase) {
    struct document *d = b->d;
    struct sheet_row *said = sheet_wide(&d->sheet, SHEET_STRONG, pair->said[0]);
    said->columns = 2;
    said->before_pt = 4;
    said->keeps_next = true;
    said->cells[1] = (struct sheet_cell){.style = SHEET_STRONG, .lang = pair->said[1]};
    for (int c = 0; c < 2; c++) {
        said->cells[c].text = sheet_text(&d->sheet, phrase->texts[pair->said[c]]);
    }
    said->cells[0].note = sheet_text(&d->sheet, phrase->note);
    sheet_close_row(&d->sheet, said);
    struct sheet_row *sound = sheet_wide(&d->sheet, SHEET_SMALL, pair->said[0]);
    sound->columns = 2;
    sound->cells[1] = sound->cells[0];
    for (int c = 0; c < 2; c++) {
        const struct phrasing *reader = &d->in[pair->reader[c]];
        sound->cells[c].lang = reader->locale;
        if (reader->locale != pair->said[c]) {
            sound->cells[c].text = sheet_text(
                &d->sheet, phrasing_sound(reader, d->sheet.arena, phrase, pair->said[c]));
        }
    }
    document_source(d, phrase->source);
}

static void
phrases(struct briefing *b, const struct pair *pair, struct str category) {
    struct document *d = b->d;
    struct store_phrase *rows;
    size_t count;
    enum locale_id locale = d->in[0].locale;
    struct str of =
        arena_printf(d->sheet.arena, "phrases/%.*s/%s", STR_ARG(category), locale_tag(locale));
    d->ok = d->ok &&
            store_phrases(d->store, d->sheet.arena, locale, STORE_ALL(of), &rows, &count, d->err);
    for (size_t p = 0; d->ok && p < count; p++) {
        phrase_rows(b, pair, &rows[p]);
    }
}

/* 시장 市長, and below it how the second one is read. */
static void
set_term(struct briefing *b, const struct pair *pair, struct sheet_cell *cell,
    const struct store_term *term) {
    struct document *d = b->d;
    struct arena *arena = d->sheet.arena;
    struct str first = term->terms[pair->said[0]], second = term->terms[pair->said[1]];
    bool is_read = pair->said[1] == locale_writing(LOCALE_KANA);
    struct str how = is_read ? term->reading_ja : (struct str){0};
    struct text_span *spans = ARENA_ARRAY(arena, 2, struct text_span);
    cell->text = sheet_text(&d->sheet, arena_printf(arena, "%.*s  %.*s%s%.*s", STR_ARG(first),
                                           STR_ARG(second), how.n ? "\n" : "", STR_ARG(how)));
    spans[0] = (struct text_span){.start = first.n + 2,
        .end = first.n + 2 + second.n,
        .lang = pair->said[1],
        .weight = TEXT_BOLD};
    spans[1] = (struct text_span){
        .start = spans[0].end + 1, .end = spans[0].end + 1 + how.n, .lang = pair->said[1]};
    cell->spans = spans;
    cell->span_count = how.n ? 2 : 1;
}

static void
terms(struct briefing *b, const struct pair *pair, struct str category) {
    struct document *d = b->d;
    struct store_term *rows;
    size_t count;
    enum locale_id locale = d->in[0].locale;
    struct str of =
        arena_printf(d->sheet.arena, "glossary/%.*s/%s", STR_ARG(category), locale_tag(locale));
    d->ok = d->ok &&
            store_terms(d->store, d->sheet.arena, locale, STORE_ALL(of), &rows, &count, d->err);
    for (size_t t = 0; d->ok && t < count; t += SHEET_CELLS) {
        struct sheet_row *row = sheet_wide(&d->sheet, SHEET_BODY, pair->said[0]);
        row->before_pt = 4;
        row->columns = SHEET_CELLS;
        for (size_t c = 0; c < SHEET_CELLS; c++) {
            row->cells[c] = (struct sheet_cell){.style = SHEET_BODY, .lang = pair->said[0]};
            if (t + c < count) {
                set_term(b, pair, &row->cells[c], &rows[t + c]);
                document_source(d, rows[t + c].source);
            }
        }
    }
}

/* What the content lists for briefings (lists.csv), a section for each list. */
static void
listed_parts(struct briefing *b, enum store_word_list list, enum msg section) {
    struct document *d = b->d;
    const struct store_word *parts;
    struct pair pair = {0};
    size_t count = 0;
    bool are_guides = list == STORE_BRIEFING_GUIDES;
    if (!are_guides && !pair_of(b, &pair)) {
        return;
    }
    d->ok = d->ok && store_words(d->store, list, &parts, &count, d->err);
    for (size_t i = 0; d->ok && i < count; i++) {
        if (i == 0) {
            document_section(d, section);
        }
        if (are_guides) {
            document_article(d, STR("guides"), parts[i].word, 2);
            continue;
        }
        heading_of(b, &parts[i]);
        (list == STORE_BRIEFING_PHRASES ? phrases : terms)(b, &pair, parts[i].word);
    }
}

void
document_briefing(struct document *d, struct str city, bool *found) {
    struct briefing b = {.d = d, .id = city};
    size_t own_steps = 0;
    enum locale_id there;
    if (!load_cities(&b, found)) {
        return;
    }
    struct str events = events_listing(&b);
    kicker(&b);
    title(&b);
    subtitle(&b);
    if (!b.is_home) {
        at_a_glance(&b);
    }
    profile(&b);
    relations(&b);
    timeline(&b, events);
    struct str steps = listing(&b, "plans/%", b.city[0].country);
    d->ok = d->ok && store_listing_size(d->store, steps, &own_steps, d->err);
    if (!b.is_home) {
        /* guides are about the countries whose languages the content is written in */
        if (spoken_in(b.city[0].country, &there)) {
            listed_parts(&b, STORE_BRIEFING_GUIDES, MSG_PAPER_ETIQUETTE);
        }
        listed_parts(&b, STORE_BRIEFING_PHRASES, MSG_TITLE_PHRASES);
        checklist(&b, own_steps > 0 ? steps : STR("plans"));
        listed_parts(&b, STORE_BRIEFING_TERMS, MSG_TITLE_GLOSSARY);
    }
    document_sources(d);
}
