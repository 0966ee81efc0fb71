/* naru-content: the authoring desk. argv -> options -> a verb of commands/ -> an exit code: 0 done,
 * 1 the input is wrong (said with where and what to do, by `check` on standard output, by the
 * others on standard error), 2 usage. */
#include "base/check.h"
#include "base/xalloc.h"
#include "compiler/commands/verb.h"

#include <stdlib.h>
#include <string.h>

static const struct verb *const verbs[] = {
    &verb_check,
    &verb_build,
    &verb_dump,
    &verb_report,
    &verb_accept,
    &verb_new,
    &verb_man,
};
static const struct verb_list list = {verbs, ARRAY_LEN(verbs)};

static int
usage(enum locale_id locale, enum trouble trouble, struct str first, struct str second) {
    struct err err;
    struct str_buf help = {0};
    TROUBLE_SET(&err, ERR_USAGE, locale, trouble, .text = {first, second});
    verb_fail(&err);
    verb_add_help(&help, &list, locale);
    verb_print(stderr, &help);
    str_buf_finish(&help);
    return EXIT_WORDS;
}

static const struct verb *
find(const char *verb) {
    for (size_t i = 0; i < list.count; i++) {
        if (strcmp(verbs[i]->verb, verb) == 0) {
            return verbs[i];
        }
    }
    return NULL;
}

static int
run(const struct verb_words *given, struct command_line *line) {
    const struct option_words *words = &given->words;
    if (words->count == 0) {
        return usage(line->locale, TROUBLE_NO_VERB, STR(""), STR(""));
    }
    const struct verb *verb = find(words->words[0]);
    if (!verb) {
        return usage(line->locale, TROUBLE_UNKNOWN_VERB, str_from(words->words[0]), STR(""));
    }
    int more = words->count - 1 - verb->arguments;
    if (more < 0 || (more > 0 && !verb->takes_more)) {
        return usage(line->locale, TROUBLE_VERB_WORDS, str_from(verb->verb), str_from(verb->words));
    }
    if (!verb_suits(given, verb->verb, line->locale)) {
        return EXIT_WORDS;
    }
    line->argument = verb->arguments > 0 ? words->words[1] : NULL;
    line->more = words->all + 1 + verb->arguments;
    line->more_count = (size_t)more;
    return verb->run_list ? verb->run_list(&list) : verb->run(line);
}

static int
print_help(enum locale_id locale) {
    struct str_buf help = {0};
    verb_add_help(&help, &list, locale);
    verb_print(stdout, &help);
    str_buf_finish(&help);
    return EXIT_DONE;
}

int
main(int argc, char **argv) {
    struct command_line line = {0};
    struct verb_words words = {.words.all = xcalloc((size_t)argc + 1, sizeof(*words.words.all))};
    int code;
    if (!verb_read_options(argc, argv, &line, &words)) {
        struct str_buf help = {0};
        verb_add_help(&help, &list, line.locale);
        verb_print(stderr, &help);
        str_buf_finish(&help);
        code = EXIT_WORDS;
    } else {
        code = words.help ? print_help(line.locale) : run(&words, &line);
    }
    free(words.words.all);
    return verb_flush(code, line.locale);
}
