#include "handover/lines.h"

#include "base/utf8.h"

enum { LINE_OCTETS = 75 };

static bool
is_line_end(uint32_t c) {
    return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

void
lines_escape(struct str_buf *out, struct str text) {
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        bool is_pair = c == '\r' && at < text.n && text.p[at] == '\n';
        if (is_pair) {
            continue; /* the line feed counts */
        }
        if (is_line_end(c)) {
            str_buf_add(out, STR("\\n"));
        } else if (c == '\\' || c == ';' || c == ',') {
            str_buf_byte(out, '\\');
            str_buf_byte(out, (char)c);
        } else if (c >= 0x20 && c != 0x7F && !(c > 0x7F && c < 0xA0)) {
            str_buf_utf8(out, c);
        }
    }
}

/* `line` is valid UTF-8. */
static void
add_folded(struct str_buf *out, struct str line) {
    size_t octets = 0;
    for (size_t at = 0; at < line.n;) {
        size_t start = at;
        utf8_next(line, &at);
        if (octets + (at - start) > LINE_OCTETS) {
            str_buf_add(out, STR("\r\n "));
            octets = 1;
        }
        str_buf_add(out, str_slice(line, start, at));
        octets += at - start;
    }
    str_buf_add(out, STR("\r\n"));
}

void
lines_add(struct str_buf *out, const char *name, struct str value) {
    struct str_buf line = {0};
    str_buf_printf(&line, "%s:%.*s", name, STR_ARG(value));
    add_folded(out, str_buf_str(&line));
    str_buf_finish(&line);
}

void
lines_add_text(struct str_buf *out, const char *name, struct str text) {
    struct str_buf value = {0};
    lines_escape(&value, text);
    if (str_buf_str(&value).n > 0) {
        lines_add(out, name, str_buf_str(&value));
    }
    str_buf_finish(&value);
}
