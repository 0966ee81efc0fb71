/* Any bytes as fonts.ini: a refusal says why in one line of UTF-8; what is read has names, files
 * and values within their limits, and reads back as itself when it is written out again. */
#include "base/check.h"
#include "base/utf8.h"
#include "text/fonts/fonts_ini.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_face(const struct fonts_ini_face *face) {
    xassert(face->name[0] && memchr(face->name, '\0', sizeof(face->name)));
    xassert(face->file[0] && memchr(face->file, '\0', sizeof(face->file)));
    xassert(face->index < 1000 && face->languages < 1u << LOCALE_COUNT);
    xassert(face->weight == TEXT_REGULAR || face->weight == TEXT_BOLD);
    xassert(utf8_valid(str_from(face->name), NULL) && utf8_valid(str_from(face->file), NULL));
}

/* `=` without a space: a value may begin with the sign of a comment. */
static void
write_face(struct str_buf *out, const struct fonts_ini_face *face) {
    str_buf_printf(out, "[%s]\nindex = %u\nweight = %s\n", face->name, face->index,
        face->weight == TEXT_BOLD ? "bold" : "regular");
    if (face->is_optional) {
        str_buf_printf(out, "optional = yes\n");
    }
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        if (face->languages >> lang & 1) {
            str_buf_printf(out, "languages = %s\n", locale_tag((enum locale_id)lang));
        }
    }
    str_buf_printf(out, "file=%s\n", face->file);
}

static void
check_same(const struct fonts_ini *ini) {
    struct fonts_ini again;
    struct str_buf text = {0};
    struct err err;
    for (size_t i = 0; i < ini->count; i++) {
        write_face(&text, &ini->faces[i]);
    }
    xassert(fonts_ini_parse(str_buf_str(&text), "again", &again, &err));
    xassert(again.count == ini->count);
    for (size_t i = 0; i < ini->count; i++) {
        const struct fonts_ini_face *a = &ini->faces[i], *b = &again.faces[i];
        xassert(strcmp(a->name, b->name) == 0 && strcmp(a->file, b->file) == 0);
        xassert(a->index == b->index && a->languages == b->languages);
        xassert(a->weight == b->weight && a->is_optional == b->is_optional);
    }
    str_buf_finish(&text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fonts_ini ini;
    struct err err = {0};
    if (!fonts_ini_parse((struct str){(const char *)data, size}, "fuzz", &ini, &err)) {
        xassert(err.message[0] && utf8_valid(str_from(err.message), NULL));
        xassert(!strchr(err.message, '\n'));
        return 0;
    }
    xassert(ini.count > 0 && ini.count <= FONTS_INI_FACES);
    for (size_t i = 0; i < ini.count; i++) {
        check_face(&ini.faces[i]);
    }
    check_same(&ini);
    return 0;
}
