#include "compiler/read/load.h"

#include "base/check.h"
#include "base/file.h"
#include "compiler/read/article.h"
#include "compiler/read/encoding.h"
#include "compiler/read/file_names.h"
#include "compiler/read/lists.h"
#include "compiler/read/pictures.h"
#include "compiler/read/raster.h"
#include "compiler/trouble.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

struct loader {
    struct model *model;
    const char *folder;
    bool is_file[TABLE_COUNT]; /* seen as NAME.csv */
};

static struct diag_place
start_of(uint32_t file) {
    return (struct diag_place){file, 0};
}

/* Adds the file to the list of sources even when it cannot be read, so that mistakes have a place.
 * True when there is something to parse. */
static bool
read_source(struct loader *loader, struct str path, size_t limit, uint32_t *file) {
    struct model *model = loader->model;
    struct str full = arena_printf(model->arena, "%s/%.*s", loader->folder, STR_ARG(path));
    struct str bytes = {0};
    struct err err = {0};
    struct stat info;
    bool is_regular = lstat(full.p, &info) == 0 && S_ISREG(info.st_mode);
    bool is_read = is_regular && file_read(full.p, limit, model->arena, &bytes, &err);
    *file = sources_add(model->diag->sources, arena_str(model->arena, path), bytes);
    if (!is_regular) {
        DIAG_AT(model->diag, DIAG_NOT_A_FILE, start_of(*file));
    } else if (!is_read && err.code == ERR_LIMIT) {
        DIAG_ARGS(model->diag, DIAG_FILE_TOO_LARGE, start_of(*file),
            arena_printf(model->arena, "%zu MB", limit >> 20));
    } else if (!is_read) {
        DIAG_ARGS(
            model->diag, DIAG_UNREADABLE, start_of(*file), arena_printf(model->arena, "%d", errno));
    } else if (bytes.n == 0) {
        DIAG_AT(model->diag, DIAG_EMPTY_FILE, start_of(*file));
    } else {
        return true;
    }
    return false;
}

static bool
read_text(struct loader *loader, struct str path, uint32_t *file) {
    return read_source(loader, path, LOAD_FILE_LIMIT, file) &&
           encoding_check(loader->model->diag, *file);
}

static bool
is_spreadsheet(struct str name) {
    return str_ends(name, STR(".xlsx")) || str_ends(name, STR(".xls")) ||
           str_ends(name, STR(".ods")) || str_ends(name, STR(".numbers"));
}

static struct str
table_names(struct arena *arena) {
    struct str_buf buf = {0};
    for (size_t i = 0; i < TABLE_ARTICLES; i++) {
        str_buf_printf(&buf, "%s%s.csv", i ? ", " : "", content_tables[i].name);
    }
    struct str names = arena_str(arena, str_buf_str(&buf));
    str_buf_finish(&buf);
    return names;
}

static bool
is_there(const struct loader *loader, struct str path) {
    struct stat info;
    return lstat(arena_printf(loader->model->arena, "%s/%.*s", loader->folder, STR_ARG(path)).p,
               &info) == 0;
}

/* What it holds is not missing: it was not read, which is said once. */
static void
hold_back(struct loader *loader, struct str table_file) {
    struct str stem = str_slice(table_file, 0, str_find(table_file, STR(".")));
    const struct table *table = tables_find(stem);
    if (table && tables_id(table) != TABLE_ARTICLES) {
        loader->model->tables[tables_id(table)].is_partial = true;
    }
}

/* `right`: the name it should have; empty when it is not part of the format. */
static void
report_unknown_file(struct loader *loader, struct str path, struct str right) {
    struct diag *diag = loader->model->diag;
    uint32_t file = sources_add(diag->sources, arena_str(diag->arena, path), (struct str){0});
    if (is_spreadsheet(path)) {
        DIAG_AT(diag, DIAG_SPREADSHEET_FILE, start_of(file));
    } else if (file_names_is_document(path)) {
        DIAG_AT(diag, DIAG_DOCUMENT_FILE, start_of(file));
    } else if (right.n > 0) {
        DIAG_ARGS(diag, DIAG_FILE_NAME, start_of(file), right);
    } else {
        DIAG_ARGS(diag, DIAG_UNKNOWN_FILE, start_of(file), table_names(diag->arena));
    }
}

/* What cannot be read is said once: what points into its table is not reported again. */
static void
load_table_file(struct loader *loader, struct model_table *table, struct str path) {
    uint32_t file;
    table->is_present = true;
    if (!read_text(loader, path, &file) || !load_csv(loader->model, table, file)) {
        table->is_partial = true;
    }
}

static void
load_top_file(struct loader *loader, struct str name) {
    struct str stem = str_ends(name, STR(".csv")) ? str_slice(name, 0, name.n - 4) : STR("");
    const struct table *table = tables_find(stem);
    struct model_table *desk = model_desk_table(loader->model, stem);
    if (desk) {
        load_table_file(loader, desk, name);
        return;
    }
    if (!table || tables_id(table) == TABLE_ARTICLES) {
        struct str right = file_names_table(loader->model->arena, name);
        right = right.n > 0 && is_there(loader, right) ? (struct str){0} : right;
        hold_back(loader, right);
        report_unknown_file(loader, name, right);
        return;
    }
    loader->is_file[tables_id(table)] = true;
    load_table_file(loader, &loader->model->tables[tables_id(table)], name);
}

static void
load_picture(struct loader *loader, struct str path, struct str name) {
    uint32_t file;
    if (pictures_take_name(loader->model, path, name)) {
        bool is_read = read_source(loader, path, RASTER_FILE_LIMIT, &file);
        pictures_take(loader->model, name, file, is_read);
    }
}

static void
load_entry_of_folder(
    struct loader *loader, const struct table *table, struct str path, struct str name) {
    uint32_t file;
    if (str_starts(path, STR("pictures/"))) {
        load_picture(loader, path, name);
    } else if (table && str_ends(name, STR(".csv"))) {
        load_table_file(loader, &loader->model->tables[tables_id(table)], path);
    } else if (!table && file_names_article(loader->model->arena, name).n > 0) {
        report_unknown_file(loader, path, file_names_article(loader->model->arena, name));
    } else if (!table && str_ends(name, STR(".md"))) {
        bool is_read = read_text(loader, path, &file);
        article_load(loader->model, file, is_read);
    } else {
        report_unknown_file(loader, path, (struct str){0});
    }
}

/* `table` NULL: a folder of articles. */
static void
load_sub_folder(struct loader *loader, const struct table *table, struct str folder) {
    struct arena *arena = loader->model->arena;
    struct str full = arena_printf(arena, "%s/%.*s", loader->folder, STR_ARG(folder)), *names;
    size_t count;
    struct err err;
    if (!file_list(full.p, arena, &names, &count, &err)) {
        uint32_t file =
            sources_add(loader->model->diag->sources, arena_str(arena, folder), (struct str){0});
        DIAG_ARGS(
            loader->model->diag, DIAG_UNREADABLE, start_of(file), arena_printf(arena, "%d", errno));
        loader->model->tables[table ? tables_id(table) : TABLE_ARTICLES].is_partial = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (!file_names_is_ignored(names[i])) {
            struct str path = arena_printf(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(names[i]));
            load_entry_of_folder(loader, table, path, names[i]);
        }
    }
}

static bool
is_article_folder(struct str name) {
    for (size_t i = 0; i < ARTICLE_KIND_COUNT; i++) {
        if (str_eq(name, str_from(content_article_kinds[i]))) {
            return true;
        }
    }
    return false;
}

static void
report_unknown_folder(struct loader *loader, struct str name) {
    struct diag *diag = loader->model->diag;
    uint32_t file = sources_add(diag->sources, arena_str(diag->arena, name), (struct str){0});
    struct str right = file_names_folder(diag->arena, name);
    if (is_there(loader, arena_printf(diag->arena, "%.*s/cities.csv", STR_ARG(name))) &&
        !is_there(loader, STR("cities.csv"))) {
        DIAG_ARGS(diag, DIAG_CONTENT_INSIDE, start_of(file), name);
        for (size_t i = 0; i < TABLE_COUNT; i++) {
            loader->model->tables[i].is_partial = true;
        }
    } else if (right.n > 0 && !is_there(loader, right)) {
        hold_back(loader, right);
        DIAG_ARGS(diag, DIAG_FILE_NAME, start_of(file), right);
        loader->model->tables[TABLE_ARTICLES].is_partial |= !tables_find(right);
    } else {
        DIAG_ARGS(diag, DIAG_UNKNOWN_FOLDER, start_of(file),
            STR("guides, cases, talks, reports, pictures"));
    }
}

static void
load_folder_entry(struct loader *loader, struct str name) {
    struct diag *diag = loader->model->diag;
    const struct table *table = tables_find(name);
    if (is_article_folder(name) || str_eq(name, STR("pictures"))) {
        load_sub_folder(loader, NULL, name);
    } else if (table && tables_id(table) != TABLE_ARTICLES) {
        struct model_table *rows = &loader->model->tables[tables_id(table)];
        rows->is_present = true;
        load_sub_folder(loader, table, name);
        if (loader->is_file[tables_id(table)]) {
            uint32_t file =
                sources_add(diag->sources, arena_str(diag->arena, name), (struct str){0});
            DIAG_ARGS(diag, DIAG_TABLE_TWICE, start_of(file), name);
        }
    } else {
        report_unknown_folder(loader, name);
    }
}

/* Links are followed nowhere: content must lie in the folder that is checked. */
static void
load_top_entry(struct loader *loader, struct str name, bool folders) {
    struct arena *arena = loader->model->arena;
    struct str full = arena_printf(arena, "%s/%.*s", loader->folder, STR_ARG(name));
    struct stat info;
    bool is_there = lstat(full.p, &info) == 0;
    if (is_there && S_ISDIR(info.st_mode)) {
        if (folders) {
            load_folder_entry(loader, name);
        }
    } else if (!folders && is_there && !S_ISREG(info.st_mode)) {
        uint32_t file;
        read_source(loader, name, LOAD_FILE_LIMIT, &file);
        hold_back(loader, name);
    } else if (!folders) {
        load_top_file(loader, name);
    }
}

static void
report_missing_tables(struct model *model) {
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        if (content_tables[i].is_required) {
            model_is_whole(model, (enum table_id)i);
        }
    }
}

bool
load_words(struct model *model, const char *folder, enum locale_id locale, struct err *err) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        const struct locale_info *info = locale_info((enum locale_id)i);
        const char *tag = info->is_root ? "root" : info->tag;
        struct str path = arena_printf(model->arena, "%s/%s.txt", folder, tag), bytes;
        if (!file_read(path.p, LOAD_FILE_LIMIT, model->arena, &bytes, err)) {
            return trouble_with_path(err, ERR_IO, locale, TROUBLE_OPEN_FOLDER, path.p, errno);
        }
        struct model_words *words = &model->words[i];
        words->file = sources_add(model->diag->sources, path, bytes);
        sources_at(model->diag->sources, words->file)->is_outside = true;
        words->is_present = encoding_check(model->diag, words->file);
    }
    return true;
}

bool
load_folder(struct model *model, const char *folder, enum locale_id locale, struct err *err) {
    struct loader loader = {.model = model, .folder = folder};
    struct str *names;
    size_t count;
    if (!file_list(folder, model->arena, &names, &count, NULL)) {
        return trouble_with_path(err, ERR_IO, locale, TROUBLE_OPEN_FOLDER, folder, errno);
    }
    for (int folders = 0; folders < 2; folders++) {
        for (size_t i = 0; i < count; i++) {
            if (!file_names_is_ignored(names[i])) {
                load_top_entry(&loader, names[i], folders);
            }
        }
        if (!folders) { /* which file of an article is the original, they say */
            model_take_settings(model);
        }
    }
    lists_add_builtin(model);
    pictures_trim_names(model);
    report_missing_tables(model);
    article_finish(model);
    model_index(model);
    return true;
}
