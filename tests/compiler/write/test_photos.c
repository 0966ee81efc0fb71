/* Photographs of an officer's: from the folder through the compiler into the store. */
#include "compiler/kit.h"

#include "base/file.h"
#include "base/picture_head.h"
#include "compiler/compile.h"
#include "content/store.h"
#include "test.h"

#include <SDL.h>
#include <SDL_image.h>
#include <unistd.h>

#define ROW "pier,pier.jpg,cities/minato,hero,50,50,CC0,profile,a,a,a,부두,桟橋,A pier\n"
#define HEAD                                                                                    \
    "id,file,subject,kind,focal_x,focal_y,licence,source,credit_ko,credit_ja,credit_en,alt_ko," \
    "alt_ja,alt_en\n"

static void
write_photo(struct arena *arena, const char *folder, int width, int height) {
    const char *path = arena_printf(arena, "%s/pictures/pier.jpg", folder).p;
    kit_write(arena, folder, "pictures/pier.jpg", STR(""));
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, width, height, 24, SDL_PIXELFORMAT_RGB24);
    SDL_FillRect(s, NULL, SDL_MapRGB(s->format, 100, 140, 180));
    assert_int_equal(IMG_SaveJPG(s, path, 90), 0);
    SDL_FreeSurface(s);
}

static size_t
count_after(struct arena *arena, const char *folder, const char *out, enum diag_kind kind) {
    struct compile compile;
    struct err err = {0};
    (void)arena;
    compile_folder(&compile, folder, out, NULL, &err);
    size_t count = kit_count(&compile.diag, kind);
    compile_finish(&compile);
    return count;
}

static void
test_photos__same_photo_same_bytes_and_it_comes_back(void **state) {
    (void)state;
    struct arena arena;
    struct err err = {0};
    struct str first, second;
    arena_init(&arena);
    const char *folder = kit_starter(&arena, "photos");
    const char *a = arena_printf(&arena, "%s-a.db", folder).p,
               *b = arena_printf(&arena, "%s-b.db", folder).p;
    kit_write(&arena, folder, "pictures.csv", STR(HEAD ROW));
    write_photo(&arena, folder, 2400, 1200);
    assert_int_equal(count_after(&arena, folder, a, DIAG_PICTURE_SMALL), 0);
    assert_int_equal(count_after(&arena, folder, b, DIAG_PICTURE_SMALL), 0);
    assert_true(file_read(a, FILE_LIMIT_DEFAULT, &arena, &first, &err));
    assert_true(file_read(b, FILE_LIMIT_DEFAULT, &arena, &second, &err));
    assert_true(first.n > 0 && str_eq(first, second));

    struct store *store = store_open(a, &err);
    struct store_picture picture;
    bool found;
    assert_non_null(store);
    assert_true(store_picture_of(
        store, &arena, LOCALE_JA, STR("cities/minato"), STR("hero"), 2, &picture, &found, &err));
    assert_true(found && picture.width == 1920 && picture.height == 960);
    assert_int_equal(picture_head(picture.bytes).format, PICTURE_JPEG);
    assert_str_equal(picture.alt, "桟橋");
    store_close(store);
    unlink(a);
    unlink(b);
    kit_remove_tree(folder);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_photos__same_photo_same_bytes_and_it_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
