/* What the table says in words: messages, --help, the man page. */
#include "base/option.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>

enum { WORD_CHARACTERS = 60, HELP_COLUMN = 26 };

void
option_word_add(struct str_buf *out, struct str word) {
    size_t count = 0;
    for (size_t at = 0; at < word.n; count++) {
        uint32_t c = utf8_next(word, &at);
        if (count == WORD_CHARACTERS) {
            str_buf_add(out, STR("…"));
            return;
        }
        str_buf_utf8(out, c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : c);
    }
}

static void
add_choices(struct str_buf *out, const struct option_spec *spec, const char *or_word) {
    for (size_t i = 0; spec->choice(i); i++) {
        bool is_last = !spec->choice(i + 1);
        str_buf_printf(out, "%s%s", i == 0 ? "" : is_last ? or_word : ", ", spec->choice(i));
    }
}

void
option_limits_add(struct str_buf *out, const struct option_spec *spec, const char *or_word) {
    if (spec->type == OPTION_CHOICE) {
        add_choices(out, spec, or_word);
    } else if (spec->type == OPTION_FLAG) {
        str_buf_printf(out, "yes%sno", or_word);
    } else if (spec->type != OPTION_PATH && spec->type != OPTION_ADDRESS) {
        str_buf_printf(
            out, "%.12g to %.12g%s%s", spec->low, spec->high, *spec->unit ? " " : "", spec->unit);
    }
}

static void
add_name(struct str_buf *out, const struct option_spec *spec, const struct option_fault *fault) {
    str_buf_printf(out, "%s%s", fault->line ? "" : "--", spec->name);
}

static void
add_takes(struct str_buf *out, const struct option_spec *spec) {
    const char *unit = spec->unit;
    switch (spec->type) {
    case OPTION_CHOICE:
    case OPTION_FLAG:
        str_buf_add(out, STR(" takes "));
        option_limits_add(out, spec, " or ");
        break;
    case OPTION_NUMBER:
    case OPTION_INTEGER:
        str_buf_printf(out, " takes a %s from %.12g to %.12g%s%s",
            spec->type == OPTION_INTEGER ? "whole number" : "number", spec->low, spec->high,
            *unit ? " " : "", unit);
        break;
    case OPTION_SIZE:
        str_buf_printf(out, " takes WIDTHxHEIGHT in %s, each from %.12g to %.12g, such as %s", unit,
            spec->low, spec->high, "1080x1920");
        break;
    case OPTION_ADDRESS:
        str_buf_add(out, STR(" takes the address of a page, such as https://naru.example/"));
        break;
    case OPTION_PATH:
        str_buf_printf(
            out, " takes the name of a %s", strcmp(spec->value, "FOLDER") == 0 ? "folder" : "file");
        break;
    }
}

void
option_names_add(struct str_buf *out, const struct option_table *table, struct str word) {
    struct str rest = str_slice(word, 2, word.n), name;
    str_split(&rest, '=', &name);
    bool is_first = true;
    for (size_t i = 0; i < table->count; i++) {
        if (str_starts(str_from(table->specs[i].name), name)) {
            str_buf_printf(out, "%s--%s", is_first ? "" : ", ", table->specs[i].name);
            is_first = false;
        }
    }
}

static void
add_unknown(
    struct str_buf *out, const struct option_table *table, const struct option_fault *fault) {
    str_buf_add(out, STR("there is no option \""));
    option_word_add(out, fault->word);
    if (fault->line > 0) {
        str_buf_printf(out, "\"; man %s lists them all", table->program);
        return;
    }
    str_buf_printf(out, "\"; %s --help lists them all", table->program);
    bool is_word = fault->word.n > 1 && fault->word.p[1] != '-';
    if (is_word) {
        str_buf_add(out, STR("; a word that begins with - goes after --"));
    }
}

void
option_fault_add(
    struct str_buf *out, const struct option_table *table, const struct option_fault *fault) {
    const struct option_spec *spec = fault->spec;
    switch (fault->wrong) {
    case OPTION_UNKNOWN:
        add_unknown(out, table, fault);
        break;
    case OPTION_AMBIGUOUS:
        str_buf_byte(out, '"');
        option_word_add(out, fault->word);
        str_buf_add(out, STR("\" may mean "));
        option_names_add(out, table, fault->word);
        break;
    case OPTION_NEEDS_VALUE:
        add_name(out, spec, fault);
        str_buf_add(out, STR(" needs a value after it; it"));
        add_takes(out, spec);
        break;
    case OPTION_WRONG_VALUE:
        add_name(out, spec, fault);
        add_takes(out, spec);
        str_buf_add(out, STR(", not \""));
        option_word_add(out, fault->word);
        str_buf_byte(out, '"');
        break;
    case OPTION_UNUSED:
        option_word_add(out, fault->word);
        str_buf_printf(out, " does not use --%s", spec->name);
        if (spec->users) {
            str_buf_printf(out, "; it is for %s", spec->users);
        }
        break;
    case OPTION_NOT_IN_FILE:
        str_buf_printf(out, "%s is for the command line only", spec->name);
        break;
    case OPTION_TWICE:
        str_buf_printf(out, "%s is already set in line %d", spec->name, fault->number);
        break;
    case OPTION_BAD_LINE:
        str_buf_add(out, STR("this is not \"name = value\": \""));
        option_word_add(out, fault->word);
        str_buf_byte(out, '"');
        break;
    case OPTION_LONG_LINE:
        str_buf_printf(
            out, "the line has %zu bytes; at most %d are read", fault->word.n, fault->number);
        break;
    case OPTION_UNKNOWN_SECTION:
        str_buf_printf(out, "the only section is [%s], not \"", table->program);
        option_word_add(out, fault->word);
        str_buf_byte(out, '"');
        break;
    }
}

bool
option_fail(const struct option_table *table, const struct option_fault *fault, struct err *err) {
    struct str_buf message = {0};
    option_fault_add(&message, table, fault);
    err_set(err, ERR_USAGE, "%s", message.p);
    str_buf_finish(&message);
    return false;
}

/* ko|ja|en, or the word that stands for the value. */
static void
add_value(struct str_buf *out, const struct option_spec *spec) {
    if (spec->value || spec->type != OPTION_CHOICE) {
        str_buf_add(out, str_from(spec->value));
        return;
    }
    for (size_t i = 0; spec->choice(i); i++) {
        str_buf_printf(out, "%s%s", i ? "|" : "", spec->choice(i));
    }
}

static void
add_usage(struct str_buf *out, const struct option_spec *spec) {
    if (spec->letter) {
        str_buf_printf(out, "-%c, ", spec->letter);
    }
    str_buf_printf(out, "--%s", spec->name);
    if (spec->type != OPTION_FLAG) {
        str_buf_byte(out, ' ');
        add_value(out, spec);
    }
}

/* " (1–2; default 1)": nothing where there is nothing to say. */
static void
add_range(struct str_buf *out, const struct option_spec *spec) {
    bool has_list = spec->type == OPTION_CHOICE && spec->value;
    bool has_limits = spec->type == OPTION_NUMBER || spec->type == OPTION_INTEGER ||
                      spec->type == OPTION_SIZE || has_list;
    if (!has_limits && !spec->otherwise) {
        return;
    }
    str_buf_add(out, STR(" ("));
    if (has_limits) {
        option_limits_add(out, spec, ", ");
    }
    if (spec->otherwise) {
        str_buf_printf(out, "%sdefault: %s", has_limits ? "; " : "", spec->otherwise);
    }
    str_buf_byte(out, ')');
}

/* Do they begin a group of options that the one before does not belong to? */
static bool
begins_group(const struct option_table *table, size_t index) {
    const char *users = table->specs[index].users;
    const char *before = index > 0 ? table->specs[index - 1].users : NULL;
    return users && (!before || strcmp(users, before) != 0);
}

void
option_help_add(
    struct str_buf *out, const struct option_table *table, const char *(*text)(size_t index)) {
    for (size_t i = 0; i < table->count; i++) {
        const struct option_spec *spec = &table->specs[i];
        if (begins_group(table, i)) {
            str_buf_printf(out, "%s:\n", spec->users);
        }
        size_t start = out->n;
        str_buf_add(out, STR("  "));
        add_usage(out, spec);
        if (out->n - start + 2 > HELP_COLUMN) {
            str_buf_byte(out, '\n');
            start = out->n;
        }
        while (out->n - start < HELP_COLUMN) {
            str_buf_byte(out, ' ');
        }
        const char *words = text ? text(i) : spec->text;
        str_buf_add(out, str_from(words));
        if (strcmp(words, spec->text) == 0) { /* limits and default are in English, too */
            add_range(out, spec);
        }
        str_buf_byte(out, '\n');
    }
}

void
option_roff_add(struct str_buf *out, const char *text) {
    bool is_line_start = out->n == 0 || out->p[out->n - 1] == '\n';
    for (const char *p = text; *p; p++) {
        if (is_line_start && (*p == '.' || *p == '\'')) {
            str_buf_add(out, STR("\\&"));
        }
        if (*p == '\\') {
            str_buf_add(out, STR("\\e"));
        } else if (*p == '-') {
            str_buf_add(out, STR("\\-"));
        } else {
            str_buf_byte(out, *p);
        }
        is_line_start = *p == '\n';
    }
}

void
option_man_add(struct str_buf *out, const struct option_table *table) {
    struct str_buf piece = {0};
    for (size_t i = 0; i < table->count; i++) {
        const struct option_spec *spec = &table->specs[i];
        if (begins_group(table, i)) {
            str_buf_printf(out, ".SS %s\n", spec->users);
        }
        str_buf_clear(&piece);
        add_usage(&piece, spec);
        str_buf_add(out, STR(".TP\n.B "));
        option_roff_add(out, piece.p);
        str_buf_byte(out, '\n');
        str_buf_clear(&piece);
        str_buf_add(&piece, str_from(spec->text));
        add_range(&piece, spec);
        option_roff_add(out, piece.p);
        str_buf_add(out, STR(".\n"));
    }
    str_buf_finish(&piece);
}
