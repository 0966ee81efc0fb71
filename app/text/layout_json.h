/* layout_json.h - `naru layout`: paragraphs in, lines and glyphs out, one JSON object a line.
 *
 * Paragraphs are separated by form feeds; each gives {"lines":[{start,end,text,width,glyphs}]},
 * with glyphs {face,id,x,y,advance,cluster}: offsets are bytes into the paragraph, lengths pixels.
 */
#ifndef TEXT_LAYOUT_JSON_H
#define TEXT_LAYOUT_JSON_H

#include "base/option.h"
#include "text/para.h"

struct layout_options {
    struct text_style style;
    float width_px;
    bool help; /* was asked for; nothing else counts */
};

extern const struct option_table layout_options_table; /* layout_options.def */

/* Reads argv[1, argc). ERR_USAGE names the word that is wrong. */
bool layout_options_parse(int argc, char *const *argv, struct layout_options *out, struct err *err);
/* Appends the JSON of every paragraph of `input` to `out`. Never fails: any bytes lay out. */
bool layout_json_run(struct text_engine *engine, struct str input,
    const struct layout_options *options, struct str_buf *out);

#endif
