/* readings.h - how Japanese words of Han may be read: うちあわせ of 打ち合わせ. From the readings
 * of each Han in Unihan (Debian package unicode-data, read when this program is built), and from
 * what the kana behind a Han leaves of them. Guesses that a query may meet, never shown. */
#ifndef CONTENT_INDEX_READINGS_H
#define CONTENT_INDEX_READINGS_H

#include "base/arena.h"
#include "base/map.h"

struct search_readings {
    struct map by_han; /* folded Han -> its first place in the table */
};
void search_readings_init(struct search_readings *readings);
void search_readings_finish(struct search_readings *readings);

/* Readings, in hiragana, of a folded word of Han, with kana between or without; at most `limit`,
 * the likeliest first. 0 where a Han is not in the table. */
size_t search_readings_of(const struct search_readings *readings, struct arena *arena,
    struct str word, struct str *out, size_t limit);

/* The readings of one Han that came from Chinese, parted by |; false past the last. */
bool search_readings_at(size_t place, uint32_t *han, struct str *on);

#endif
