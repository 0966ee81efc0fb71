#include "compiler/diag.h"

#include "base/check.h"
#include "compiler/trouble.h"
#include "base/sort.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

struct message {
    const char *id;
    enum diag_severity severity;
    const char *text[LOCALE_COUNT];
};

#define ERROR DIAG_ERROR
#define WARNING DIAG_WARNING
static const struct message messages[DIAG_KIND_COUNT] = {
#define DIAG(name, id, severity, ko, ja, en) {id, severity, {ko, ja, en}},
#include "compiler/messages.def"
#undef DIAG
};
#undef ERROR
#undef WARNING

void
diag_init(struct diag *diag, struct arena *arena, struct sources *sources) {
    *diag = (struct diag){.arena = arena, .sources = sources};
}

void
diag_report(struct diag *diag, enum diag_kind kind, struct diag_place place, const struct str *args,
    size_t count) {
    xassert(kind < DIAG_KIND_COUNT && count <= 4);
    diag->errors += messages[kind].severity == DIAG_ERROR;
    diag->warnings += messages[kind].severity == DIAG_WARNING;
    if (diag->of_kind[kind]++ >= DIAG_LIMIT) {
        return;
    }
    VEC_ROOM_IN(diag->arena, diag->items, diag->count, diag->cap, 1);
    struct diag_item *item = &diag->items[diag->count];
    uint32_t order = (uint32_t)diag->count++;
    *item = (struct diag_item){.place = place, .kind = kind, .order = order, .head = order};
    for (size_t i = 0; i < count; i++) {
        item->args[i] = arena_str(diag->arena, args[i]);
    }
}

void
diag_report_local(struct diag *diag, enum diag_kind kind, struct diag_place place,
    const struct str *args, size_t count, const struct str local[LOCALE_COUNT]) {
    size_t before = diag->count;
    diag_report(diag, kind, place, args, count);
    for (int i = 0; diag->count > before && i < LOCALE_COUNT; i++) {
        diag->items[before].local[i] = arena_str(diag->arena, local[i]);
    }
}

void
diag_report_words(struct diag *diag, enum diag_kind kind, struct diag_place place,
    const char *const words[LOCALE_COUNT]) {
    struct str local[LOCALE_COUNT];
    for (int i = 0; i < LOCALE_COUNT; i++) {
        local[i] = str_from(trouble_in(words, (enum locale_id)i));
    }
    diag_report_local(diag, kind, place, NULL, 0, local);
}

const char *
diag_id(enum diag_kind kind) {
    return messages[kind].id;
}

enum diag_severity
diag_severity(enum diag_kind kind) {
    return messages[kind].severity;
}

struct sort_key {
    struct str path;
    struct diag_item item;
};

/* Files that were not read, or not as their author meant them: first, because the rest may follow
 * from them. They are the first group of messages.def. */
static bool
is_cause(enum diag_kind kind) {
    return kind < DIAG_WRONG_SEPARATOR;
}

static int
compare_items(const void *left, const void *right) {
    const struct sort_key *a = left, *b = right;
    bool is_a_cause = is_cause(a->item.kind), is_b_cause = is_cause(b->item.kind);
    int order = str_cmp(a->path, b->path);
    if (is_a_cause != is_b_cause) {
        return is_a_cause ? -1 : 1;
    }
    if (order != 0) {
        return order;
    }
    if (a->item.place.at != b->item.place.at) {
        return a->item.place.at < b->item.place.at ? -1 : 1;
    }
    if (a->item.kind != b->item.kind) {
        return a->item.kind < b->item.kind ? -1 : 1;
    }
    return a->item.order < b->item.order ? -1 : 1;
}

static bool
is_same_report(const struct diag_item *a, const struct diag_item *b) {
    bool same = a->kind == b->kind && a->place.file == b->place.file && a->place.at == b->place.at;
    for (size_t i = 0; same && i < ARRAY_LEN(a->args); i++) {
        same = str_eq(a->args[i], b->args[i]);
    }
    return same;
}

struct str
diag_place_name(const struct diag *diag, struct diag_place place) {
    struct source *source = sources_at(diag->sources, place.file);
    size_t line, column;
    source_position(source, diag->arena, place.at, &line, &column);
    return arena_printf(diag->arena, "%.*s:%zu", STR_ARG(source->path), line);
}

void
diag_forget(struct diag *diag, const struct diag_item *item) {
    diag->of_kind[item->kind]--;
    diag->errors -= messages[item->kind].severity == DIAG_ERROR;
    diag->warnings -= messages[item->kind].severity == DIAG_WARNING;
}

void
diag_finish(struct diag *diag) {
    struct sort_key *keys = ARENA_ARRAY(diag->arena, diag->count + 1, struct sort_key);
    for (size_t i = 0; i < diag->count; i++) {
        keys[i].path = sources_at(diag->sources, diag->items[i].place.file)->path;
        keys[i].item = diag->items[i];
    }
    sort_items(keys, diag->count, sizeof(*keys), compare_items);
    size_t kept = 0;
    for (size_t i = 0; i < diag->count; i++) {
        if (kept > 0 && is_same_report(&diag->items[kept - 1], &keys[i].item)) {
            diag_forget(diag, &keys[i].item);
            continue;
        }
        diag->items[kept] = keys[i].item;
        diag->items[kept].head = (uint32_t)kept;
        kept++;
    }
    diag->count = kept;
}

/* Arguments are the author's own words: control characters are shown as pictures, so that a
 * message is always one line. */
static void
add_argument(struct str_buf *out, struct str arg) {
    for (size_t i = 0; i < arg.n; i++) {
        unsigned char c = (unsigned char)arg.p[i];
        if (c < 0x20) {
            str_buf_utf8(out, 0x2400u + c);
        } else {
            str_buf_byte(out, (char)c);
        }
    }
}

static void
add_message(struct str_buf *out, const struct diag_item *item, enum locale_id locale) {
    const char *text = trouble_in(messages[item->kind].text, locale);
    for (const char *p = text; *p; p++) {
        int64_t why = 0;
        if (p[0] == '{' && p[1] >= '0' && p[1] <= '3' && p[2] == '}') {
            add_argument(out, item->args[p[1] - '0']);
            p += 2;
        } else if (strncmp(p, "{+}", 3) == 0) {
            add_argument(out, item->local[locale]);
            p += 2;
        } else if (strncmp(p, "{!0}", 4) == 0) { /* an errno */
            str_to_i64(item->args[0], &why);
            trouble_add_why(out, locale, (int)why);
            p += 3;
        } else {
            str_buf_byte(out, *p);
        }
    }
}

static const char *
severity_word(enum diag_severity severity, enum locale_id locale) {
    static const char *const words[][LOCALE_COUNT] = {
        [DIAG_WARNING] = {"경고", "警告", "warning"},
        [DIAG_ERROR] = {"오류", "エラー", "error"},
    };
    return trouble_in(words[severity], locale);
}

/* About a whole row, not the cell it begins with. */
static bool
is_about_row(enum diag_kind kind) {
    static const enum diag_kind kinds[] = {DIAG_WRONG_SEPARATOR, DIAG_HEADER_DIFFERS,
        DIAG_MIXED_SEPARATORS, DIAG_MISSING_COLUMN, DIAG_MISSING_LANGUAGE_COLUMN,
        DIAG_TOO_FEW_CELLS, DIAG_TOO_MANY_CELLS, DIAG_BLANK_ROW, DIAG_TOO_MANY_ROWS,
        DIAG_TOO_MANY_COLUMNS, DIAG_DUPLICATE_ROW, DIAG_LONE_SYNONYM};
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (kind == kinds[i]) {
            return true;
        }
    }
    return false;
}

/* 1 -> A, 26 -> Z, 27 -> AA, as spreadsheets name columns. */
static void
add_letters(struct str_buf *out, size_t column) {
    if (column > 26) {
        add_letters(out, (column - 1) / 26);
    }
    str_buf_byte(out, (char)('A' + (column - 1) % 26));
}

/* "row 11, column D “date”: ", where the author sees it in a spreadsheet. */
static void
add_cell_place(struct str_buf *out, const struct source *source, const struct diag_item *item,
    enum locale_id locale) {
    static const char *const row_before[LOCALE_COUNT] = {"", "", "row "};
    static const char *const row_after[LOCALE_COUNT] = {"행", "行", ""};
    static const char *const column_before[LOCALE_COUNT] = {" ", " ", ", column "};
    static const char *const column_after[LOCALE_COUNT] = {"열", "列", ""};
    static const char *const name_before[LOCALE_COUNT] = {" ‘", "「", " “"};
    static const char *const name_after[LOCALE_COUNT] = {"’", "」", "”"};
    size_t row, column;
    if (is_cause(item->kind) || source->separator == 0 ||
        !source_cell(source, item->place.at, &row, &column)) {
        return;
    }
    str_buf_printf(
        out, "%s%zu%s", trouble_in(row_before, locale), row, trouble_in(row_after, locale));
    if (!is_about_row(item->kind)) {
        str_buf_add(out, str_from(trouble_in(column_before, locale)));
        add_letters(out, column);
        str_buf_add(out, str_from(trouble_in(column_after, locale)));
        if (column <= source->name_count && source->names[column - 1].n > 0) {
            str_buf_add(out, str_from(trouble_in(name_before, locale)));
            add_argument(out, source->names[column - 1]);
            str_buf_add(out, str_from(trouble_in(name_after, locale)));
        }
    }
    str_buf_add(out, STR(": "));
}

static void
add_item(struct diag *diag, const struct diag_item *item, enum locale_id locale, struct str folder,
    struct str_buf *out) {
    struct source *source = sources_at(diag->sources, item->place.file);
    size_t line, column;
    source_position(source, diag->arena, item->place.at, &line, &column);
    if (folder.n > 0 && !source->is_outside) {
        add_argument(out, folder);
        str_buf_byte(out, '/');
    }
    add_argument(out, source->path);
    str_buf_printf(
        out, ":%zu:%zu: %s: ", line, column, severity_word(messages[item->kind].severity, locale));
    add_cell_place(out, source, item, locale);
    add_message(out, item, locale);
    str_buf_printf(out, " [%s]\n", messages[item->kind].id);
}

/* Before and behind the number. */
static const char *const more_before[LOCALE_COUNT] = {
    "… 같은 종류가 ", "… 同じ種類があと ", "… and "};
static const char *const more_after[LOCALE_COUNT] = {"개 더 있습니다(--all로 모두 보입니다)",
    " 件あります（--all ですべて出ます）", " more of this kind (--all shows them)"};

/* "… 같은 까닭: events.csv:3, events.csv:4 [unknown-reference]" */
static void
add_folded(struct diag *diag, uint32_t head, enum locale_id locale, struct str_buf *out) {
    static const char *const before[LOCALE_COUNT] = {
        "… 같은 까닭: ", "… 同じ理由：", "… for the same reason: "};
    static const char *const rest[LOCALE_COUNT] = {
        " 등 {}곳", " など {} か所", " and others, {} in all"};
    enum { PLACES = 12 };
    size_t shown = 0;
    str_buf_add(out, str_from(trouble_in(before, locale)));
    for (size_t i = head + 1; i < diag->count && shown < PLACES; i++) {
        if (diag->items[i].head == head) {
            str_buf_add(out, shown++ > 0 ? STR(", ") : STR(""));
            add_argument(out, diag_place_name(diag, diag->items[i].place));
        }
    }
    if (diag->items[head].folded > shown) {
        struct str words = str_from(trouble_in(rest, locale));
        size_t at = str_find(words, STR("{}"));
        str_buf_printf(out, "%.*s%u%.*s", STR_ARG(str_slice(words, 0, at)),
            (unsigned)diag->items[head].folded, STR_ARG(str_slice(words, at + 2, words.n)));
    }
    str_buf_printf(out, " [%s]\n", messages[diag->items[head].kind].id);
}

/* Of the kind, beyond those that were shown or stand under one that was. */
static void
add_more(const struct diag *diag, enum diag_kind kind, size_t most, enum locale_id locale,
    struct str_buf *out) {
    size_t of_kind = diag->of_kind[kind];
    for (size_t i = 0; !diag->shows_all && i < diag->count; i++) {
        of_kind -= diag->items[i].kind == kind && diag->items[i].head != i;
    }
    if (of_kind > most) {
        str_buf_printf(out, "%s%zu%s [%s]\n", trouble_in(more_before, locale), of_kind - most,
            trouble_in(more_after, locale), messages[kind].id);
    }
}

void
diag_print(struct diag *diag, enum locale_id locale, struct str folder, struct str_buf *out) {
    size_t shown[DIAG_KIND_COUNT] = {0};
    size_t most = diag->shows_all ? DIAG_LIMIT : DIAG_SHOWN;
    while (folder.n > 1 && folder.p[folder.n - 1] == '/') {
        folder.n--;
    }
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        if ((!diag->shows_all && item->head != i) || shown[item->kind] >= most) {
            continue;
        }
        add_item(diag, item, locale, folder, out);
        if (!diag->shows_all && item->folded > 0) {
            add_folded(diag, (uint32_t)i, locale, out);
        }
        if (++shown[item->kind] == most) {
            add_more(diag, item->kind, most, locale, out);
        }
    }
    str_buf_printf(out, "%s: %zu, %s: %zu\n", severity_word(DIAG_ERROR, locale), diag->errors,
        severity_word(DIAG_WARNING, locale), diag->warnings);
}
