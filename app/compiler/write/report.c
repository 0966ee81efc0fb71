#include "compiler/write/report.h"

#include "base/check.h"
#include "compiler/check/check.h"
#include "compiler/read/load.h"
#include "compiler/trouble.h"
#include "compiler/write/state.h"

#include <string.h>

enum { TITLE_STALE, TITLE_UNTRANSLATED, TITLE_READINGS, TITLE_GLYPHS, TITLE_NEW, TITLE_COUNT };
static const char *const titles[TITLE_COUNT][LOCALE_COUNT] = {
    [TITLE_STALE] = {"원문이 바뀐 뒤 고치지 않은 번역", "原文が変わったあと直されていない訳",
        "Translations older than their original"},
    [TITLE_UNTRANSLATED] = {"빠진 번역", "抜けている訳", "Missing translations"},
    [TITLE_READINGS] = {"빠진 읽기", "抜けている読み", "Missing readings"},
    [TITLE_GLYPHS] = {"글꼴에 없는 문자", "フォントにない文字", "Characters no font has"},
    [TITLE_NEW] = {"아직 확인하지 않은 기록(naru-content accept)",
        "まだ確認していない記録（naru-content accept）",
        "Records not accepted yet (naru-content accept)"},
};

static void
add_title(struct str_buf *out, int title, enum locale_id locale, size_t count) {
    str_buf_add(out, str_from(titles[title][locale]));
    str_buf_printf(out, ": %zu\n", count);
}

static void
add_place(struct str_buf *out, struct model *model, struct diag_place place) {
    struct source *source = sources_at(model->diag->sources, place.file);
    size_t line, column;
    source_position(source, model->arena, place.at, &line, &column);
    str_buf_printf(out, "  %.*s:%zu:%zu ", STR_ARG(source->path), line, column);
}

/* Each with what changed in the original since it was accepted. */
static void
add_stale(struct str_buf *out, struct model *model, const char *folder, enum locale_id locale) {
    struct state now = state_now(model), then = state_read(model->arena, folder);
    struct str_buf lines = {0};
    size_t stale = 0, unknown = 0;
    for (size_t i = 0; i < now.count; i++) {
        const struct state_record *record = &now.items[i], *old = state_find(&then, record->name);
        bool is_shown = false;
        unknown += old == NULL;
        for (int l = 0; old && l < LOCALE_COUNT; l++) {
            if (state_is_stale(old, record, model->original, (enum locale_id)l)) {
                add_place(&lines, model, record->place);
                str_buf_printf(
                    &lines, "%.*s %s\n", STR_ARG(record->name), locale_tag((enum locale_id)l));
                stale++;
                is_shown = true;
            }
        }
        if (is_shown && old->piece_count > 0 && then.original == now.original) {
            state_add_changes(&lines, old, record);
        }
    }
    add_title(out, TITLE_STALE, locale, stale);
    str_buf_add(out, str_buf_str(&lines));
    add_title(out, TITLE_NEW, locale, unknown);
    str_buf_finish(&lines);
    state_finish(&now);
    state_finish(&then);
}

static void
add_kind(struct str_buf *out, struct model *model, int title, enum locale_id locale,
    enum diag_kind a, enum diag_kind b) {
    struct diag *diag = model->diag;
    struct str_buf lines = {0};
    size_t count = 0;
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        if (item->kind == a || item->kind == b) {
            add_place(&lines, model, item->place);
            str_buf_printf(&lines, "%.*s %.*s\n", STR_ARG(item->args[0]), STR_ARG(item->args[1]));
            count++;
        }
    }
    add_title(out, title, locale, count);
    str_buf_add(out, str_buf_str(&lines));
    str_buf_finish(&lines);
}

struct desk {
    struct arena arena;
    struct sources sources;
    struct diag diag;
    struct model model;
};

static bool
desk_open(struct desk *desk, const char *folder, enum locale_id locale, struct err *err) {
    arena_init(&desk->arena);
    desk->sources = (struct sources){.arena = &desk->arena};
    diag_init(&desk->diag, &desk->arena, &desk->sources);
    model_init(&desk->model, &desk->arena, &desk->diag);
    return load_folder(&desk->model, folder, locale, err);
}

static void
desk_close(struct desk *desk) {
    model_finish(&desk->model);
    arena_finish(&desk->arena);
}

bool
report_folder(const char *folder, enum locale_id locale, const struct compile_options *options,
    struct str_buf *out, struct err *err) {
    struct desk desk;
    bool ok = desk_open(&desk, folder, locale, err);
    if (ok) {
        check_all(&desk.model, options);
        diag_finish(&desk.diag);
        add_kind(out, &desk.model, TITLE_UNTRANSLATED, locale, DIAG_MISSING_TRANSLATION,
            DIAG_ARTICLE_LANGUAGE);
        add_stale(out, &desk.model, folder, locale);
        add_kind(
            out, &desk.model, TITLE_READINGS, locale, DIAG_MISSING_READING, DIAG_MISSING_READING);
        add_kind(out, &desk.model, TITLE_GLYPHS, locale, DIAG_NO_GLYPH, DIAG_NO_GLYPH);
    }
    desk_close(&desk);
    return ok;
}

/* A file, a folder, a record, or the name of an article without its language. */
static bool
is_named(const struct model *model, const struct state_record *record, struct str name) {
    struct str path = sources_at(model->diag->sources, record->place.file)->path;
    while (name.n > 0 && name.p[name.n - 1] == '/') {
        name.n--;
    }
    bool is_folder = str_starts(path, name) && path.n > name.n && path.p[name.n] == '/';
    bool is_article = str_ends(name, STR(".md")) && str_starts(name, record->name) &&
                      name.n > record->name.n && name.p[record->name.n] == '.';
    return str_eq(name, record->name) || str_eq(name, path) || is_folder || is_article;
}

enum { SAID_ACCEPTED, SAID_UNCHANGED, SAID_UNDONE, SAID_COUNT };
static const char *const said[SAID_COUNT][LOCALE_COUNT] = {
    [SAID_ACCEPTED] = {"번역이 맞다고 적은 기록", "訳が合っていると書き留めた記録",
        "Records accepted"},
    [SAID_UNCHANGED] = {"바뀌지 않은 기록", "変わっていない記録", "Records that had not changed"},
    [SAID_UNDONE] = {"앞의 translations.state로 되돌렸습니다(다시 하면 돌아옵니다).\n",
        "前の translations.state に戻しました（もう一度行うと元に戻ります）。\n",
        "translations.state is again what it was before (undo once more to take that back).\n"},
};

struct accepting {
    struct model *model;
    const struct report_accept *request;
    struct state now, then, next;
    struct str_buf *out;
    size_t accepted, unchanged;
};

static void
accept_record(struct accepting *a, const struct state_record *record) {
    const struct state_record *old = state_find(&a->then, record->name);
    bool is_same = old && memcmp(old->hashes, record->hashes, sizeof(old->hashes)) == 0;
    a->next.items[a->next.count++] = *record;
    a->accepted += !is_same;
    a->unchanged += is_same;
    if (is_same) {
        return;
    }
    str_buf_printf(a->out, "  %.*s\n", STR_ARG(record->name));
    if (old && old->piece_count > 0 && a->then.original == a->now.original) {
        state_add_changes(a->out, old, record);
    }
}

/* False when a name is nobody's. */
static bool
accept_named(struct accepting *a, enum locale_id locale, struct err *err) {
    const struct report_accept *request = a->request;
    for (size_t n = 0; n < request->name_count; n++) {
        bool is_met = false;
        for (size_t i = 0; i < a->now.count; i++) {
            is_met |= is_named(a->model, &a->now.items[i], str_from(request->names[n]));
        }
        if (!is_met) {
            return trouble_with_path(
                err, ERR_USAGE, locale, TROUBLE_NO_SUCH_RECORD, request->names[n], 0);
        }
    }
    for (size_t i = 0; i < a->now.count; i++) {
        const struct state_record *record = &a->now.items[i], *old;
        bool is_meant = request->name_count == 0;
        for (size_t n = 0; n < request->name_count; n++) {
            is_meant |= is_named(a->model, record, str_from(request->names[n]));
        }
        if (is_meant) {
            accept_record(a, record);
        } else if ((old = state_find(&a->then, record->name)) != NULL) {
            a->next.items[a->next.count++] = *old;
        }
    }
    return true;
}

bool
report_accept(const struct report_accept *request, enum locale_id locale, struct str_buf *out,
    struct err *err) {
    struct desk desk;
    if (request->is_undo) {
        bool ok = state_undo(request->folder, locale, err);
        str_buf_add(out, ok ? str_from(trouble_in(said[SAID_UNDONE], locale)) : STR(""));
        return ok;
    }
    bool ok = desk_open(&desk, request->folder, locale, err);
    if (ok) {
        struct accepting a = {.model = &desk.model,
            .request = request,
            .now = state_now(&desk.model),
            .then = state_read(&desk.arena, request->folder),
            .out = out};
        a.next = (struct state){.original = a.now.original,
            .items = ARENA_ARRAY(&desk.arena, a.now.count + 1, struct state_record)};
        ok = accept_named(&a, locale, err) && state_write(request->folder, &a.next, locale, err);
        if (ok) {
            str_buf_printf(out, "%s: %zu, %s: %zu\n", trouble_in(said[SAID_ACCEPTED], locale),
                a.accepted, trouble_in(said[SAID_UNCHANGED], locale), a.unchanged);
        }
        state_finish(&a.now);
        state_finish(&a.then);
    }
    desk_close(&desk);
    return ok;
}
