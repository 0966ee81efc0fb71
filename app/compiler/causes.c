#include "compiler/causes.h"

#include "base/check.h"
#include "base/map.h"

static bool
is_one_of(enum diag_kind kind, const enum diag_kind *kinds, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (kinds[i] == kind) {
            return true;
        }
    }
    return false;
}
#define IS_ONE_OF(kind, kinds) is_one_of((kind), (kinds), ARRAY_LEN(kinds))

/* Say that the cells of a row are not what they seem; the first that is there speaks. */
static const enum diag_kind row_causes[] = {DIAG_UNTERMINATED_QUOTE, DIAG_LINE_QUOTED,
    DIAG_MIXED_SEPARATORS, DIAG_STRAY_QUOTE, DIAG_TOO_MANY_CELLS, DIAG_TOO_FEW_CELLS,
    DIAG_SHIFTED_ROW, DIAG_DUPLICATE_ID};
/* What a row says about its own cells; a duplicate id hides only its row's being a duplicate. */
static const enum diag_kind of_duplicates[] = {DIAG_DUPLICATE_ROW, DIAG_DUPLICATE_POSITION};

/* Damage of the letters, or a value that nobody can use: what else is said of that value follows.
 * Of two in one cell the first here speaks. */
static const enum diag_kind cell_causes[] = {DIAG_LOST_SINCE, DIAG_MOJIBAKE, DIAG_CONTROL_CHARACTER,
    DIAG_INVISIBLE_CHARACTER, DIAG_REPLACEMENT_CHARACTER, DIAG_LOST_CHARACTER,
    DIAG_SPREADSHEET_ERROR, DIAG_MISSING_VALUE, DIAG_PLACEHOLDER, DIAG_UNKNOWN_REFERENCE,
    DIAG_IMPOSSIBLE_DATE, DIAG_UNLIKELY_YEAR, DIAG_BAD_NUMBER, DIAG_NUMBER_FORM,
    DIAG_SPREADSHEET_FORMULA, DIAG_MARKUP_IN_CELL, DIAG_TEXT_TOO_LONG, DIAG_BAD_ID};
static const enum diag_kind of_values[] = {DIAG_BAD_ID, DIAG_BAD_COUNTRY_CODE,
    DIAG_UNKNOWN_REFERENCE, DIAG_BAD_RECORD, DIAG_UNKNOWN_RECORD, DIAG_UNKNOWN_WORD,
    DIAG_UNKNOWN_LISTED, DIAG_BAD_DATE, DIAG_AMBIGUOUS_DATE, DIAG_IMPOSSIBLE_DATE, DIAG_BAD_NUMBER,
    DIAG_NUMBER_FORM, DIAG_BAD_INTEGER, DIAG_BAD_OFFSET, DIAG_PLACEHOLDER, DIAG_TEXT_TOO_LONG,
    DIAG_WRONG_LANGUAGE, DIAG_NAME_SCRIPT, DIAG_READING_NOT_KANA, DIAG_SOUND_NOT_HANGUL,
    DIAG_ROMAN_NOT_LATIN, DIAG_HANJA_NOT_HAN, DIAG_MISSING_READING, DIAG_EVENT_OUTSIDE_RELATION,
    DIAG_AFTER_SOURCE, DIAG_LOST_CHARACTER};

/* Cells that are not what their column asks for. */
static const enum diag_kind misfits[] = {DIAG_BAD_ID, DIAG_UNKNOWN_REFERENCE, DIAG_BAD_RECORD,
    DIAG_UNKNOWN_RECORD, DIAG_UNKNOWN_WORD, DIAG_UNKNOWN_LISTED, DIAG_BAD_DATE, DIAG_AMBIGUOUS_DATE,
    DIAG_IMPOSSIBLE_DATE, DIAG_DATE_FORM, DIAG_DATE_SERIAL, DIAG_BAD_NUMBER, DIAG_NUMBER_FORM,
    DIAG_BAD_INTEGER, DIAG_BAD_OFFSET, DIAG_WRONG_LANGUAGE, DIAG_MISSING_VALUE, DIAG_MISSING_SOURCE,
    DIAG_MISSING_TRANSLATION, DIAG_READING_NOT_KANA, DIAG_COORDINATE_RANGE, DIAG_BAD_YES,
    DIAG_ROMAN_NOT_LATIN, DIAG_HANJA_NOT_HAN, DIAG_SOUND_NOT_HANGUL};

/* In an article: a block that is not the kind its author meant, or an end that is missing. */
static const enum diag_kind block_causes[] = {DIAG_HEADING_LEVEL, DIAG_HEADING_JUMP,
    DIAG_LIST_TOO_DEEP, DIAG_LIST_ITEM, DIAG_NOTE_CONTENT, DIAG_BULLET_SIGN, DIAG_LINE_SIGN,
    DIAG_TABLE_GAP, DIAG_TABLE_HEADS, DIAG_TABLE_ROW, DIAG_TABLE_SIZE, DIAG_MARKDOWN_NOT_ALLOWED,
    DIAG_HTML_NOT_ALLOWED, DIAG_EMPTY_BLOCK, DIAG_IMAGE_NOT_ALLOWED, DIAG_NO_HEADER,
    DIAG_UNTERMINATED_HEADER};
/* A line that is not what it looks like, or in another language: what is said of its words at the
 * same place follows. */
static const enum diag_kind sign_causes[] = {DIAG_LINE_SIGN, DIAG_LINK_FORM, DIAG_TABLE_GAP,
    DIAG_TABLE_HEADS, DIAG_UNTRANSLATED, DIAG_BULLET_SIGN, DIAG_STRAY_MARKUP};
static const enum diag_kind of_signs[] = {DIAG_STRAY_MARKUP, DIAG_NOUN_ENDING, DIAG_WIDTH_FORM,
    DIAG_UNBALANCED_BRACKET, DIAG_MIXED_VOICE, DIAG_FULLWIDTH_PUNCTUATION, DIAG_ASCII_PUNCTUATION};
static const enum diag_kind header_causes[] = {DIAG_UNKNOWN_KEY, DIAG_BAD_HEADER_LINE};
static const enum diag_kind whole_causes[] = {
    DIAG_NO_HEADER, DIAG_UNTERMINATED_HEADER, DIAG_NO_COLUMNS};

/* Blank cells of a row do not count: a total has one number and nothing else. */
static size_t
count_filled(const struct source *source, size_t row) {
    size_t at = source->rows[row - 1], filled = 0;
    size_t end = row < source->row_count ? source->rows[row] : source->bytes.n;
    bool is_quoted = false, has_some = false;
    for (; at <= end; at++) {
        char c = at < end ? source->bytes.p[at] : source->separator;
        is_quoted ^= c == '"';
        if (c == source->separator && (!is_quoted || at == end)) {
            filled += has_some;
            has_some = false;
        } else if (c != ' ' && c != '"' && c != '\r' && c != '\n') {
            has_some = true;
        }
    }
    return filled;
}

/* Where an item stands in its table; row 0: in none, or in the header. Items of one row are asked
 * for in the order of their places, so that a row is read once. */
struct spot {
    uint32_t file;
    size_t row, column;
};
struct cursor {
    struct spot spot;
    size_t at;
    bool is_quoted, is_start;
};

static struct spot
move_to(struct cursor *cursor, const struct diag *diag, const struct diag_item *item) {
    const struct source *source = sources_at(diag->sources, item->place.file);
    size_t row = source->separator ? source_row(source, item->place.at) : 0;
    if (row <= 1) {
        return (struct spot){item->place.file, 0, 0};
    }
    struct spot *spot = &cursor->spot;
    if (spot->file != item->place.file || spot->row != row || cursor->at > item->place.at) {
        *cursor = (struct cursor){{item->place.file, row, 1}, source->rows[row - 1], false, true};
    }
    for (; cursor->at < item->place.at && cursor->at < source->bytes.n; cursor->at++) {
        char c = source->bytes.p[cursor->at];
        bool is_quote = c == '"' && (cursor->is_quoted || cursor->is_start);
        cursor->is_quoted ^= is_quote;
        cursor->is_start = !cursor->is_quoted && (is_quote || c == source->separator);
        spot->column += !cursor->is_quoted && c == source->separator;
    }
    return *spot;
}

static struct spot *
find_spots(const struct diag *diag) {
    struct spot *spots = ARENA_ARRAY(diag->arena, diag->count + 1, struct spot);
    struct cursor cursor = {.spot = {.file = UINT32_MAX}};
    for (size_t i = 0; i < diag->count; i++) {
        spots[i] = move_to(&cursor, diag, &diag->items[i]);
    }
    return spots;
}

static bool
is_same_row(const struct spot *a, const struct spot *b) {
    return a->row > 0 && a->file == b->file && a->row == b->row;
}

/* Items that lie together: of a row, or of a cell. */
struct stretch {
    size_t from, to;
};

static struct stretch
row_from(const struct spot *spots, size_t from, size_t count) {
    struct stretch s = {from, from + 1};
    while (s.to < count && is_same_row(&spots[from], &spots[s.to])) {
        s.to++;
    }
    return s;
}

static void
report_shifted(struct diag *diag, const struct spot *spots, struct stretch s) {
    enum { LEAST = 4 };
    size_t cells = 0, last = 0, first = SIZE_MAX;
    for (size_t i = s.from; i < s.to; i++) {
        if (IS_ONE_OF(diag->items[i].kind, misfits) && spots[i].column != last) {
            first = first == SIZE_MAX ? i : first;
            last = spots[i].column;
            cells++;
        }
    }
    if (cells >= LEAST) {
        struct diag_place place = diag->items[first].place;
        const struct source *source = sources_at(diag->sources, place.file);
        if (cells * 2 >= count_filled(source, spots[s.from].row)) {
            DIAG_ARGS(diag, DIAG_SHIFTED_ROW, place, arena_printf(diag->arena, "%zu", cells));
        }
    }
}

static void
find_shifted(struct diag *diag) {
    size_t count = diag->count;
    struct spot *spots = find_spots(diag);
    for (size_t i = 0; i < count;) {
        struct stretch s = row_from(spots, i, count);
        if (spots[i].row > 0) {
            report_shifted(diag, spots, s);
        }
        i = s.to;
    }
}

static const struct diag_item *
speaker(const struct diag *diag, struct stretch s, const enum diag_kind *causes, size_t count) {
    for (size_t c = 0; c < count; c++) {
        for (size_t i = s.from; i < s.to; i++) {
            if (diag->items[i].kind == causes[c]) {
                return &diag->items[i];
            }
        }
    }
    return NULL;
}

static void
drop_row(struct diag *diag, struct stretch s, bool *drops) {
    const struct diag_item *cause = speaker(diag, s, row_causes, ARRAY_LEN(row_causes));
    for (size_t i = s.from; cause && i < s.to; i++) {
        bool is_about =
            cause->kind != DIAG_DUPLICATE_ID || IS_ONE_OF(diag->items[i].kind, of_duplicates);
        bool is_other_quote =
            cause->kind == DIAG_STRAY_QUOTE && diag->items[i].kind == DIAG_STRAY_QUOTE;
        drops[i] |= &diag->items[i] != cause && is_about && !is_other_quote;
    }
}

static void
drop_cell(struct diag *diag, struct stretch s, bool *drops) {
    const struct diag_item *cause = speaker(diag, s, cell_causes, ARRAY_LEN(cell_causes));
    for (size_t i = s.from; cause && i < s.to; i++) {
        drops[i] |= diag->items[i].kind != cause->kind && IS_ONE_OF(diag->items[i].kind, of_values);
    }
}

static void
drop_of_tables(struct diag *diag, const struct spot *spots, bool *drops) {
    for (size_t i = 0; i < diag->count;) {
        struct stretch row = row_from(spots, i, diag->count);
        for (size_t from = row.from; spots[i].row > 0 && from < row.to;) {
            struct stretch cell = {from, from + 1};
            while (cell.to < row.to && spots[cell.to].column == spots[from].column) {
                cell.to++;
            }
            drop_cell(diag, cell, drops);
            from = cell.to;
        }
        if (spots[i].row > 0) {
            drop_row(diag, row, drops);
        }
        i = row.to;
    }
}

/* guides/first-visit of guides/first-visit.ja.md: a hash. */
static uint64_t
article_of(const struct diag *diag, const struct diag_item *item) {
    struct str path = sources_at(diag->sources, item->place.file)->path;
    bool is_article = path.n > 6 && str_ends(path, STR(".md"));
    return is_article ? str_hash(str_slice(path, 0, path.n - 6), 0) : 0;
}

/* guides/first-visit of guides/first-visit.jp.md: a hash. */
static uint64_t
stem_of(const struct diag *diag, const struct diag_item *item) {
    struct str path = sources_at(diag->sources, item->place.file)->path;
    return str_hash(str_slice(path, 0, str_find(path, STR("."))), 3);
}

static void
drop_of_articles(struct diag *diag, bool *drops) {
    struct map blocks = {0}, headers = {0}, wholes = {0}, signs = {0}, names = {0};
    uint32_t first;
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        if (IS_ONE_OF(item->kind, block_causes)) {
            map_put(&blocks, article_of(diag, item), 1);
        }
        if (IS_ONE_OF(item->kind, header_causes)) {
            map_put(&headers, item->place.file, 1);
        }
        if (IS_ONE_OF(item->kind, whole_causes)) {
            map_put(&wholes, item->place.file, (uint32_t)i);
        }
        uint64_t spot = (uint64_t)item->place.file << 32 | item->place.at;
        bool is_told = item->kind == DIAG_STRAY_MARKUP && map_get(&signs, spot, &first);
        if (IS_ONE_OF(item->kind, sign_causes) && !is_told) {
            map_put(&signs, spot, item->kind);
        }
        if (item->kind == DIAG_ARTICLE_NAME || item->kind == DIAG_FILE_NAME) {
            map_put(&names, stem_of(diag, item), 1);
        }
    }
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        uint32_t file = item->place.file;
        bool is_differing = item->kind == DIAG_STRUCTURE_DIFFERS &&
                            !str_starts(item->args[2], STR("source:")) &&
                            map_get(&blocks, article_of(diag, item), &first);
        bool is_missing = item->kind == DIAG_MISSING_KEY && map_get(&headers, file, &first);
        bool is_behind = map_get(&wholes, file, &first) && first != i;
        bool is_of_sign = IS_ONE_OF(item->kind, of_signs) &&
                          map_get(&signs, (uint64_t)file << 32 | item->place.at, &first) &&
                          first != item->kind;
        bool is_misnamed =
            item->kind == DIAG_ARTICLE_LANGUAGE && map_get(&names, stem_of(diag, item), &first);
        drops[i] |= is_differing || is_missing || is_behind || is_of_sign || is_misnamed;
    }
    map_finish(&blocks);
    map_finish(&headers);
    map_finish(&wholes);
    map_finish(&signs);
    map_finish(&names);
}

/* A language that nothing is written in is one mistake, not one for each of its texts. */
static void
drop_of_languages(struct diag *diag, bool *drops) {
    for (size_t i = 0; i < diag->count; i++) {
        if (diag->items[i].kind != DIAG_LANGUAGE_ABSENT) {
            continue;
        }
        struct str tag = diag->items[i].args[0];
        for (size_t j = 0; j < diag->count; j++) {
            const struct diag_item *item = &diag->items[j];
            struct str name =
                item->kind == DIAG_MISSING_TRANSLATION ? item->args[0]
                : item->kind == DIAG_MISSING_LANGUAGE_COLUMN || item->kind == DIAG_ARTICLE_LANGUAGE
                    ? item->args[1]
                    : STR("");
            drops[j] |= name.n > 0 && str_ends(name, tag);
        }
    }
}

static void
drop(struct diag *diag, const bool *drops) {
    size_t kept = 0;
    for (size_t i = 0; i < diag->count; i++) {
        if (drops[i]) {
            diag_forget(diag, &diag->items[i]);
        } else {
            diag->items[kept++] = diag->items[i];
        }
    }
    diag->count = kept;
}

/* The same id that nobody has: 0 for other kinds. */
static uint64_t
id_key(const struct diag_item *item) {
    struct str record = item->args[0];
    size_t slash = str_find(record, STR("/"));
    bool is_record = item->kind == DIAG_UNKNOWN_RECORD || item->kind == DIAG_BROKEN_LINK;
    if (item->kind == DIAG_UNKNOWN_REFERENCE) {
        return str_hash(record, str_hash(item->args[1], 7)) | 1;
    }
    if (item->kind == DIAG_UNTRANSLATED) { /* a file that was copied */
        return (uint64_t)item->place.file << 1 | 1;
    }
    return is_record && slash != SIZE_MAX ? str_hash(str_slice(record, slash + 1, record.n),
                                                str_hash(str_slice(record, 0, slash), 7)) |
                                                1
                                          : 0;
}

/* The same kind in the same column; 0 for kinds that are a cell's own. */
static uint64_t
column_key(const struct diag *diag, const struct diag_item *item, const struct spot *spot) {
    static const enum diag_kind kinds[] = {DIAG_WRONG_LANGUAGE, DIAG_MISSING_TRANSLATION,
        DIAG_MISSING_VALUE, DIAG_MISSING_SOURCE, DIAG_BAD_DATE, DIAG_BAD_NUMBER, DIAG_BAD_ID,
        DIAG_UNKNOWN_REFERENCE, DIAG_BAD_RECORD, DIAG_DUPLICATE_ID, DIAG_DUPLICATE_ROW};
    return spot->row > 0 && IS_ONE_OF(item->kind, kinds)
               ? str_hash(sources_at(diag->sources, spot->file)->path,
                     (uint64_t)item->kind * 1000 + spot->column) |
                     1
               : 0;
}

/* Folds what has one key. A column counts when at least half of its rows have the mistake. */
static void
fold(struct diag *diag, const struct spot *spots, bool by_column) {
    enum { LEAST = 4 };
    struct map heads = {0};
    uint32_t *head = ARENA_ARRAY(diag->arena, diag->count + 1, uint32_t);
    uint32_t *count = ARENA_ARRAY(diag->arena, diag->count + 1, uint32_t);
    for (size_t i = 0; i < diag->count; i++) {
        const struct diag_item *item = &diag->items[i];
        uint64_t key = item->head != i     ? 0
                       : by_column         ? column_key(diag, item, &spots[i])
                       : item->folded == 0 ? id_key(item)
                                           : 0;
        head[i] = (uint32_t)i;
        if (key != 0 && !map_get(&heads, key, &head[i])) {
            map_put(&heads, key, (uint32_t)i);
        }
        count[head[i]]++;
    }
    for (size_t i = 0; i < diag->count; i++) {
        const struct source *source = sources_at(diag->sources, diag->items[i].place.file);
        bool is_whole = count[head[i]] >= LEAST && count[head[i]] * 2 + 1 >= source->row_count;
        if (head[i] != i && (!by_column || is_whole)) {
            diag->items[i].head = head[i];
            diag->items[head[i]].folded++;
        }
    }
    map_finish(&heads);
}

void
causes_hold_back(struct diag *diag) {
    size_t count = diag->count;
    find_shifted(diag);
    if (diag->count > count) {
        diag_finish(diag);
    }
    bool *drops = ARENA_ARRAY(diag->arena, diag->count + 1, bool);
    drop_of_tables(diag, find_spots(diag), drops);
    drop_of_articles(diag, drops);
    drop_of_languages(diag, drops);
    drop(diag, drops);
    for (size_t i = 0; i < diag->count; i++) {
        diag->items[i].head = (uint32_t)i;
    }
    const struct spot *spots = find_spots(diag);
    fold(diag, spots, true);
    fold(diag, spots, false);
}
