#include "host/rescue.h"

#include "base/check.h"
#include "draw/draw_window.h"
#include "i18n/locale.h"

#include <SDL.h>
#include <SDL_image.h>
#include <SDL_ttf.h>

struct sentence {
    const char *heading, *causes[4], *advice;
};

static const struct sentence sentences[LOCALE_COUNT] = {
#define RESCUE(id, heading, files, text, content, display, advice) \
    [LOCALE_##id] = {heading, {files, text, content, display}, advice},
#include "host/rescue.def"
#undef RESCUE
};

/* Of the Noto Sans CJK collection: 0 Japanese, 1 Korean. */
static int
face_of(enum locale_id locale) {
    return locale_script(locale) == LOCALE_HANGUL ? 1 : 0;
}

static const char *const font_paths[] = {
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
};

static const SDL_Color ink = {0x1E, 0x21, 0x24, 0xFF};
static const SDL_Color quiet = {0x46, 0x4C, 0x53, 0xFF};

static TTF_Font *
open_font(int size, int face) {
    for (size_t i = 0; i < ARRAY_LEN(font_paths); i++) {
        TTF_Font *font = TTF_OpenFontIndex(font_paths[i], size, i < 2 ? face : 0);
        if (font) {
            return font;
        }
    }
    return NULL;
}

/* Draws one text at `y`, at most `width` wide; returns the height it took. */
static int
draw_line(SDL_Surface *canvas, const char *text, int size, int face, SDL_Color color, int x, int y,
    int width) {
    TTF_Font *font = open_font(size, face);
    if (!font) {
        return 0;
    }
    SDL_Surface *line = TTF_RenderUTF8_Blended_Wrapped(font, text, color, (Uint32)width);
    TTF_CloseFont(font);
    if (!line) {
        return 0;
    }
    SDL_Rect at = {x, y, line->w, line->h};
    SDL_BlitSurface(line, NULL, canvas, &at);
    int height = line->h;
    SDL_FreeSurface(line);
    return height;
}

static int
paint_sentence(SDL_Surface *canvas, enum locale_id locale, const struct rescue *rescue, int unit,
    int margin, int y) {
    const struct sentence *s = &sentences[locale];
    int width = canvas->w - 2 * margin, face = face_of(locale);
    if (!s->heading) {
        return y - unit * 2;
    }
    y += draw_line(canvas, s->heading, unit * 2, face, ink, margin, y, width);
    if (!rescue->is_public) {
        const char *cause = s->causes[rescue->cause];
        y += draw_line(canvas, cause, unit * 3 / 2, face, quiet, margin, y, width);
    }
    return y + draw_line(canvas, s->advice, unit * 3 / 2, face, quiet, margin, y, width);
}

static void
paint(SDL_Surface *canvas, const struct rescue *rescue) {
    int unit = (canvas->w < canvas->h ? canvas->w : canvas->h) / 40;
    unit = unit < 8 ? 8 : unit;
    int margin = unit * 3, width = canvas->w - 2 * margin;
    int y = rescue->is_public ? canvas->h / 4 : canvas->h / 10;
    SDL_FillRect(canvas, NULL, SDL_MapRGB(canvas->format, 0xFF, 0xFF, 0xFF));
    for (int i = 0; i < LOCALE_COUNT; i++) {
        y = paint_sentence(canvas, (enum locale_id)i, rescue, unit, margin, y) + unit * 2;
    }
    if (rescue->is_public) {
        return;
    }
    SDL_Rect rule = {margin, y + unit, width, 2};
    SDL_FillRect(canvas, &rule, SDL_MapRGB(canvas->format, 0xB1, 0xB8, 0xBE));
    draw_line(canvas, rescue->reason.message, unit, 0, quiet, margin, y + unit * 3, width);
}

static SDL_Surface *
create_canvas(int width, int height) {
    return SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
}

static bool
has_font(void) {
    TTF_Font *probe = open_font(16, 0);
    if (probe) {
        TTF_CloseFont(probe);
    }
    return probe != NULL;
}

bool
rescue_show(struct draw_window *window, const struct rescue *rescue) {
    if (TTF_Init() != 0) {
        return false;
    }
    SDL_Surface *screen = has_font() ? draw_window_surface(window) : NULL;
    SDL_Surface *canvas = screen ? create_canvas(screen->w, screen->h) : NULL;
    bool ok = canvas != NULL;
    if (canvas) {
        paint(canvas, rescue);
        SDL_BlitSurface(canvas, NULL, screen, NULL);
        SDL_FreeSurface(canvas);
        ok = draw_window_present(window);
    }
    TTF_Quit();
    return ok;
}

bool
rescue_snapshot(
    const struct rescue *rescue, int width_px, int height_px, const char *path, struct err *err) {
    if (TTF_Init() != 0) {
        return err_set(err, ERR_MISSING, "SDL2_ttf does not start: %s", TTF_GetError());
    }
    SDL_Surface *canvas = create_canvas(width_px, height_px);
    bool ok = canvas != NULL;
    if (canvas) {
        paint(canvas, rescue);
        ok = IMG_SavePNG(canvas, path) == 0;
        SDL_FreeSurface(canvas);
    }
    TTF_Quit();
    return ok || err_set(err, ERR_IO, "cannot write %s: %s", path, IMG_GetError());
}
