/* The command line of naru-content, and what is wrong with it, in the language asked for. */
#include "compiler/commands/verb.h"

#include "base/check.h"

#include <stdlib.h>
#include <string.h>

static const char *
locale_choice(size_t index) {
    return index < LOCALE_COUNT ? locale_tag((enum locale_id)index) : NULL;
}

static bool
locale_find(struct str text, size_t *index) {
    enum locale_id locale;
    bool found = locale_from_tag(text, &locale);
    *index = found ? (size_t)locale : 0;
    return found;
}

enum option_id {
#define OPTION(id, ...) OPT_##id,
#include "compiler/commands/options.def"
#undef OPTION
    OPT_COUNT
};

static const struct option_spec specs[OPT_COUNT] = {
#define OPTION(id, name, letter, type, flags, low, high, otherwise, unit, value, choice, find, \
    users, ko, ja, en)                                                                         \
    {name, letter, OPTION_##type, flags, low, high, otherwise, unit, value, choice, find, en,  \
        users},
#include "compiler/commands/options.def"
#undef OPTION
};
_Static_assert(OPT_COUNT <= 32, "struct verb_words has a bit for each");

const struct option_table verb_options = {"naru-content", specs, OPT_COUNT};

static const char *const texts[OPT_COUNT][LOCALE_COUNT] = {
#define OPTION(id, name, letter, type, flags, low, high, otherwise, unit, value, choice, find, \
    users, ko, ja, en)                                                                         \
    {[LOCALE_KO] = ko, [LOCALE_JA] = ja, [LOCALE_EN] = en},
#include "compiler/commands/options.def"
#undef OPTION
};

static const char *
text_ko(size_t index) {
    return texts[index][LOCALE_KO];
}
static const char *
text_ja(size_t index) {
    return texts[index][LOCALE_JA];
}
static const char *
text_en(size_t index) {
    return texts[index][LOCALE_EN];
}

static enum locale_id
locale_of_environment(void) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    enum locale_id locale;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value) {
            return locale_from_tag(str_from(value), &locale) ? locale : LOCALE_EN;
        }
    }
    return LOCALE_EN;
}

void
verb_add_help(struct str_buf *out, const struct verb_list *verbs, enum locale_id locale) {
    static const char *(*const text[LOCALE_COUNT])(size_t) = {
        [LOCALE_KO] = text_ko, [LOCALE_JA] = text_ja, [LOCALE_EN] = text_en};
    static const char *const options[LOCALE_COUNT] = {"옵션:\n", "オプション：\n", "options:\n"};
    static const char *const usage[LOCALE_COUNT] = {"사용법: naru-content 명령 [옵션]\n",
        "使い方：naru-content コマンド [オプション]\n", "usage: naru-content VERB [OPTIONS]\n"};
    str_buf_add(out, str_from(trouble_in(usage, locale)));
    for (size_t i = 0; i < verbs->count; i++) {
        const struct verb *verb = verbs->items[i];
        str_buf_printf(
            out, "  %-7s%-15s%s\n", verb->verb, verb->words, trouble_in(verb->summary, locale));
    }
    str_buf_add(out, str_from(trouble_in(options, locale)));
    option_help_add(out, &verb_options, text[locale]); /* none: the table has English */
}

static void
say(const struct option_fault *fault, enum locale_id locale) {
    static const enum trouble troubles[] = {[OPTION_UNKNOWN] = TROUBLE_UNKNOWN_OPTION,
        [OPTION_AMBIGUOUS] = TROUBLE_AMBIGUOUS_OPTION,
        [OPTION_NEEDS_VALUE] = TROUBLE_OPTION_VALUE,
        [OPTION_WRONG_VALUE] = TROUBLE_OPTION_WRONG,
        [OPTION_UNUSED] = TROUBLE_OPTION_UNUSED};
    struct str_buf word = {0}, more = {0};
    struct err err;
    option_word_add(&word, fault->word);
    if (fault->wrong == OPTION_AMBIGUOUS) {
        option_names_add(&more, &verb_options, fault->word);
    } else if (fault->spec) {
        bool is_path = fault->spec->type == OPTION_PATH;
        bool is_unused = fault->wrong == OPTION_UNUSED;
        if (is_unused) {
            str_buf_add(&more, str_from(fault->spec->users));
        } else {
            option_limits_add(&more, fault->spec, ", ");
            str_buf_add(&more, is_path ? str_from(fault->spec->value) : STR(""));
        }
    }
    struct str name = fault->spec ? str_from(fault->spec->name) : str_buf_str(&word);
    bool is_wrong = fault->wrong == OPTION_WRONG_VALUE || fault->wrong == OPTION_UNUSED;
    TROUBLE_SET(&err, ERR_USAGE, locale, troubles[fault->wrong],
        .text = {name, is_wrong ? str_buf_str(&word) : str_buf_str(&more), str_buf_str(&more)});
    verb_fail(&err);
    str_buf_finish(&word);
    str_buf_finish(&more);
}

bool
verb_suits(const struct verb_words *words, const char *verb, enum locale_id locale) {
    for (size_t i = 0; i < OPT_COUNT; i++) {
        if ((words->given & (uint32_t)1 << i) && !option_is_for(&specs[i], verb)) {
            struct option_fault fault = {
                .wrong = OPTION_UNUSED, .spec = &specs[i], .word = str_from(verb)};
            say(&fault, locale);
            return false;
        }
    }
    return true;
}

bool
verb_read_options(int argc, char **argv, struct command_line *line, struct verb_words *out) {
    struct option_value v[OPT_COUNT] = {0};
    struct option_fault fault;
    bool ok = option_parse(&verb_options, argc, argv, v, &out->words, &fault);
    bool has_locale = v[OPT_LOCALE].is_set && (ok || fault.spec != &specs[OPT_LOCALE]);
    line->locale = has_locale ? (enum locale_id)v[OPT_LOCALE].choice : locale_of_environment();
    line->has_locale = has_locale;
    line->has_original = v[OPT_ORIGINAL].is_set;
    line->original = (enum locale_id)v[OPT_ORIGINAL].choice;
    line->out_path = v[OPT_OUT].is_set ? v[OPT_OUT].text.p : NULL;
    line->words_folder = v[OPT_WORDS].is_set ? v[OPT_WORDS].text.p : NULL;
    line->all = v[OPT_ALL].flag;
    line->against = v[OPT_AGAINST].is_set ? v[OPT_AGAINST].text.p : NULL;
    line->undo = v[OPT_UNDO].flag;
    out->help = v[OPT_HELP].flag;
    for (size_t i = 0; i < OPT_COUNT; i++) {
        out->given |= v[i].is_set ? (uint32_t)1 << i : 0;
    }
    if (!ok) {
        say(&fault, line->locale);
    }
    return ok;
}
