/* answering.h - between the files of answers: a question, the records that may answer it, and how
 * near their texts are to what was asked. */
#ifndef CONTENT_SEARCH_ANSWERING_H
#define CONTENT_SEARCH_ANSWERING_H

#include "content/search/concepts.h"
#include "content/search/hit.h"
#include "content/search/query.h"

/* A record that may answer. */
struct search_source {
    struct str record, id, path;
};

/* A question, and what it is asked of. */
struct search_asking {
    struct search_index *index;
    struct arena *arena;
    const struct search_results *results;
    const struct search_query *query;
    struct search_concept_set
        *concepts; /* of the query; read when first asked, not for each figure */
};

/* False where the document is no record of the table. */
bool search_source_read(struct search_index *index, struct arena *arena, uint32_t doc,
    const char *table, struct search_source *out);
/* A copy of a column of the row. */
struct str search_source_column(struct search_sql *sql, struct arena *arena, int at);
/* Some text of the record, in any language, or a part of one is what `is_it` takes. `sql` gives the
 * texts of an id. */
bool search_source_any_text(const struct search_asking *asking, const char *sql,
    const struct search_source *source,
    bool (*is_it)(const struct search_asking *asking, struct str key));

/* How many words of the line stand in a title of the record, and how many of them as neighbours. */
struct search_closeness {
    size_t score;
    struct str title; /* the one that has most */
};
struct search_closeness search_source_closeness(
    const struct search_asking *asking, const char *sql, const struct search_source *source);
/* As close as the other, and nearer to what was asked: 건수 rather than 건수(어림). */
bool search_source_is_plainer(struct search_closeness one, struct search_closeness other);

/* The query names the figure as it is called, or by a synonym. */
bool search_names_figure(const struct search_asking *asking, const struct search_source *source);
/* The same, and it is one of the city where the kiosk stands. */
bool search_names_home_figure(
    const struct search_asking *asking, const struct search_source *source);
/* The line says nothing but the figure, whose it is, and that one asks for it. */
bool search_figure_is_understood(
    const struct search_asking *asking, const struct search_source *source);
/* The figure of a city that the line asks for without its name: how many people live there. */
bool search_measure_source(const struct search_asking *asking, struct search_source *out);

#endif
