/* source.h - the files of a content folder, and the way from a byte to line and column.
 *
 * Bytes stay in memory while the compiler runs: cells and articles are slices of them. Lines and
 * columns count from 1; a column is a character, as editors show it, not a byte. */
#ifndef COMPILER_READ_SOURCE_H
#define COMPILER_READ_SOURCE_H

#include "base/arena.h"
#include "base/str.h"

struct source {
    struct str path; /* relative to the folder, with / */
    struct str bytes;
    bool is_outside;     /* `path` is as the caller gave it, not in the folder */
    size_t *line_starts; /* made when first asked for */
    size_t line_count;
    /* of a table, as it was read: */
    size_t *rows; /* where each row begins */
    size_t row_count, row_cap;
    struct str *names; /* of its columns */
    size_t name_count;
    char separator; /* 0: no table */
};

struct sources {
    struct arena *arena;
    struct source *items;
    size_t count, cap;
};

/* Returns the file's number. `path` and `bytes` must live as long as the list. */
uint32_t sources_add(struct sources *sources, struct str path, struct str bytes);
struct source *sources_at(const struct sources *sources, uint32_t file);
void source_position(
    struct source *source, struct arena *arena, size_t at, size_t *line, size_t *column);
/* Notes where the next row of a table begins; rows that are known already are passed over. */
void source_add_row(struct source *source, struct arena *arena, size_t at);
/* The row of a table, from 1; 0: before its first. */
size_t source_row(const struct source *source, size_t at);
/* Row and column of a table as a spreadsheet counts them, from 1. False outside of its rows. */
bool source_cell(const struct source *source, size_t at, size_t *row, size_t *column);
/* Byte offset of the start of `line` (from 1); the end of the file for lines after the last. */
size_t source_line_start(struct source *source, struct arena *arena, size_t line);

#endif
