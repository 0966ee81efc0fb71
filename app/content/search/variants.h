/* variants.h - from a spelling to the words that are spelt so.
 *
 * Rows of search_variants are (space, key, word). A space is a spelling of i18n/fold together with
 * what the word is: a name key (to look up in the fields of names) or a word of a text. Typing
 * errors are looked up in packed lists, sorted and front-coded: for each string the count of bytes
 * it shares with the one before, the count of its own bytes, and those bytes. */
#ifndef CONTENT_SEARCH_VARIANTS_H
#define CONTENT_SEARCH_VARIANTS_H

#include "base/arena.h"
#include "base/map.h"
#include "content/search/sql.h"
#include "i18n/fold.h"

enum search_space {
    SEARCH_SPACE_NAMES = 'a',     /* + enum fold_spelling */
    SEARCH_SPACE_WORDS = 'n',     /* + enum fold_spelling */
    SEARCH_SPACE_SKELETONS = 's', /* the Han of words with kana between (okurigana.h) */
    SEARCH_SPACE_READINGS = 't',  /* romaji of what words of Han may read as (index/readings.h) */
    SEARCH_SPACE_HAN = 'u',       /* a Han, and a reading of it that came from Chinese; behind one
                                     that is not its first there is a - */
};

/* The packed lists, in search_meta under these keys. */
#define SEARCH_LIST_LATIN "latin"         /* words and names of a-z, to look up as they are */
#define SEARCH_LIST_HANGUL "hangul"       /* keys of the Hangul spelling of names and titles */
#define SEARCH_LIST_OKURIGANA "okurigana" /* Japanese words of Han with kana between */
#define SEARCH_LIST_SHORT "short"   /* names of two syllables of Hangul, or of two to six Han */
#define SEARCH_LIST_ROMAJI "romaji" /* keys of the romaji spelling of names */

struct search_variants {
    struct arena arena;
    struct map seen; /* hash of (is_name, key) */
    struct search_word {
        struct str key;
        bool is_name, is_part, has_initials;
        bool is_sound; /* its letters write a sound: hamamatsu, not city */
    } * words;
    size_t count, capacity;
    struct search_okurigana {
        struct str word, skeleton;
    } * okurigana;
    size_t okurigana_count, okurigana_capacity;
    struct search_reading {
        struct str sound, word;
    } * readings;
    size_t readings_count, readings_capacity;
    struct search_reading_of_han {
        struct str han, reading;
    } * han;
    size_t han_count, han_capacity;
};
void search_variants_init(struct search_variants *variants);
void search_variants_finish(struct search_variants *variants);
/* `key` is a folded key. A name may be a part of one; a word has initials when it is of a title. */
void search_variants_add_name(
    struct search_variants *variants, struct str key, bool is_part, bool is_sound);
void search_variants_add_word(struct search_variants *variants, struct str key, bool has_initials);
/* A word of Han with kana between or behind, and its Han. */
void search_variants_add_okurigana(
    struct search_variants *variants, struct str word, struct str skeleton);
/* False where the readings of the word were added before. */
bool search_variants_wants_readings(struct search_variants *variants, struct str word);
void search_variants_add_reading(
    struct search_variants *variants, struct str word, struct str reading);
void search_variants_add_han(
    struct search_variants *variants, struct str han, struct str reading, bool is_rare);
bool search_variants_write(struct search_variants *variants, sqlite3 *db, struct err *err);

/* Walks a packed list; the string lives until the next step. */
struct search_packed {
    struct str bytes;
    size_t at, shared; /* shared: bytes of the string before that the last one begins with */
    unsigned char text[256];
};
bool search_packed_next(struct search_packed *list, struct str *out);

/* The strings of a packed list within `distance` insertions, deletions, substitutions and swaps of
 * neighbours of `wanted` (bytes), or that have such a prefix when `is_prefix`; nearest first. */
struct search_near {
    struct str text;
    int distance;
};
size_t search_near(struct arena *arena, struct str list, struct str wanted, int distance,
    bool is_prefix, struct search_near *out, size_t limit);

#endif
