/* diag.h - the author's mistakes, all of them, each with its place.
 *
 * Rules report kinds with arguments; messages.def has the words in three languages. Mistakes come
 * out sorted by file, line and column, whatever order the rules ran in; files that could not be
 * read as they stand come before all others. A place is a byte in a
 * source file. Equal reports (same kind, same place) count once. */
#ifndef COMPILER_DIAG_H
#define COMPILER_DIAG_H

#include "base/arena.h"
#include "compiler/read/source.h"
#include "i18n/locale.h"

enum diag_severity { DIAG_WARNING, DIAG_ERROR };

enum diag_kind {
#define DIAG(name, id, severity, ko, ja, en) DIAG_##name,
#include "compiler/messages.def"
#undef DIAG
    DIAG_KIND_COUNT
};

/* More than this of one kind is a broken file, not a list to work through; the rest is counted. */
#define DIAG_LIMIT 20000
/* So many of one kind are printed unless all are asked for. */
#define DIAG_SHOWN 20

struct diag_place {
    uint32_t file, at; /* number of the source file, byte in it */
};
struct diag_item {
    struct diag_place place;
    enum diag_kind kind;
    uint32_t order; /* of reporting, for a stable sort */
    struct str args[4];
    struct str local[LOCALE_COUNT]; /* {+}: an argument in the language of the message */
    uint32_t head;                  /* the item under which this is folded, or itself */
    uint32_t folded;                /* so many are under this one */
};

struct diag {
    struct arena *arena;
    struct sources *sources;
    struct diag_item *items;
    size_t count, cap;
    size_t errors, warnings;         /* all, also those over the limit */
    size_t of_kind[DIAG_KIND_COUNT]; /* the same, by kind */
    bool shows_all;                  /* diag_print(): not only the first of each kind */
};

void diag_init(struct diag *diag, struct arena *arena, struct sources *sources);
/* Up to four arguments; they are copied. */
void diag_report(struct diag *diag, enum diag_kind kind, struct diag_place place,
    const struct str *args, size_t count);
#define DIAG_AT(diag, kind, place) diag_report((diag), (kind), (place), NULL, 0)
#define DIAG_ARGS(diag, kind, place, ...)                             \
    diag_report((diag), (kind), (place), (struct str[]){__VA_ARGS__}, \
        sizeof((struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* With an argument that is in words: one for each language; copied. */
void diag_report_local(struct diag *diag, enum diag_kind kind, struct diag_place place,
    const struct str *args, size_t count, const struct str local[LOCALE_COUNT]);

/* The same for words of the program's own; a language without any takes the root's. */
void diag_report_words(struct diag *diag, enum diag_kind kind, struct diag_place place,
    const char *const words[LOCALE_COUNT]);

const char *diag_id(enum diag_kind kind);
enum diag_severity diag_severity(enum diag_kind kind);
/* "cities.csv:12", for messages that name another place. */
struct str diag_place_name(const struct diag *diag, struct diag_place place);
/* Takes a report back; the caller drops the item. */
void diag_forget(struct diag *diag, const struct diag_item *item);
/* Sorts and drops equal reports. Call after the last rule. */
void diag_finish(struct diag *diag);
/* `file:line:column: error: row 11, column D “date”: message [id]` lines (the row and column of a
 * table in words of `locale`), after the first DIAG_SHOWN of a kind one line that
 * counts the others, and a closing tally. Under what stands for several one line lists their
 * places, unless all are asked for. `folder` is put before the file names; empty for none. */
void diag_print(struct diag *diag, enum locale_id locale, struct str folder, struct str_buf *out);

#endif
