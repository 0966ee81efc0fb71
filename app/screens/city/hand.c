#include "screens/city/hand.h"

#include "handover/vcard.h"

/* Its name in the language of the reader, and in the others beside. */
bool
city_hand(const struct screen *screen, const struct screen_env *env, struct arena *arena,
    struct hand *hand, struct err *err) {
    struct str others[LOCALE_COUNT];
    struct store_city city;
    struct str_buf card = {0};
    size_t other_count = 0;
    bool found;
    if (!store_city(env->store, arena, env->locale, screen->path.id, &city, &found, err)) {
        return false;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct store_city other;
        if (!store_city(
                env->store, arena, (enum locale_id)i, screen->path.id, &other, &found, err)) {
            return false;
        }
        if (!str_eq(other.name, city.name)) {
            others[other_count++] = other.name;
        }
    }
    vcard_write_place(&card, &(struct vcard_place){.name = city.name,
                                 .reading = city.reading,
                                 .others = others,
                                 .other_count = other_count,
                                 .region = city.region,
                                 .country = city.country_name,
                                 .has_position = city.has_position,
                                 .latitude = city.latitude,
                                 .longitude = city.longitude});
    hand->card = arena_str(arena, str_buf_str(&card));
    str_buf_finish(&card);
    return true;
}
