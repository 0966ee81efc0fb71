/* A configuration file. inih takes the lines apart; the reader below gives it one at a time, so
 * that every mistake has its line, also the lines that inih passes over. */
#include "base/option.h"

#include <ini.h>
#include <string.h>

struct file {
    const struct option_table *table;
    struct str rest;
    struct arena *arena;
    struct option_value *values;
    void (*report)(void *self, const struct option_fault *fault);
    void *self;
    int line;
    bool is_pair_due; /* the line given last should have been a pair */
    bool is_foreign;  /* under a section that is not ours: reported once, at its head */
    struct str last;  /* the line given last */
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

static void
check_last(struct file *file) {
    if (file->is_pair_due && !file->is_foreign) {
        report(file, OPTION_BAD_LINE, NULL, file->last, 0);
    }
    file->is_pair_due = false;
}

/* ini_reader: like fgets, but a line begins at its first letter (no continuation lines), and what
 * inih could not hold is reported instead of cut. */
static char *
read_line(char *out, int size, void *stream) {
    struct file *file = stream;
    check_last(file);
    if (file->rest.n == 0) {
        return NULL;
    }
    struct str line = next_line(file);
    if (file->line == 1 && str_starts(line, STR("\xEF\xBB\xBF"))) {
        line = str_trim(str_slice(line, 3, line.n));
    }
    if (line.n > 0 && line.p[0] == '[') {
        enter_section(file, line);
        line.n = 0;
    } else if (line.n > 0 && (line.p[0] == ';' || line.p[0] == '#')) {
        line.n = 0;
    } else if (has_control(line)) {
        report(file, OPTION_BAD_LINE, NULL, line, 0);
        line.n = 0;
    } else if (line.n + 2 > (size_t)size) {
        report(file, OPTION_LONG_LINE, NULL, line, size - 2);
        line.n = 0;
    }
    file->last = line;
    file->is_pair_due = line.n > 0;
    if (line.n > 0) {
        memcpy(out, line.p, line.n);
    }
    out[line.n] = '\n';
    out[line.n + 1] = '\0';
    return out;
}

static const struct option_spec *
find_exact(const struct option_table *table, const char *name) {
    for (size_t i = 0; i < table->count; i++) {
        if (strcmp(table->specs[i].name, name) == 0) {
            return &table->specs[i];
        }
    }
    return NULL;
}

/* ini_handler */
static int
take_pair(void *self, const char *section, const char *name, const char *text) {
    struct file *file = self;
    (void)section;
    file->is_pair_due = false;
    if (file->is_foreign) {
        return 1;
    }
    const struct option_spec *spec = find_exact(file->table, name);
    if (!spec || !(spec->flags & OPTION_IN_FILE)) {
        report(file, spec ? OPTION_NOT_IN_FILE : OPTION_UNKNOWN, spec, str_from(name), 0);
        return 1;
    }
    struct option_value *value = &file->values[spec - file->table->specs];
    struct option_value read = {.is_set = true, .line = file->line};
    if (value->line > 0) {
        report(file, OPTION_TWICE, spec, str_from(name), value->line);
    } else if (option_read_value(spec, arena_str(file->arena, str_from(text)), &read)) {
        *value = read;
    } else {
        report(file, OPTION_WRONG_VALUE, spec, str_from(text), 0);
        value->line = file->line; /* a second one is one too many all the same */
    }
    return 1;
}

void
option_parse_file(const struct option_table *table, struct str bytes, struct arena *arena,
    struct option_value *values, void (*report_fault)(void *, const struct option_fault *),
    void *self) {
    struct file file = {.table = table,
        .rest = bytes,
        .arena = arena,
        .values = values,
        .report = report_fault,
        .self = self};
    ini_parse_stream(read_line, &file, take_pair, &file);
    check_last(&file);
}
