#include "bench/opponents.h"

#include <SDL_ttf.h>
#include <stdlib.h>

#include "base/xalloc.h"

#ifdef NARU_HAVE_PANGO
#include <pango/pangoft2.h>

struct pango_opponent {
    PangoFontMap *map;
    PangoContext *context;
    PangoFontDescription *font;
};

static void *
pango_open(enum locale_id lang, float size_px) {
    static const char *const families[LOCALE_COUNT] = {
        "Noto Sans CJK KR", "Noto Sans CJK JP", "Noto Sans CJK JP"};
    struct pango_opponent *pango = xcalloc(1, sizeof(*pango));
    pango->map = pango_ft2_font_map_new();
    pango->context = pango_font_map_create_context(pango->map);
    pango->font = pango_font_description_new();
    pango_font_description_set_family(pango->font, families[lang]);
    pango_font_description_set_absolute_size(pango->font, (double)size_px * PANGO_SCALE);
    pango_context_set_language(pango->context, pango_language_from_string(locale_tag(lang)));
    return pango;
}

void
opponents_pango(struct opponents *opponents, struct str text, float width_px) {
    struct pango_opponent *pango = opponents->pango;
    PangoLayout *layout = pango_layout_new(pango->context);
    int width, height;
    pango_layout_set_font_description(layout, pango->font);
    pango_layout_set_text(layout, text.p, (int)text.n);
    pango_layout_set_width(layout, (int)(width_px * PANGO_SCALE));
    pango_layout_get_pixel_size(layout, &width, &height);
    g_object_unref(layout);
}

static void
pango_close(struct pango_opponent *pango) {
    if (pango) {
        pango_font_description_free(pango->font);
        g_object_unref(pango->context);
        g_object_unref(pango->map);
        free(pango);
    }
}
#else
static void *
pango_open(enum locale_id lang, float size_px) {
    (void)lang;
    (void)size_px;
    return NULL;
}

void
opponents_pango(struct opponents *opponents, struct str text, float width_px) {
    (void)opponents;
    (void)text;
    (void)width_px;
}

static void
pango_close(void *pango) {
    (void)pango;
}
#endif

void
opponents_open(struct opponents *opponents, enum locale_id lang, const char *font_path,
    unsigned font_index, float size_px) {
    opponents->pango = pango_open(lang, size_px);
    opponents->sdl_ttf =
        TTF_Init() == 0 ? TTF_OpenFontIndex(font_path, (int)size_px, (long)font_index) : NULL;
}

void
opponents_close(struct opponents *opponents) {
    pango_close(opponents->pango);
    if (opponents->sdl_ttf) {
        TTF_CloseFont(opponents->sdl_ttf);
    }
    TTF_Quit();
}

void
opponents_sdl_ttf(struct opponents *opponents, const char *text, float width_px) {
    SDL_Color black = {0, 0, 0, 255};
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended_Wrapped(opponents->sdl_ttf, text, black, (Uint32)width_px);
    SDL_FreeSurface(surface);
}
