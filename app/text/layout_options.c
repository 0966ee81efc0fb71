/* The command line of naru layout. */
#include "text/layout_json.h"

#include "base/check.h"

static const char *
lang_choice(size_t index) {
    return index < LOCALE_COUNT ? locale_tag((enum locale_id)index) : NULL;
}

static bool
lang_find(struct str text, size_t *index) {
    enum locale_id locale;
    bool found = locale_from_tag(text, &locale);
    *index = found ? (size_t)locale : 0;
    return found;
}

static const char *
style_choice(size_t index) {
    static const char *const words[] = {"body", "heading"};
    return index < ARRAY_LEN(words) ? words[index] : NULL;
}

static const char *
kinsoku_choice(size_t index) {
    static const char *const words[] = {[TEXT_KINSOKU_STRICT] = "strict",
        [TEXT_KINSOKU_NORMAL] = "normal",
        [TEXT_KINSOKU_LOOSE] = "loose"};
    return index < ARRAY_LEN(words) ? words[index] : NULL;
}

static const char *
weight_choice(size_t index) {
    static const char *const words[] = {[TEXT_REGULAR] = "regular", [TEXT_BOLD] = "bold"};
    return index < ARRAY_LEN(words) ? words[index] : NULL;
}

enum option_id {
#define OPTION(id, ...) OPT_##id,
#include "text/layout_options.def"
#undef OPTION
    OPT_COUNT
};

#define REQUIRED OPTION_REQUIRED
static const struct option_spec specs[OPT_COUNT] = {
#define OPTION(                                                                           \
    id, name, letter, type, flags, low, high, otherwise, unit, value, choice, find, text) \
    {name, letter, OPTION_##type, flags, low, high, otherwise, unit, value, choice, find, text},
#include "text/layout_options.def"
#undef OPTION
};
#undef REQUIRED

const struct option_table layout_options_table = {"naru layout", specs, OPT_COUNT};

static bool
has_all(const struct option_value *values, struct err *err) {
    for (size_t i = 0; i < OPT_COUNT; i++) {
        if ((specs[i].flags & OPTION_REQUIRED) && !values[i].is_set) {
            return err_set(err, ERR_USAGE,
                "naru layout needs --lang, --width and --size; --%s is missing", specs[i].name);
        }
    }
    return true;
}

bool
layout_options_parse(int argc, char *const *argv, struct layout_options *out, struct err *err) {
    struct option_value v[OPT_COUNT] = {0};
    struct option_words words = {0};
    struct option_fault fault;
    *out = (struct layout_options){0};
    if (!option_parse(&layout_options_table, argc, argv, v, &words, &fault)) {
        return option_fail(&layout_options_table, &fault, err);
    }
    out->help = v[OPT_HELP].flag;
    if (words.count > 0) {
        struct str_buf word = {0};
        option_word_add(&word, str_from(words.words[0]));
        err_set(err, ERR_USAGE,
            "naru layout takes options only, not \"%s\"; paragraphs come on standard input",
            word.p ? word.p : "");
        str_buf_finish(&word);
        return false;
    }
    if (out->help) {
        return true;
    }
    bool is_heading = v[OPT_STYLE].choice == 1;
    out->width_px = (float)v[OPT_WIDTH].number;
    out->style = (struct text_style){
        .lang = (enum locale_id)v[OPT_LANG].choice,
        .size_px = (float)v[OPT_SIZE].number,
        .breaking = is_heading ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY,
        .balance = is_heading,
        .kinsoku = (enum text_kinsoku)v[OPT_KINSOKU].choice,
        .weight = (enum text_weight)v[OPT_WEIGHT].choice,
        .align = v[OPT_JUSTIFY].flag ? TEXT_ALIGN_JUSTIFY : (enum text_align)0,
        .hang = v[OPT_HANG].flag,
        .vertical = v[OPT_VERTICAL].flag,
    };
    return has_all(v, err);
}
