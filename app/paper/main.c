/* main.c - the program `naru-print`, which `naru print` becomes: argv -> content -> rows
 * (briefing.c, article.c) -> pages (flow.c) -> a PDF (pdf.c), whole or not at all. Neither the
 * kiosk nor the browser has any of it. */
#include "base/file.h"
#include "cli/command.h"
#include "cli/paths.h"
#include "i18n/civil.h"
#include "paper/options.h"
#include "paper/print.h"
#include "teach.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

/* The day of making, which SOURCE_DATE_EPOCH may say (reproducible-builds.org). */
static bool
find_today(struct edtf *today, struct err *err) {
    const char *said = getenv("SOURCE_DATE_EPOCH");
    struct clock_day day = clock_today();
    int64_t seconds;
    today->from =
        (struct edtf_point){EDTF_DAY, (int16_t)day.year, (int8_t)day.month, (int8_t)day.day};
    if (!said || !*said) {
        return true;
    }
    if (!str_to_i64(str_from(said), &seconds) || seconds < 0 ||
        civil_day(seconds / 86400).precision == EDTF_NONE) {
        return err_set(err, ERR_USAGE, "SOURCE_DATE_EPOCH is %s; it is seconds since 1970", said);
    }
    today->from = civil_day(seconds / 86400);
    return true;
}

/* Languages and fonts; content is opened by the caller. */
static bool
open_services(
    struct arena *arena, const struct paths *paths, struct print_job *job, struct err *err) {
    size_t folder = str_from(paths->fonts).n - STR("fonts.ini").n;
    struct str heads = arena_printf(arena, "%.*sheads.ini", (int)folder, paths->fonts);
    job->i18n = i18n_open(paths->bundles, err);
    job->engines.body = job->i18n ? text_engine_open(paths->fonts, err) : NULL;
    job->engines.head = job->engines.body ? text_engine_open(heads.p, err) : NULL;
    if (!job->engines.head) {
        return false;
    }
    teach_engine(job->engines.body, job->store);
    teach_engine(job->engines.head, job->store);
    return true;
}

/* Without a language named, the one that the content was written in first. */
static bool
set_languages(const struct print_options *options, struct arena *arena, struct print_job *job,
    struct err *err) {
    struct store_info info = {0};
    job->lang_count = options->lang_count;
    for (int i = 0; i < options->lang_count; i++) {
        job->langs[i] = options->langs[i];
    }
    if (job->lang_count > 0) {
        return true;
    }
    bool ok = store_info(job->store, arena, &info, err);
    job->langs[job->lang_count++] = info.original;
    return ok;
}

static bool
print(const struct print_options *options, struct arena *arena, struct err *err) {
    struct print_job job = {.path = str_from(options->path)};
    struct paths paths;
    struct str_buf bytes = {0};
    bool ok = paths_find(arena, &paths, err) && find_today(&job.today, err);
    if (ok) {
        job.store = store_open(options->content ? options->content : paths.database, err);
        ok = job.store && set_languages(options, arena, &job, err) &&
             open_services(arena, &paths, &job, err) && print_pdf(&job, &bytes, err) &&
             file_replace(options->out, str_buf_str(&bytes), err);
    }
    text_engine_close(job.engines.head);
    text_engine_close(job.engines.body);
    i18n_close(job.i18n);
    store_close(job.store);
    str_buf_finish(&bytes);
    return ok;
}

static int
print_help(void) {
    struct str_buf text = {0};
    str_buf_add(&text, STR("usage: naru print PATH [OPTIONS]    a document of A4 pages, as PDF\n\n"
                           "  briefing:CITY, cities/CITY          a city for a visit\n"
                           "  guides/ID, cases/ID, talks/ID, reports/ID, letters/ID\n\n"));
    option_help_add(&text, &print_options_table, NULL);
    fputs(text.p, stdout);
    str_buf_finish(&text);
    return command_flush(EXIT_DONE);
}

int
main(int argc, char **argv) {
    struct print_options options;
    struct arena arena;
    struct err err;
    setlocale(LC_ALL, "C.UTF-8");
    if (!print_options_parse(argc, argv, &options, &err)) {
        return command_fail(EXIT_USAGE, "%s", err.message);
    }
    if (options.help) {
        return print_help();
    }
    arena_init(&arena);
    bool ok = print(&options, &arena, &err);
    arena_finish(&arena);
    return ok ? EXIT_DONE
              : command_fail(err.code == ERR_USAGE ? EXIT_USAGE : EXIT_WRONG, "%s", err.message);
}
