/* json.h - a JSON writer (RFC 8259) over a str_buf: commas, quotes and escapes come out right by
 * themselves. Invalid UTF-8 in a string becomes U+FFFD. Nesting at most 32 deep. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

struct json {
    struct str_buf *out;
    bool has_member[32];
    int depth;
    bool after_key;
};

void json_init(struct json *json, struct str_buf *out);
void json_object_begin(struct json *json);
void json_object_end(struct json *json);
void json_array_begin(struct json *json);
void json_array_end(struct json *json);
void json_key(struct json *json, const char *key);
void json_str(struct json *json, struct str value);
void json_int(struct json *json, int64_t value);
void json_double(struct json *json, double value, int decimals); /* trailing zeros cut */
void json_bool(struct json *json, bool value);
void json_null(struct json *json);

#endif
