/* store.h - typed, read-only questions to the content database.
 *
 * The database is opened immutable, with a SELECT-only authoriser; nothing here writes. Results are
 * copied into the caller's arena and live as long as it does. Texts come in one `locale`; ids,
 * dates, numbers and readings are the same in all. Every function returns false with `err` set when
 * the database fails (a damaged page met late); "nothing there" is an empty list and true. */
#ifndef CONTENT_STORE_H
#define CONTENT_STORE_H

#include "content/offset.h"
#include "base/arena.h"
#include "base/err.h"
#include "i18n/edtf.h"
#include "i18n/locale.h"

struct store;

/* Fails with ERR_IO (missing), ERR_FORMAT (not ours, cut off, a table or column missing),
 * ERR_VERSION (other schema); the message says what to do. However large the file is, this takes
 * the same time: nobody waits until every page was looked at. A damaged page is met, and the
 * question fails, when it is read. */
struct store *store_open(const char *path, struct err *err);
void store_close(struct store *store);
/* Looks at every page, at most `rows` rows a call, for when nobody waits, or before a database
 * takes the place of another; false when one is damaged. `is_done` from then on, and when all were
 * sound. The first call also lists the tables and prepares every question.
 *
 * STORE_CHECK_ROWS: half a millisecond, one in a hundred calls 1.5 ms, the first 10 ms, whatever
 * the content; the bundled content is looked at in 0.3 s, 105,000 events in 4.5 s. */
enum { STORE_CHECK_ROWS = 500 };
bool store_check(struct store *store, size_t rows, bool *is_done, struct err *err);

/* Key facts of the database: `home` city id, the language its texts were written in first, the
 * content's own hash, counts. */
struct store_info {
    struct str home, content_hash;
    enum locale_id original;
    int64_t cities, events, articles, terms, phrases;
};
bool store_info(struct store *store, struct arena *arena, struct store_info *out, struct err *err);

/* The full-width characters the texts of a language are written with, each once, the commonest
 * first, at most `most`: for filling a glyph cache ahead of time. */
bool store_characters(struct store *store, struct arena *arena, enum locale_id locale, size_t most,
    struct str *out, struct err *err);

/* Rows of a listing, the orders that were made when the database was built; listing_index.h names
 * them. Screens ask for the few rows that they show. */
struct store_window {
    struct str listing;  /* "events/city/hamamatsu" */
    size_t first, count; /* as many as there are from there on, at most `count` */
};
#define STORE_ALL(listing) ((struct store_window){(listing), 0, SIZE_MAX})
/* How many rows; 0 for a listing that does not exist. */
bool store_listing_size(struct store *store, struct str listing, size_t *size, struct err *err);
/* Which row a record is; `found` false when it is not in the listing. */
bool store_listing_place(struct store *store, struct str listing, struct str id, size_t *place,
    bool *found, struct err *err);
/* The first row of every year or letter of a long listing; none of a short one. */
struct store_heading {
    struct str heading;
    size_t place;
};
bool store_listing_headings(struct store *store, struct arena *arena, struct str listing,
    struct store_heading **out, size_t *count, struct err *err);
/* Those with places from `first` up to `end`, which is not one of them. */
bool store_listing_headings_between(struct store *store, struct arena *arena, struct str listing,
    size_t first, size_t end, struct store_heading **out, size_t *count, struct err *err);
/* Records of a window that are of several kinds: their ids alone. */
bool store_listing_ids(struct store *store, struct arena *arena, struct store_window window,
    struct str **out, size_t *count, struct err *err);
/* Rows that all questions have read since the store was opened: what a screen costs. */
uint64_t store_rows_read(const struct store *store);
/* Pages of the file that these questions, and searches, looked into: also what they counted or
 * passed over without an answer. */
uint64_t store_pages_read(const struct store *store);

/* Names (or terms) that begin so, for the text engine: the first KEPT_WORDS_MOST in the order of
 * their code points; see kept_words.h. */
bool store_kept_words(struct store *store, struct arena *arena, bool are_terms,
    struct str beginning, struct str **words, size_t *count, struct err *err);

/* The lists that a city may add to: what an event, a figure, a unit is called. They are short and
 * asked for in every frame, so each is read once, when it is first asked for; of a list without end
 * the first STORE_WORDS_MOST. */
enum store_word_list {
    STORE_EVENT_KINDS,
    STORE_FIGURE_GROUPS,
    STORE_UNITS,
    STORE_LANGUAGES, /* of names */
    STORE_TERM_CATEGORIES,
    STORE_PHRASE_CATEGORIES,
    STORE_LETTER_FIELDS,    /* those of letters that a plan fills */
    STORE_BRIEFING_GUIDES,  /* what a printed briefing of a city has: guides by their ids */
    STORE_BRIEFING_PHRASES, /* categories of phrases */
    STORE_BRIEFING_TERMS,   /* categories of terms */
    STORE_WORD_LISTS
};
enum { STORE_WORDS_MOST = 2000 };
struct store_word {
    struct str word, form, tone, names[LOCALE_COUNT];
};
/* In the order of their positions; they live as long as the store. A list that cannot be read fails
 * once and is empty then, until store_words_again(). */
bool store_words(struct store *store, enum store_word_list list, const struct store_word **words,
    size_t *count, struct err *err);
void store_words_again(struct store *store);

/* Where a record comes from. */
struct store_section {
    struct str id, title, note;
    struct str source_id, source_kind, source_title, source_publisher, source_note, source_date;
    struct str speaker; /* name, or empty */
    int64_t position;
};
bool store_sections(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_section **out, size_t *count, struct err *err);
/* `found` false when there is no such id. */
bool store_section(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_section *out, bool *found, struct err *err);

struct store_city {
    struct str id, country, country_name, kind, role;
    struct str name, reading, region, lead, note, written, source;
    struct str time_zone; /* of IANA; empty: not stated */
    bool has_position;
    double latitude, longitude;
    /* the relation with the home city, empty strings where there is none */
    struct str relation, relation_kind, relation_status;
    struct edtf relation_since;
    int64_t event_count;
};
bool store_cities(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_city **out, size_t *count, struct err *err);
bool store_city(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_city *out, bool *found, struct err *err);

struct store_name {
    struct str lang, kind, text, source;
};
/* Names are the same in every language; the locale is there as for every window. */
bool store_names(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_name **out, size_t *count, struct err *err);

struct store_relation {
    struct str id, city, partner, city_name, partner_name, kind, status, background, reason, note,
        source;
    struct edtf since;
};
bool store_relations(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_relation **out, size_t *count, struct err *err);

struct store_event {
    struct str id, city, city_name, country, relation, kind, title, detail, note, source;
    struct edtf date;
    struct str date_written;          /* the EDTF string */
    int64_t count, outbound, inbound; /* -1 where the source has none */
};
bool store_events(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_event **out, size_t *count, struct err *err);

/* What the sources count of a city's visits, over all its events that tell both ways; `count` -1
 * where none does. */
struct store_visits {
    int64_t count, outbound, inbound;
};
bool store_visits(struct store *store, struct str city, struct store_visits *out, struct err *err);

/* A day off. `kind`: holiday, substitute, citizens, election, closed; `certainty`: law, computed,
 * announced, forecast (docs/CONTENT.md). */
struct store_holiday {
    struct str id, country, country_name, kind, certainty, name, note, source;
    struct edtf date; /* one day */
};
/* Windows of holidays/YEAR and holidays/of/ID. */
bool store_holidays(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_holiday **out, size_t *count, struct err *err);
/* The one of holidays/of/ID that the day belongs to; empty where it is no day of its own. */
bool store_holiday_first(
    struct store *store, struct arena *arena, struct str id, struct str *first, struct err *err);
/* The years that have any, ascending. */
bool store_holiday_years(
    struct store *store, struct arena *arena, int **years, size_t *count, struct err *err);

/* A number to call in an emergency. */
struct store_emergency_number {
    struct str id, country, country_name, number, name, note, source;
    bool is_here; /* of the home city's country */
};
/* All of them, by country, the home city's first. */
bool store_emergency_numbers(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_emergency_number **out, size_t *count, struct err *err);

struct store_fact {
    struct str id, kind, text, note, source;
};
bool store_facts(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_fact **out, size_t *count, struct err *err);

struct store_figure {
    struct str id, subject, group, label, note, source, value_written, unit, written, total,
        percent_written, percent_of;
    struct str country;      /* what it counts belongs there: its mark in charts */
    struct str subject_name; /* where the subject is a city */
    double value, percent;   /* percent < 0: the source gives none */
    int decimals;            /* of the value as written in the sources */
    bool has_as_of;
    struct edtf as_of;
};
/* Reads a value as written in the sources (decimal, C locale): `value` and `decimals`. False when
 * it is none; the value is 0 then. */
bool store_figure_read(struct store_figure *figure, struct str written);
bool store_figures(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_figure **out, size_t *count, struct err *err);

struct store_school_link {
    struct str id, school, school_name, school_level, partner, partner_name, partner_reading,
        partner_written, partner_level, country, country_name, field, note, partner_note, source;
    struct edtf date;
};
bool store_school_links(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_school_link **out, size_t *count, struct err *err);

struct store_term {
    struct str id, category, term, definition, note, source;
    struct str terms[LOCALE_COUNT]; /* the term in every language */
    struct str reading_ja, roman_ja, roman_ko, hanja_ko;
};
bool store_term(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_term *out, bool *found, struct err *err);
bool store_terms(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_term **out, size_t *count, struct err *err);

struct store_phrase {
    struct str id, category, note, source;
    struct str texts[LOCALE_COUNT];
    struct str reading_ja, roman_ja, roman_ko, hangul_ja, kana_ko;
};
bool store_phrase(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_phrase *out, bool *found, struct err *err);
bool store_phrases(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_phrase **out, size_t *count, struct err *err);

struct store_check {
    struct str id, list, title, detail, note, offset, planned, source;
    struct str letter; /* guides/ID of the model for it, or empty */
    struct offset due; /* from the day of the visit, as the source has it */
    bool has_offset;
    struct offset plan; /* the same, or the app's own word where the source has none */
    bool has_plan;
};
/* Windows of checklists/LIST and of plans/COUNTRY. */
bool store_checklist(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_check **out, size_t *count, struct err *err);

struct store_person {
    struct str id, name, reading, organisation, role, note, written, source;
};
bool store_people(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_person **out, size_t *count, struct err *err);

/* Articles. `kind` is their folder: guides, cases, talks, reports. */
struct store_article {
    struct str kind, slug, title, summary, source, as_of, speaker, cities, checklist, figures,
        events; /* lists keep their commas */
    bool agenda_only;
    int64_t position;
};
bool store_articles(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_article **out, size_t *count, struct err *err);
bool store_article(struct store *store, struct arena *arena, enum locale_id locale, struct str kind,
    struct str slug, struct store_article *out, bool *found, struct err *err);

enum block_kind {
    BLOCK_HEADING, /* level 2 or 3 */
    BLOCK_PARAGRAPH,
    BLOCK_BULLET,   /* level 1 or 2 */
    BLOCK_NUMBERED, /* level 1 or 2; `number` */
    BLOCK_NOTE,     /* a visible remark */
    BLOCK_CELL,    /* of a table: `level` is its row, 0 for the heads, `number` its column from 1 */
    BLOCK_PICTURE, /* its text is the caption; MARK_PICTURE names the file */
    BLOCK_SOURCE,  /* what stands before it is from these: ids of sections, "a, b" */
};
enum block_mark_kind { MARK_STRONG, MARK_LINK, MARK_LANG, MARK_RUBY, MARK_PICTURE };
struct store_mark {
    enum block_mark_kind kind;
    size_t start, end;   /* bytes of the block's text */
    struct str argument; /* screen path, language tag, reading or picture file */
};
struct store_block {
    enum block_kind kind;
    int level, number;
    struct str text;
    struct store_mark *marks; /* sorted by start */
    size_t mark_count;
};
bool store_blocks(struct store *store, struct arena *arena, enum locale_id locale, struct str kind,
    struct str slug, struct store_block **out, size_t *count, struct err *err);

/* No picture that the compiler packs is larger. */
#define STORE_PICTURE_BYTES ((size_t)768 << 10)

/* A number or sign that the app writes on a picture, in units of its size. */
struct store_disc {
    struct str text;
    float x, y, radius;
};
struct store_picture {
    struct str id, credit, alt, note, licence;
    struct str bytes; /* a plain SVG, a JPEG or a PNG; drawing it may still fail */
    uint64_t hash;    /* of them, by str_hash() */
    float width, height;
    float focal_x, focal_y; /* 0 to 1: what must stay visible */
    struct store_disc *discs;
    size_t disc_count;
};
/* `file`: as MARK_PICTURE has it. `found` false when there is no such picture. */
bool store_picture(struct store *store, struct arena *arena, enum locale_id locale, struct str file,
    struct store_picture *out, bool *found, struct err *err);
/* The picture of a record ("cities/ansan") of that kind ("hero", "attract") whose shape, width to
 * height, is nearest to `aspect`. */
bool store_picture_of(struct store *store, struct arena *arena, enum locale_id locale,
    struct str subject, struct str kind, float aspect, struct store_picture *out, bool *found,
    struct err *err);

#endif
