#include "paper/options.h"

enum option_id {
#define OPTION(id, ...) OPT_##id,
#include "paper/options.def"
#undef OPTION
    OPT_COUNT
};

#define REQUIRED OPTION_REQUIRED
static const struct option_spec specs[OPT_COUNT] = {
#define OPTION(                                                                           \
    id, name, letter, type, flags, low, high, otherwise, unit, value, choice, find, text) \
    {name, letter, OPTION_##type, flags, low, high, otherwise, unit, value, choice, find, text},
#include "paper/options.def"
#undef OPTION
};
#undef REQUIRED

const struct option_table print_options_table = {"naru print", specs, OPT_COUNT};

/* "ko,ja" */
static bool
read_languages(struct str text, struct print_options *out, struct err *err) {
    struct str_buf tags = {0}, word = {0};
    struct str rest = text, tag;
    bool ok = true;
    while (ok && str_split(&rest, ',', &tag)) {
        enum locale_id locale;
        ok = out->lang_count < SHEET_LANGUAGES && locale_from_tag(str_trim(tag), &locale) &&
             (out->lang_count == 0 || out->langs[0] != locale);
        if (ok) {
            out->langs[out->lang_count++] = locale;
        }
    }
    if (ok && out->lang_count > 0) {
        return true;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_printf(&tags, "%s%s", i > 0 ? ", " : "", locale_tag((enum locale_id)i));
    }
    option_word_add(&word, text);
    err_set(err, ERR_USAGE,
        "--locale is one of %s, or two different ones with a comma between them, not \"%s\"",
        tags.p, word.p ? word.p : "");
    str_buf_finish(&tags);
    str_buf_finish(&word);
    return false;
}

bool
print_options_parse(int argc, char *const *argv, struct print_options *out, struct err *err) {
    struct option_value v[OPT_COUNT] = {0};
    struct option_words words = {0};
    struct option_fault fault;
    *out = (struct print_options){0};
    if (!option_parse(&print_options_table, argc, argv, v, &words, &fault)) {
        return option_fail(&print_options_table, &fault, err);
    }
    out->help = v[OPT_HELP].flag;
    if (out->help) {
        return true;
    }
    if (words.count != 1) {
        return err_set(
            err, ERR_USAGE, "usage: naru print PATH|briefing:CITY [--locale L[,L]] --out FILE.pdf");
    }
    if (!v[OPT_OUT].is_set) {
        return err_set(err, ERR_USAGE, "naru print needs --out FILE.pdf");
    }
    out->path = words.words[0];
    out->out = v[OPT_OUT].text.p;
    out->content = v[OPT_CONTENT].is_set ? v[OPT_CONTENT].text.p : NULL;
    return !v[OPT_LOCALE].is_set || read_languages(v[OPT_LOCALE].text, out, err);
}
