/* docs.h - what can be found. Every kind of record is two questions to the database: which
 * records there are, best first, and what one of them says. The answer is a list of pieces; the
 * index folds them and the result list shows them. */
#ifndef CONTENT_INDEX_DOCS_H
#define CONTENT_INDEX_DOCS_H

#include "base/arena.h"
#include "base/map.h"
#include "content/search/sql.h"
#include "i18n/locale.h"

/* The letter that starts a row of the second question. */
enum search_piece {
    PIECE_TITLE = 't',
    PIECE_NAME = 'n',       /* one more form of the name, in any script */
    PIECE_DETAIL = 'd',     /* parts are joined with a middle dot */
    PIECE_LINE = 'l',       /* of the body */
    PIECE_KEYWORD = 'k',    /* found like the body, never shown */
    PIECE_DATE = 'a',       /* EDTF: when the record itself happened */
    PIECE_SHOWN_DATE = 'w', /* the same, and part of the detail */
    PIECE_CITY = 'c',       /* id of a city it belongs with */
    PIECE_PARENT = 'p',     /* id of the city it is a part of */
};

/* A kind of record. `heads`: id and path of each, best first. `pieces` of id ?1: letter, locale or
 * '', text. A kind without a name ends the list. */
struct search_kind {
    const char *name, *table;
    bool has_name; /* see search_doc */
    const char *heads, *pieces;
    bool is_by_date; /* see search_doc */
};
extern const struct search_kind search_kinds[];

struct search_doc {
    uint32_t number;   /* from 1 */
    struct str record; /* table/id */
    struct str path;
    const char *kind;
    bool has_name;   /* its title is a name to be found by its beginning */
    bool is_by_date; /* found by its dates alone: its words lead elsewhere */
    struct str_buf title[LOCALE_COUNT], detail[LOCALE_COUNT], body[LOCALE_COUNT], keywords;
    struct str_buf names;  /* one a line */
    struct str_buf dates;  /* EDTF, one a line */
    struct str_buf cities; /* ids, one a line */
    uint32_t parent;       /* the document it is a part of; 0: none */
};

/* Calls `visit` for every document in ascending order. The document is borrowed for the call. */
bool search_docs_each(
    sqlite3 *db, bool (*visit)(void *self, struct search_doc *doc), void *self, struct err *err);

#endif
