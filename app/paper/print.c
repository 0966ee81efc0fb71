#include "paper/print.h"

#include "paper/document.h"
#include "paper/pdf.h"

#include <stdio.h>

/* "briefing:hamamatsu": what stands before and after the sign. */
static bool
cut(struct str path, char sign, struct str *folder, struct str *id) {
    *id = path;
    return str_split(id, sign, folder) && folder->n < path.n && id->n > 0;
}

/* An article alone: its title large, its text, where it is from. */
static bool
article(struct document *d, struct str kind, struct str slug) {
    struct store_article head;
    bool found = false;
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_SECTION);
    row->level = 1;
    row->keeps_next = true;
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        d->ok = store_article(
            d->store, d->sheet.arena, d->in[i].locale, kind, slug, &head, &found, d->err);
        if (!d->ok || !found) {
            return false;
        }
        row->cells[i].text = sheet_text(&d->sheet, head.title);
        d->sheet.title = i == 0 ? row->cells[i].text : d->sheet.title;
    }
    found = document_article(d, kind, slug, 0);
    document_sources(d);
    return found;
}

static bool
is_article(struct str kind) {
    static const char *const kinds[] = {"guides", "cases", "talks", "reports"};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (str_eq(kind, str_from(kinds[i]))) {
            return true;
        }
    }
    return false;
}

static bool
write(struct document *d, struct str path) {
    struct str folder, id;
    bool found = false;
    if (cut(path, ':', &folder, &id) && str_eq(folder, STR("briefing"))) {
        document_briefing(d, id, &found);
    } else if (cut(path, '/', &folder, &id) && str_eq(folder, STR("cities"))) {
        document_briefing(d, id, &found);
    } else if (cut(path, '/', &folder, &id) && str_eq(folder, STR("letters"))) {
        found = article(d, STR("guides"), id);
    } else if (cut(path, '/', &folder, &id) && is_article(folder)) {
        found = article(d, folder, id);
    }
    return found;
}

bool
print_lay_out(const struct print_job *job, struct arena *arena, struct sheet *sheet,
    struct flow *flow, struct err *err) {
    struct document d = {.store = job->store, .today = job->today, .err = err, .ok = true};
    d.sheet.arena = arena;
    d.sheet.lang_count = job->lang_count;
    for (int i = 0; i < job->lang_count; i++) {
        d.sheet.langs[i] = job->langs[i];
        d.in[i] = (struct phrasing){job->store, job->i18n, job->langs[i]};
    }
    bool found = write(&d, job->path);
    if (d.ok && !found) {
        return err_set(err, ERR_USAGE,
            "there is no %.*s to print; briefing:CITY, guides/ID, cases/ID, talks/ID, reports/ID "
            "and "
            "letters/ID are, and naru screens lists them",
            STR_ARG(job->path));
    }
    if (!d.ok) {
        return false;
    }
    *sheet = d.sheet;
    flow_make(flow, sheet, &job->engines);
    return true;
}

bool
print_pdf(const struct print_job *job, struct str_buf *out, struct err *err) {
    struct arena arena;
    struct sheet sheet;
    struct flow flow;
    char made[40];
    arena_init(&arena);
    bool ok = print_lay_out(job, &arena, &sheet, &flow, err);
    if (ok) {
        const struct edtf_point *day = &job->today.from;
        snprintf(made, sizeof(made), "%04d-%02d-%02dT00:00:00Z", day->year, day->month, day->day);
        struct pdf_facts facts = {
            .title = sheet.title, .lang = job->langs[0], .made = made, .creator = "Naru"};
        ok = pdf_write(&flow, &job->engines, &facts, out, err);
    }
    arena_finish(&arena);
    return ok;
}
