#include "text/fonts/fonts_ini.h"

#include <ini.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define SAID_MAX 40 /* bytes of a file's own words in a message; inih cuts names at 49 */
#define SAID(text) STR_ARG(utf8_cut(str_from(text), SAID_MAX)), said_mark(text)

struct reading {
    struct fonts_ini *ini;
    struct str rest; /* lines not yet read */
    int line;        /* the one being read; the first is 1 */
    int wrong_line;
    char wrong[200]; /* the first mistake, in words */
};

static const char *
said_mark(const char *text) {
    return strlen(text) > SAID_MAX ? "…" : "";
}

static void complain(struct reading *reading, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void
complain(struct reading *reading, const char *format, ...) {
    va_list args;
    va_start(args, format);
    if (!reading->wrong[0]) {
        utf8_format(reading->wrong, sizeof(reading->wrong), format, args);
        reading->wrong_line = reading->line;
    }
    va_end(args);
}

static bool
is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* inih's fgets(). Nothing more is read after a mistake. A longer line would be read as two, and an
 * indented `index = 1` as more of the value before it. */
static char *
next_line(char *out, int size, void *self) {
    struct reading *reading = self;
    struct str line;
    if (reading->wrong[0] || !str_split(&reading->rest, '\n', &line)) {
        return NULL;
    }
    reading->line++;
    while (line.n > 0 && is_space(line.p[0])) {
        line = str_slice(line, 1, line.n);
    }
    if (line.n > 0 && (line.p[0] == ';' || line.p[0] == '#')) {
        line.n = 0; /* a comment may be as long as it likes */
    }
    if (line.n + 1 >= (size_t)size) {
        complain(reading, "a line longer than %d bytes", size - 2);
        return NULL;
    }
    if (line.n > 0 && memchr(line.p, '\0', line.n)) {
        complain(reading, "a NUL byte; this is no text file");
        return NULL;
    }
    if (line.n > 0) {
        memcpy(out, line.p, line.n);
    }
    out[line.n] = '\0';
    return out;
}

static struct fonts_ini_face *
face_of(struct reading *reading, const char *section) {
    struct fonts_ini *ini = reading->ini;
    for (size_t i = 0; i < ini->count; i++) {
        if (strcmp(ini->faces[i].name, section) == 0) {
            return &ini->faces[i];
        }
    }
    if (!section[0]) {
        complain(reading, "a value before the first [section], which names its face");
        return NULL;
    }
    if (ini->count == FONTS_INI_FACES || strlen(section) >= sizeof(ini->faces[0].name)) {
        complain(reading, "[%.*s%s] is one face too many, or its name is too long", SAID(section));
        return NULL;
    }
    struct fonts_ini_face *face = &ini->faces[ini->count++];
    *face = (struct fonts_ini_face){0};
    memcpy(face->name, section, strlen(section) + 1);
    return face;
}

static void
set_languages(struct reading *reading, struct fonts_ini_face *face, const char *value) {
    struct str rest = str_from(value), word;
    while (str_split(&rest, ' ', &word)) {
        enum locale_id lang;
        if (locale_from_tag(word, &lang)) {
            face->languages |= 1u << lang;
        } else if (word.n > 0) {
            complain(reading, "[%s] names a language this program does not speak: %.*s%s",
                face->name, SAID(value));
        }
    }
}

static int
on_pair(void *self, const char *section, const char *name, const char *value) {
    struct reading *reading = self;
    struct fonts_ini_face *face = face_of(reading, section);
    int64_t number;
    if (!face) {
        return 0;
    }
    if (strcmp(name, "file") == 0 && strlen(value) < sizeof(face->file)) {
        memcpy(face->file, value, strlen(value) + 1);
    } else if (strcmp(name, "index") == 0 && str_to_i64(str_from(value), &number) && number >= 0 &&
               number < 1000) {
        face->index = (unsigned)number;
    } else if (strcmp(name, "weight") == 0 && strcmp(value, "bold") == 0) {
        face->weight = TEXT_BOLD;
    } else if (strcmp(name, "weight") == 0 && strcmp(value, "regular") == 0) {
        face->weight = TEXT_REGULAR;
    } else if (strcmp(name, "optional") == 0 && strcmp(value, "yes") == 0) {
        face->is_optional = true;
    } else if (strcmp(name, "languages") == 0) {
        set_languages(reading, face, value);
    } else {
        complain(reading, "`%.*s%s = %.*s%s` is not understood", SAID(name), SAID(value));
    }
    return !reading->wrong[0];
}

bool
fonts_ini_parse(struct str text, const char *path, struct fonts_ini *out, struct err *err) {
    struct reading reading = {.ini = out, .rest = text};
    size_t bad_at;
    *out = (struct fonts_ini){.count = 0};
    if (!utf8_valid(text, &bad_at)) {
        return err_set(err, ERR_FORMAT, "%s: byte %zu is not UTF-8", path, bad_at);
    }
    int line = ini_parse_stream(next_line, &reading, on_pair, &reading);
    if (reading.wrong[0] && (line <= 0 || reading.wrong_line <= line)) {
        return err_set(err, ERR_FORMAT, "%s:%d: %s", path, reading.wrong_line, reading.wrong);
    }
    if (line != 0) {
        return err_set(
            err, ERR_FORMAT, "%s:%d: neither a [section] nor `name = value`", path, line);
    }
    for (size_t i = 0; i < out->count; i++) {
        if (!out->faces[i].file[0]) {
            return err_set(err, ERR_FORMAT, "%s: [%s] has no `file`", path, out->faces[i].name);
        }
    }
    return out->count > 0 || err_set(err, ERR_FORMAT, "%s names no font", path);
}
