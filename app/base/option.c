/* The command line, and what a value may be. */
#include "base/option.h"

#include "base/check.h"

#include <string.h>

static bool
read_yes_no(struct str text, bool *out) {
    static const char *const words[] = {"no", "yes", "off", "on", "false", "true"};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_eq(text, str_from(words[i]))) {
            *out = i % 2;
            return true;
        }
    }
    return false;
}

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Digits, at most one point, a minus: no exponent, no infinity, nothing that is not a number. */
static bool
read_number(struct str text, double *out) {
    size_t digits = 0, points = 0;
    for (size_t i = 0; i < text.n; i++) {
        bool is_sign = i == 0 && (text.p[i] == '-' || text.p[i] == '+');
        digits += is_digit(text.p[i]);
        points += text.p[i] == '.';
        if (!is_digit(text.p[i]) && text.p[i] != '.' && !is_sign) {
            return false;
        }
    }
    return digits > 0 && digits <= 15 && points <= 1 && str_to_double(text, out);
}

static bool
is_within(const struct option_spec *spec, double number) {
    return number >= spec->low && number <= spec->high;
}

static bool
read_whole(const struct option_spec *spec, struct str text, int64_t *out) {
    return str_to_i64(text, out) && is_within(spec, (double)*out);
}

static bool
read_size(const struct option_spec *spec, struct str text, struct option_value *value) {
    struct str rest = text, width, height;
    int64_t w, h;
    if (!str_split(&rest, 'x', &width) || !str_split(&rest, 'x', &height) || rest.p ||
        !read_whole(spec, width, &w) || !read_whole(spec, height, &h)) {
        return false;
    }
    value->width = (int)w;
    value->height = (int)h;
    return true;
}

static bool
read_choice(const struct option_spec *spec, struct str text, size_t *out) {
    for (size_t i = 0; spec->choice(i); i++) {
        if (str_eq(text, str_from(spec->choice(i)))) {
            *out = i;
            return true;
        }
    }
    return spec->find && text.n > 0 && spec->find(text, out);
}

/* What a browser opens, and a code can hold with a path behind it. */
static bool
is_address(struct str text) {
    size_t scheme = str_starts(text, STR("https://"))  ? STR("https://").n
                    : str_starts(text, STR("http://")) ? STR("http://").n
                                                       : 0;
    if (scheme == 0 || text.n == scheme || text.n > OPTION_ADDRESS_BYTES) {
        return false;
    }
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] <= ' ' || text.p[i] > '~' || strchr("\"<>?#\\^`{|}", text.p[i])) {
            return false;
        }
    }
    return text.p[scheme] != '/';
}

bool
option_read_value(const struct option_spec *spec, struct str text, struct option_value *value) {
    int64_t whole;
    value->text = text;
    switch (spec->type) {
    case OPTION_FLAG:
        return read_yes_no(text, &value->flag);
    case OPTION_CHOICE:
        return read_choice(spec, text, &value->choice);
    case OPTION_NUMBER:
        return read_number(text, &value->number) && is_within(spec, value->number);
    case OPTION_INTEGER:
        if (!read_whole(spec, text, &whole)) {
            return false;
        }
        value->number = (double)whole;
        return true;
    case OPTION_SIZE:
        return read_size(spec, text, value);
    case OPTION_PATH:
        return text.n > 0;
    case OPTION_ADDRESS:
        return is_address(text);
    }
    return false;
}

bool
option_list_has(const char *list, const char *word) {
    struct str rest = str_from(list), one;
    while (str_split(&rest, ',', &one)) {
        if (str_eq(str_trim(one), str_from(word))) {
            return true;
        }
    }
    return false;
}

bool
option_is_for(const struct option_spec *spec, const char *verb) {
    return !spec->users || option_list_has(spec->users, verb);
}

/* The option a name means: the one that has it, or the only one that begins so. */
static const struct option_spec *
find_option(const struct option_table *table, struct str name, enum option_wrong *wrong) {
    const struct option_spec *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        struct str own = str_from(table->specs[i].name);
        if (str_eq(own, name)) {
            return &table->specs[i];
        }
        if (name.n > 0 && str_starts(own, name)) {
            found = &table->specs[i];
            count++;
        }
    }
    *wrong = count > 1 ? OPTION_AMBIGUOUS : OPTION_UNKNOWN;
    return count == 1 ? found : NULL;
}

static const struct option_spec *
find_letter(const struct option_table *table, char letter) {
    for (size_t i = 0; i < table->count; i++) {
        if (table->specs[i].letter && table->specs[i].letter == letter) {
            return &table->specs[i];
        }
    }
    return NULL;
}

/* Where reading stands on the command line. */
struct reading {
    const struct option_table *table;
    struct option_value *values;
    struct option_fault *fault;
    char *const *argv;
    int argc, at; /* argv[at] is the word being read */
};

static bool
fail(struct reading *r, enum option_wrong wrong, const struct option_spec *spec, struct str word) {
    *r->fault = (struct option_fault){.wrong = wrong, .spec = spec, .word = word};
    return false;
}

/* `given`: the value joined to the name; .p NULL when there is none. The last one counts. */
static bool
take(struct reading *r, const struct option_spec *spec, struct str given) {
    struct option_value *value = &r->values[spec - r->table->specs];
    *value = (struct option_value){.is_set = true, .flag = true};
    if (spec->type == OPTION_FLAG && !given.p) {
        return true;
    }
    if (!given.p) {
        if (r->at + 1 >= r->argc) {
            return fail(r, OPTION_NEEDS_VALUE, spec, str_from(r->argv[r->at]));
        }
        given = str_from(r->argv[++r->at]);
    }
    return option_read_value(spec, given, value) || fail(r, OPTION_WRONG_VALUE, spec, given);
}

static bool
take_long(struct reading *r, struct str word) {
    struct str rest = str_slice(word, 2, word.n), name;
    enum option_wrong wrong = OPTION_UNKNOWN;
    str_split(&rest, '=', &name);
    const struct option_spec *spec = find_option(r->table, name, &wrong);
    return spec ? take(r, spec, rest) : fail(r, wrong, NULL, word);
}

/* -h, -o FILE, -oFILE. A word that no letter explains is named as a whole. */
static bool
take_short(struct reading *r, struct str word) {
    const struct option_spec *spec = find_letter(r->table, word.p[1]);
    struct str given = word.n > 2 ? str_slice(word, 2, word.n) : (struct str){0};
    if (!spec || (spec->type == OPTION_FLAG && given.n > 0)) {
        return fail(r, OPTION_UNKNOWN, NULL, word);
    }
    return take(r, spec, given);
}

bool
option_parse(const struct option_table *table, int argc, char *const *argv,
    struct option_value *values, struct option_words *words, struct option_fault *fault) {
    struct reading r = {table, values, fault, argv, argc, 1};
    bool only_words = false;
    *words = (struct option_words){.all = words->all};
    for (; r.at < argc; r.at++) {
        struct str word = str_from(argv[r.at]);
        if (!only_words && str_eq(word, STR("--"))) {
            only_words = true;
        } else if (!only_words && str_starts(word, STR("--"))) {
            if (!take_long(&r, word)) {
                return false;
            }
        } else if (!only_words && word.n > 1 && word.p[0] == '-') {
            if (!take_short(&r, word)) {
                return false;
            }
        } else {
            if (words->count < OPTION_WORDS) {
                words->words[words->count] = argv[r.at];
            }
            if (words->all) {
                words->all[words->count] = argv[r.at];
            }
            words->count++;
        }
    }
    return true;
}
