/* Database bytes through the store's readers. The input is a list of patches on a small database:
 *
 *     [mode and locale] [reader] { [offset: 3 bytes] [length: 1 byte] [bytes] } ...
 *
 * In mode "opened" the patched file is opened, so that its header, its schema and quick_check are
 * met. In mode "late" a sound database is open, its pages are forgotten, and the bytes change under
 * it, as with a dying disk or a file written in place: what quick_check would have refused now
 * reaches the readers. Whatever they answer must be whole: slices inside their texts, words that
 * exist, lists that end. */
#include "base/check.h"
#include "base/file.h"
#include "base/utf8.h"
#include "compiler/compile.h"
#include "content/search.h"
#include "content/store/store_private.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct target {
    char path[64]; /* in memory where there is such a place */
    int fd;
    uint8_t *sound; /* the bytes of the database as compiled */
    size_t size;
    struct store *late;
};
static struct target target; /* kept between inputs: only the patches change */

static void
read_sound(void) {
    struct arena arena;
    struct str bytes;
    struct err err;
    arena_init(&arena);
    if (!file_read(target.path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err)) {
        BUG("the database just written cannot be read");
    }
    target.size = bytes.n;
    target.sound = malloc(bytes.n);
    memcpy(target.sound, bytes.p, bytes.n);
    arena_finish(&arena);
}

static void
remove_file(void) {
    unlink(target.path);
}

static void
set_up(void) {
    struct compile compile;
    struct err err = {0};
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(target.path, sizeof(target.path), "%s/naru-fuzz-store-%d.db", folder, (int)getpid());
    bool ok = compile_folder(&compile, SOURCES, target.path, NULL, &err);
    compile_finish(&compile);
    target.fd = ok ? open(target.path, O_RDWR | O_CLOEXEC) : -1;
    if (target.fd < 0) {
        fprintf(stderr, "cannot compile %s: %s\n", SOURCES, err.message);
        abort();
    }
    read_sound();
    target.late = store_open(target.path, &err);
    xassert(target.late);
    atexit(remove_file);
}

/* Patches the file, or puts the sound bytes back where it was patched. */
static void
patch(const uint8_t *data, size_t size, bool back) {
    for (size_t at = 0; at + 4 <= size;) {
        size_t offset =
            ((size_t)data[at] | (size_t)data[at + 1] << 8 | (size_t)data[at + 2] << 16) %
            target.size;
        size_t length = data[at + 3];
        at += 4;
        length = length < size - at ? length : size - at;
        length = length < target.size - offset ? length : target.size - offset;
        const uint8_t *bytes = back ? target.sound + offset : data + at;
        ssize_t written = pwrite(target.fd, bytes, length, (off_t)offset);
        xassert(written == (ssize_t)length);
        at += length;
    }
}

/* Reads every byte: the sanitizer sees a text that is shorter than it says. */
static void
check_text(struct str text) {
    for (size_t i = 0; i < text.n; i++) {
        xassert((unsigned char)text.p[i] <= 0xFF);
    }
}

static void
check_edtf(struct edtf date) {
    xassert(date.from.month >= 0 && date.from.month <= 12 && date.to.month <= 12);
}

static void
read_lists(struct store *store, struct arena *arena, enum locale_id locale) {
    struct store_city *cities;
    struct store_event *events;
    struct store_figure *figures;
    struct store_section *sections;
    struct store_heading *headings;
    struct str *words;
    size_t count;
    struct err err;
    if (store_cities(store, arena, locale, STORE_ALL(STR("cities")), &cities, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(cities[i].name);
            check_edtf(cities[i].relation_since);
        }
    }
    if (store_events(store, arena, locale, STORE_ALL(STR("events")), &events, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(events[i].title);
            check_edtf(events[i].date);
        }
    }
    if (store_figure_window(
            store, arena, locale, STORE_ALL(STR("figures")), &figures, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(figures[i].value_written);
            xassert(figures[i].decimals >= 0);
        }
    }
    store_listing_size(store, STR("events"), &count, &err);
    store_listing_headings(store, arena, STR("events"), &headings, &count, &err);
    store_kept_words(store, arena, false, STR("한빛"), &words, &count, &err);
    if (store_sections(store, arena, locale, &sections, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            check_text(sections[i].title);
        }
    }
}

static void
read_words(struct store *store, struct arena *arena, enum locale_id locale) {
    struct store_term *terms;
    struct store_phrase *phrases;
    struct store_person *people;
    struct store_check *checks;
    struct store_school_link *links;
    struct store_info info;
    size_t count;
    struct err err;
    if (store_terms(store, arena, locale, STORE_ALL(STR("glossary/institutions/ko")), &terms,
            &count, &err) &&
        count) {
        check_text(terms[count - 1].terms[LOCALE_JA]);
    }
    if (store_phrases(
            store, arena, locale, STORE_ALL(STR("phrases/greeting/ko")), &phrases, &count, &err) &&
        count) {
        check_text(phrases[count - 1].texts[LOCALE_KO]);
    }
    store_people(store, arena, locale, STORE_ALL(STR("people")), &people, &count, &err);
    store_school_links(
        store, arena, locale, STORE_ALL(STR("school-links/ko")), &links, &count, &err);
    store_info(store, arena, &info, &err);
    if (store_checklist(store, arena, locale, STR("visit"), &checks, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            xassert(!checks[i].has_offset || checks[i].from_day <= checks[i].to_day);
        }
    }
}

static void
check_blocks(const struct store_block *blocks, size_t count) {
    for (size_t i = 0; i < count; i++) {
        xassert(blocks[i].kind <= BLOCK_NOTE);
        check_text(blocks[i].text);
        for (size_t k = 0; k < blocks[i].mark_count; k++) {
            const struct store_mark *mark = &blocks[i].marks[k];
            xassert(mark->kind <= MARK_RUBY && mark->start <= mark->end);
            xassert(mark->end <= blocks[i].text.n);
            xassert(k == 0 || blocks[i].marks[k - 1].start <= mark->start);
            check_text(mark->argument);
        }
    }
}

static void
read_articles(struct store *store, struct arena *arena, enum locale_id locale) {
    static const struct str kinds[] = {
        STR_INIT("guides"), STR_INIT("cases"), STR_INIT("talks"), STR_INIT("reports")};
    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        struct store_article *articles;
        struct store_block *blocks;
        size_t count, block_count;
        struct err err;
        struct str listing = arena_printf(arena, "articles/%.*s/ko", STR_ARG(kinds[k]));
        if (!store_articles(store, arena, locale, STORE_ALL(listing), &articles, &count, &err)) {
            continue;
        }
        for (size_t i = 0; i < count && i < 8; i++) {
            if (store_blocks(store, arena, locale, kinds[k], articles[i].slug, &blocks,
                    &block_count, &err)) {
                check_blocks(blocks, block_count);
            }
        }
    }
}

static void
read_city(struct store *store, struct arena *arena, enum locale_id locale) {
    struct store_city city;
    struct store_name *names;
    struct store_relation *relations;
    struct store_fact *facts;
    struct store_section section;
    struct str id = STR("hamamatsu");
    size_t count;
    bool found;
    struct err err;
    store_city(store, arena, locale, id, &city, &found, &err);
    store_names(store, arena, STR("cities/hamamatsu"), &names, &count, &err);
    if (store_relations(store, arena, locale,
            STORE_ALL(arena_printf(arena, "relations/%.*s", STR_ARG(id))), &relations, &count,
            &err) &&
        count) {
        check_edtf(relations[count - 1].since);
    }
    store_facts(store, arena, locale, STR("cities/hamamatsu"), &facts, &count, &err);
    store_section(store, arena, locale, STR("source/one"), &section, &found, &err);
}

/* Reads every text there is, so it comes seldom. */
static void
read_characters(struct store *store, struct arena *arena, enum locale_id locale) {
    struct str characters;
    struct err err;
    if (store_characters(store, arena, locale, 100, &characters, &err)) {
        xassert(utf8_valid(characters, NULL));
    }
}

static void
read_search(struct store *store, struct arena *arena, enum locale_id locale) {
    static const struct str queries[] = {
        STR_INIT("하마마쓰"), STR_INIT("姉妹都市"), STR_INIT("1995 agreement")};
    struct search_hit *hits;
    size_t count;
    struct err err;
    if (!search_find(store, arena, locale, queries[locale], 10, &hits, &count, &err)) {
        return;
    }
    xassert(count <= 10);
    for (size_t i = 0; i < count; i++) {
        check_text(hits[i].path);
        check_text(hits[i].title);
        xassert(hits[i].match_start <= hits[i].match_end);
        xassert(hits[i].match_end <= hits[i].snippet.n);
    }
}

static void
read_one(struct store *store, unsigned which, enum locale_id locale) {
    static void (*const readers[])(struct store *, struct arena *, enum locale_id) = {
        read_lists, read_words, read_articles, read_city, read_search};
    struct arena arena;
    arena_init(&arena);
    if (which % 32 == 31) {
        read_characters(store, &arena, locale);
    } else {
        readers[which % 32 % ARRAY_LEN(readers)](store, &arena, locale);
    }
    arena_finish(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct err err;
    if (!target.late) {
        set_up();
    }
    if (size < 6) {
        return 0;
    }
    bool is_late = data[0] % 32 != 0; /* opening costs ten times as much as reading */
    enum locale_id locale = (enum locale_id)(data[0] / 32 % LOCALE_COUNT);
    patch(data + 2, size - 2, false);
    struct store *store = is_late ? target.late : store_open(target.path, &err);
    if (store) {
        sqlite3_db_release_memory(store->db);
        read_one(store, data[1], locale);
    }
    if (!is_late) {
        store_close(store);
    }
    patch(data + 2, size - 2, true);
    return 0;
}
