/* naru-content: the authoring desk. argv -> a verb -> an exit code: 0 done, 1 the input is wrong
 * (said on standard error, with where and what to do), 2 usage. */
#include "base/file.h"
#include "compiler/compile.h"
#include "compiler/check/coverage.h"
#include "compiler/write/dump.h"
#include "compiler/write/report.h"
#include "compiler/write/starter.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { EXIT_DONE, EXIT_INPUT, EXIT_USAGE };

struct command_line {
    enum locale_id locale;
    const char *argument, *out_path;
    bool has_locale;
};

static const char usage_text[] =
    "usage: naru-content VERB [options]\n"
    "  check DIR            name every mistake in the sources as file:line:column: message\n"
    "  build DIR -o FILE    write the content database\n"
    "  dump FILE            one line a record: base columns, then one language's texts\n"
    "  report DIR           missing or stale translations, missing readings, uncovered characters\n"
    "  accept DIR           note the translations as up to date (DIR/translations.state)\n"
    "  new DIR              write a small folder of example sources to start from\n"
    "options:\n"
    "  --locale ko|ja|en    language of messages, and of dump (default: LANG, else en)\n"
    "  -o, --out FILE       where build writes\n";

static enum locale_id
locale_of_environment(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum locale_id locale;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            return locale_from_tag(str_from(value), &locale) ? locale : LOCALE_EN;
        }
    }
    return LOCALE_EN;
}

static int
usage(const char *complaint, const char *what) {
    if (complaint) {
        fprintf(stderr, "naru-content: %s%s%s\n", complaint, what ? ": " : "", what ? what : "");
    }
    fputs(usage_text, stderr);
    return EXIT_USAGE;
}

static int
fail(const struct err *err) {
    fprintf(stderr, "naru-content: %s\n", err->message);
    return EXIT_INPUT;
}

static void
print(FILE *stream, const struct str_buf *buf) {
    if (buf->n > 0) {
        fwrite(buf->p, 1, buf->n, stream);
    }
}

static int
finish_output(const struct str_buf *buf) {
    print(stdout, buf);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "naru-content: cannot write to standard output\n");
        return EXIT_INPUT;
    }
    return EXIT_DONE;
}

static int
run_compile(const struct command_line *line, const char *out_path) {
    struct compile compile;
    struct compile_options options = {0};
    struct err err = {0};
    struct str_buf out = {0};
    struct coverage *coverage = coverage_open(&options);
    bool ok = compile_folder(&compile, line->argument, out_path, &options, &err);
    if (err.code == ERR_NONE) {
        diag_print(&compile.diag, line->locale, str_from(line->argument), &out);
        print(stderr, &out);
    }
    int code = ok ? EXIT_DONE : err.code == ERR_NONE ? EXIT_INPUT : fail(&err);
    str_buf_finish(&out);
    compile_finish(&compile);
    coverage_close(coverage);
    return code;
}

static int
run_check(const struct command_line *line) {
    return run_compile(line, NULL);
}

static int
run_build(const struct command_line *line) {
    if (!line->out_path) {
        return usage("build needs -o FILE", NULL);
    }
    return run_compile(line, line->out_path);
}

static int
run_dump(const struct command_line *line) {
    struct str_buf out = {0};
    struct err err = {0};
    int code =
        dump_database(line->argument, line->locale, &out, &err) ? finish_output(&out) : fail(&err);
    str_buf_finish(&out);
    return code;
}

static int
run_report(const struct command_line *line) {
    struct str_buf out = {0};
    struct err err = {0};
    struct compile_options options = {0};
    struct coverage *coverage = coverage_open(&options);
    bool ok = report_folder(line->argument, line->locale, &options, &out, &err);
    int code = ok ? finish_output(&out) : fail(&err);
    str_buf_finish(&out);
    coverage_close(coverage);
    return code;
}

static int
run_accept(const struct command_line *line) {
    struct err err = {0};
    return report_accept(line->argument, &err) ? EXIT_DONE : fail(&err);
}

static int
run_new(const struct command_line *line) {
    struct err err = {0};
    return starter_write(line->argument, &err) ? EXIT_DONE : fail(&err);
}

static const struct verb {
    const char *name;
    int (*run)(const struct command_line *line);
} verbs[] = {
    {"check", run_check},
    {"build", run_build},
    {"dump", run_dump},
    {"report", run_report},
    {"accept", run_accept},
    {"new", run_new},
};

/* False after saying what is wrong. */
static bool
parse_options(int argc, char **argv, struct command_line *line) {
    static const struct option options[] = {{"locale", required_argument, NULL, 'l'},
        {"out", required_argument, NULL, 'o'}, {"help", no_argument, NULL, 'h'}, {0}};
    int option;
    while ((option = getopt_long(argc, argv, "o:h", options, NULL)) != -1) {
        if (option == 'o') {
            line->out_path = optarg;
        } else if (option != 'l') {
            usage(NULL, NULL);
            return false;
        } else if (!locale_from_tag(str_from(optarg), &line->locale)) {
            usage("unknown locale; use ko, ja or en", optarg);
            return false;
        }
    }
    return true;
}

int
main(int argc, char **argv) {
    struct command_line line = {.locale = locale_of_environment()};
    if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        fputs(usage_text, stdout);
        return EXIT_DONE;
    }
    if (!parse_options(argc, argv, &line)) {
        return EXIT_USAGE;
    }
    if (argc - optind != 2) {
        return usage("a verb and one argument are needed", NULL);
    }
    line.argument = argv[optind + 1];
    for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
        if (strcmp(argv[optind], verbs[i].name) == 0) {
            return verbs[i].run(&line);
        }
    }
    return usage("unknown verb", argv[optind]);
}
