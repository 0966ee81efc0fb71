#include "base/json.h"

#include "base/check.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void
json_init(struct json *json, struct str_buf *out) {
    *json = (struct json){.out = out};
}

static void
before_value(struct json *json) {
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->depth > 0) {
        if (json->has_member[json->depth - 1]) {
            str_buf_byte(json->out, ',');
        }
        json->has_member[json->depth - 1] = true;
    }
}

static void
begin(struct json *json, char bracket) {
    before_value(json);
    xassert(json->depth < (int)ARRAY_LEN(json->has_member));
    str_buf_byte(json->out, bracket);
    json->has_member[json->depth++] = false;
}

static void
end(struct json *json, char bracket) {
    xassert(json->depth > 0);
    json->depth--;
    str_buf_byte(json->out, bracket);
}

void
json_object_begin(struct json *json) {
    begin(json, '{');
}

void
json_object_end(struct json *json) {
    end(json, '}');
}

void
json_array_begin(struct json *json) {
    begin(json, '[');
}

void
json_array_end(struct json *json) {
    end(json, ']');
}

static void
add_escaped(struct str_buf *out, uint32_t c) {
    static const char named[] = {'b', 't', 'n', 0, 'f', 'r'};
    if (c == '"' || c == '\\') {
        str_buf_byte(out, '\\');
        str_buf_byte(out, (char)c);
    } else if (c >= 8 && c <= 13 && named[c - 8]) {
        str_buf_byte(out, '\\');
        str_buf_byte(out, named[c - 8]);
    } else if (c < 0x20 || c == 0x7F) {
        str_buf_printf(out, "\\u%04x", (unsigned)c);
    } else {
        str_buf_utf8(out, c);
    }
}

static void
add_quoted(struct str_buf *out, struct str value) {
    str_buf_byte(out, '"');
    for (size_t at = 0; at < value.n;) {
        add_escaped(out, utf8_next(value, &at));
    }
    str_buf_byte(out, '"');
}

void
json_key(struct json *json, const char *key) {
    before_value(json);
    add_quoted(json->out, str_from(key));
    str_buf_byte(json->out, ':');
    json->after_key = true;
}

void
json_str(struct json *json, struct str value) {
    before_value(json);
    add_quoted(json->out, value);
}

void
json_int(struct json *json, int64_t value) {
    before_value(json);
    str_buf_printf(json->out, "%lld", (long long)value);
}

void
json_double(struct json *json, double value, int decimals) {
    before_value(json);
    if (!isfinite(value)) {
        str_buf_add(json->out, STR("null"));
        return;
    }
    char text[64];
    int n = snprintf(text, sizeof(text), "%.*f", decimals, value);
    if (strchr(text, '.')) {
        while (text[n - 1] == '0') {
            n--;
        }
        n -= text[n - 1] == '.';
    }
    str_buf_add(json->out, (struct str){text, (size_t)n});
}

void
json_bool(struct json *json, bool value) {
    before_value(json);
    str_buf_add(json->out, value ? STR("true") : STR("false"));
}

void
json_null(struct json *json) {
    before_value(json);
    str_buf_add(json->out, STR("null"));
}
