/* A configuration file, a line at a time. Read here, and not by inih, because that leaves out what
 * is longer than 200 bytes, as the path of a database may be. */
#include "base/option.h"

#include <string.h>

struct file {
    const struct option_table *table;
    struct str rest;
    struct arena *arena;
    struct option_value *values;
    void (*report)(void *self, const struct option_fault *fault);
    void *self;
    int line;
    bool is_foreign; /* under a section that is not ours: reported once, at its head */
};

static void
report(struct file *file, enum option_wrong wrong, const struct option_spec *spec, struct str word,
    int number) {
    struct option_fault fault = {wrong, spec, word, file->line, number};
    file->report(file->self, &fault);
}

static bool
has_control(struct str line) {
    for (size_t i = 0; i < line.n; i++) {
        unsigned char c = (unsigned char)line.p[i];
        if ((c < 0x20 && c != '\t') || c == 0x7F) {
            return true;
        }
    }
    return false;
}

static void
enter_section(struct file *file, struct str line) {
    size_t end = str_find(line, STR("]"));
    struct str name = str_trim(str_slice(line, 1, end == SIZE_MAX ? line.n : end));
    bool is_ours = end != SIZE_MAX && str_eq(name, str_from(file->table->program));
    if (!is_ours) {
        report(file, OPTION_UNKNOWN_SECTION, NULL, line, 0);
    }
    file->is_foreign = !is_ours;
}

static struct str
next_line(struct file *file) {
    const char *cr = file->rest.n ? memchr(file->rest.p, '\r', file->rest.n) : NULL;
    const char *lf = file->rest.n ? memchr(file->rest.p, '\n', file->rest.n) : NULL;
    const char *end = cr && (!lf || cr < lf) ? cr : lf;
    size_t n = end ? (size_t)(end - file->rest.p) : file->rest.n;
    struct str line = str_slice(file->rest, 0, n);
    n += end != NULL;
    n += end && *end == '\r' && n < file->rest.n && file->rest.p[n] == '\n';
    file->rest = str_slice(file->rest, n, file->rest.n);
    file->line++;
    return str_trim(line);
}

static bool
is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* To a `;` after a space. */
static struct str
without_comment(struct str line) {
    for (size_t i = 1; i < line.n; i++) {
        if (line.p[i] == ';' && is_blank(line.p[i - 1])) {
            return str_trim(str_slice(line, 0, i));
        }
    }
    return line;
}

/* At the first `=` or `:`. */
static bool
split_pair(struct str line, struct str *name, struct str *text) {
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '=' || line.p[i] == ':') {
            *name = str_trim(str_slice(line, 0, i));
            *text = str_trim(str_slice(line, i + 1, line.n));
            return true;
        }
    }
    return false;
}

static const struct option_spec *
find_exact(const struct option_table *table, struct str name) {
    for (size_t i = 0; i < table->count; i++) {
        if (str_eq(str_from(table->specs[i].name), name)) {
            return &table->specs[i];
        }
    }
    return NULL;
}

static void
take_pair(struct file *file, struct str name, struct str text) {
    const struct option_spec *spec = find_exact(file->table, name);
    if (!spec || !(spec->flags & OPTION_IN_FILE)) {
        report(file, spec ? OPTION_NOT_IN_FILE : OPTION_UNKNOWN, spec, name, 0);
        return;
    }
    struct option_value *value = &file->values[spec - file->table->specs];
    struct option_value read = {.is_set = true, .line = file->line};
    if (value->line > 0) {
        report(file, OPTION_TWICE, spec, name, value->line);
    } else if (option_read_value(spec, arena_str(file->arena, text), &read)) {
        *value = read;
    } else {
        report(file, OPTION_WRONG_VALUE, spec, text, 0);
        value->line = file->line; /* a second one is one too many all the same */
    }
}

static void
take_line(struct file *file, struct str line) {
    struct str name, text;
    if (line.n == 0 || line.p[0] == ';' || line.p[0] == '#') {
        return;
    }
    if (line.p[0] == '[') {
        enter_section(file, line);
    } else if (has_control(line)) {
        report(file, OPTION_BAD_LINE, NULL, line, 0);
    } else if (line.n > OPTION_LINE_BYTES) {
        report(file, OPTION_LONG_LINE, NULL, line, OPTION_LINE_BYTES);
    } else if (!file->is_foreign) {
        if (split_pair(without_comment(line), &name, &text)) {
            take_pair(file, name, text);
        } else {
            report(file, OPTION_BAD_LINE, NULL, line, 0);
        }
    }
}

void
option_parse_file(const struct option_table *table, struct str bytes, struct arena *arena,
    struct option_value *values, void (*report_fault)(void *, const struct option_fault *),
    void *self) {
    struct file file = {.table = table,
        .rest = str_starts(bytes, STR("\xEF\xBB\xBF")) ? str_slice(bytes, 3, bytes.n) : bytes,
        .arena = arena,
        .values = values,
        .report = report_fault,
        .self = self};
    while (file.rest.n > 0) {
        take_line(&file, next_line(&file));
    }
}
