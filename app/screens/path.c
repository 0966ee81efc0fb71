#include "screens/path.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

static bool
is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

static bool
is_word(struct str s) {
    for (size_t i = 0; i < s.n; i++) {
        if (!is_word_byte(s.p[i])) {
            return false;
        }
    }
    return s.n > 0;
}

static int
hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool
decode(struct arena *arena, struct str value, struct str *out) {
    char *p = arena_alloc(arena, value.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (c == '%') {
            int high = i + 2 < value.n ? hex_digit(value.p[i + 1]) : -1;
            int low = i + 2 < value.n ? hex_digit(value.p[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+') {
            c = ' ';
        }
        p[n++] = c;
    }
    *out = (struct str){p, n};
    return utf8_valid(*out, NULL);
}

static bool
parse_parameters(struct arena *arena, struct str rest, struct screen_path *out, struct err *err) {
    struct str pair;
    while (str_split(&rest, '&', &pair)) {
        struct str key, value = {0};
        if (out->parameter_count == PATH_PARAMETERS) {
            return err_set(err, ERR_USAGE, "the path %.*s has more than %d parameters",
                STR_ARG(out->whole), PATH_PARAMETERS);
        }
        str_split(&pair, '=', &key);
        value = pair.p ? pair : (struct str){0};
        struct str *decoded = &out->values[out->parameter_count];
        if (!is_word(key) || !decode(arena, value, decoded)) {
            return err_set(err, ERR_USAGE,
                "the path %.*s has a broken parameter: write ?key=value, with %% and two hex "
                "digits for other characters",
                STR_ARG(out->whole));
        }
        out->keys[out->parameter_count++] = key;
    }
    return true;
}

bool
screen_path_parse(struct arena *arena, struct str path, struct screen_path *out, struct err *err) {
    *out = (struct screen_path){.whole = arena_str(arena, path)};
    if (path.n >= PATH_BYTES) {
        return err_set(err, ERR_USAGE, "a screen path of %zu bytes: the longest has %d", path.n,
            PATH_BYTES - 1);
    }
    struct str rest = out->whole, address, words[3] = {{0}};
    size_t count = 0;
    str_split(&rest, '?', &address);
    bool is_whole = address.n > 0 && address.p[address.n - 1] != '/';
    while (count < ARRAY_LEN(words) && str_split(&address, '/', &words[count])) {
        is_whole = is_word(words[count++]) && is_whole;
    }
    if (!is_whole || address.n > 0) {
        return err_set(err, ERR_USAGE,
            "\"%.*s\" is no screen path; naru screens lists them all, such as home or "
            "cities/hamamatsu",
            STR_ARG(path));
    }
    out->name = words[0];
    out->id = words[1];
    out->part = words[2];
    return !rest.p || parse_parameters(arena, rest, out, err);
}

struct str
screen_path_value(const struct screen_path *path, struct str key) {
    for (size_t i = 0; i < path->parameter_count; i++) {
        if (str_eq(path->keys[i], key)) {
            return path->values[i];
        }
    }
    return (struct str){0};
}

struct str
screen_path_encode(struct arena *arena, struct str value) {
    struct str_buf out = {0};
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        if (is_word_byte(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '~') {
            str_buf_byte(&out, c);
        } else {
            str_buf_printf(&out, "%%%02X", (unsigned)(unsigned char)c);
        }
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

void
path_list_add(struct path_list *list, struct str path) {
    VEC_ROOM_IN(list->arena, list->paths, list->count, list->cap, 1);
    list->paths[list->count++] = arena_str(list->arena, path);
}
