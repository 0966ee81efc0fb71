#include "screens/keyboard.h"

#include "screens/page.h"

#include "base/check.h"
#include "base/utf8.h"

#include <math.h>

#define KEYBOARD_SHARE \
    0.4f /* of the panel's height, where keys of a finger's size leave a choice */
#define KEYBOARD_MOST 0.62f /* a keyboard that needs more goes with the page */
#define KEY_MOST_DP 64.0f
#define KEY_MOST_FEW_DP 80.0f /* of keyboards with few and large keys */
#define KEY_WIDEST 2.4f       /* of its height */
#define UNITS 10              /* a row is so wide */
enum { FLICKS = 4 };

/* How large its keys are: the rows share what part of the panel there is, and a key is never
 * smaller than a fingertip. The letters are of the size that keys have room for, not of the
 * reader's. */
struct keys {
    struct ui *ui;
    const struct screen_env *env;
    bool can_enter; /* Enter leads somewhere */
    float height_px;
    enum type_style letters;
    enum locale_id lang; /* that they are of */
};

static size_t
row_count(enum keyboard_id layout) {
    size_t count = 0;
    while (keyboard_row(layout, count, false)) {
        count++;
    }
    return count;
}

static float
height_of(const struct metrics *m, size_t rows, float key_px) {
    float gap = fmaxf(metrics_px(m, SPACE_XS), m->gap_px);
    return (float)rows * (key_px + gap) - gap + 2 * metrics_px(m, SPACE_S);
}

static struct keys
keys_of(struct ui *ui, const struct screen_env *env, bool can_enter) {
    enum keyboard_id layout = env->keyboard->layout;
    const struct metrics *m = ui_metrics(ui);
    const struct keyboard_layout *of = keyboard_layout(layout);
    bool is_any = of->script == KEYBOARD_ANY_SCRIPT;
    struct keys keys = {.ui = ui,
        .env = env,
        .can_enter = can_enter,
        .letters = TYPE_BAR,
        .lang = is_any ? env->locale : locale_writing((enum locale_script)of->script)};
    size_t rows = row_count(layout) + 1;
    float room = (float)m->height_px * KEYBOARD_SHARE - height_of(m, rows, 0);
    float most = (of->columns < UNITS ? KEY_MOST_FEW_DP : KEY_MOST_DP) * m->size_px / m->text_scale;
    keys.height_px = fmaxf(m->target_px, fminf(room / (float)rows, most));
    if (m->type[TYPE_MARK][keys.lang].line_px <= keys.height_px) {
        keys.letters = TYPE_MARK;
    }
    return keys;
}

bool
keyboard_fits(const struct ui *ui, const struct keyboard *keyboard) {
    const struct metrics *m = ui_metrics(ui);
    size_t rows = row_count(keyboard->layout) + 1;
    return height_of(m, rows, m->target_px) <= KEYBOARD_MOST * (float)m->height_px;
}

static struct ui_box
key_box(const struct keys *keys, struct str label, struct str action, float share) {
    return (struct ui_box){.key = action,
        .share = share,
        .min_height = keys->height_px / ui_metrics(keys->ui)->size_px,
        .align = UI_ALIGN_CENTER,
        .justify = UI_JUSTIFY_CENTER,
        .radius = RADIUS_S,
        .background = COLOR_CARD,
        .raised = true,
        .role = ROLE_BUTTON,
        .label = label,
        .action = action,
        .rapid = true};
}

static void
key(const struct keys *keys, struct str label, struct str action, enum locale_id lang,
    float share) {
    struct ui *ui = keys->ui;
    struct ui_box box = key_box(keys, label, action, share);
    box.lang = UI_LANG(lang);
    ui_open(ui, box);
    ui_text(ui, label, lang,
        (struct ui_text_spec){.style = utf8_count(label) > 1 ? TYPE_BAR : keys->letters,
            .decorative = true,
            .no_wrap = true});
    ui_close(ui);
}

/* A key with an icon: `box` says what it does and its colours. */
static void
icon_key(const struct keys *keys, struct ui_box box, struct str icon, enum ui_color ink) {
    struct ui *ui = keys->ui;
    const struct metrics *m = ui_metrics(ui);
    box.align = UI_ALIGN_CENTER;
    box.justify = UI_JUSTIFY_CENTER;
    box.radius = RADIUS_S;
    box.raised = true;
    box.role = ROLE_BUTTON;
    ui_open(ui, box);
    ui_icon(ui, (struct ui_icon_spec){
                    .name = icon, .size = 28 * m->bar_scale / m->text_scale, .color = ink});
    ui_close(ui);
}

static void
hide_key(const struct keys *keys) {
    icon_key(keys,
        (struct ui_box){.key = STR("toggle"),
            .share = 1.5f,
            .background = COLOR_CARD,
            .label = word_text(keys->env, MSG_KEYBOARD_HIDE),
            .action = STR("keyboard toggle")},
        STR("down"), COLOR_TOUCH);
}

/* Opens what stands first, like Enter. */
static void
enter_key(const struct keys *keys, float share) {
    bool can_enter = keys->can_enter;
    icon_key(keys,
        (struct ui_box){.key = STR("enter"),
            .share = share,
            .min_height = keys->height_px / ui_metrics(keys->ui)->size_px,
            .background = can_enter ? COLOR_TOUCH_DEEP : COLOR_CARD,
            .border = can_enter ? COLOR_TOUCH_DEEP : COLOR_NONE,
            .label = word_text(keys->env, MSG_KEY_ENTER),
            .action = STR("enter"),
            .disabled = !can_enter},
        STR("enter"), can_enter ? COLOR_ON_INDIGO : COLOR_INK2);
}

/* `end`: what the same key writes next is another kana, not the next of it. False: no such key. */
static bool
function_key(const struct keys *keys, struct str name, float share) {
    static const struct {
        struct str name;
        enum msg label;
    } functions[] = {{STR_INIT("delete"), MSG_KEY_DELETE}, {STR_INIT("space"), MSG_KEY_SPACE},
        {STR_INIT("end"), MSG_KEY_END}};
    const struct screen_env *env = keys->env;
    if (str_eq(name, STR("enter"))) {
        enter_key(keys, share);
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(functions); i++) {
        if (str_eq(name, functions[i].name)) {
            key(keys, word_text(env, functions[i].label),
                arena_printf(ui_arena(keys->ui), "key %.*s", STR_ARG(name)), env->locale, share);
            return true;
        }
    }
    return false;
}

/* Several kana: touched again and again, or slid to a side. */
static void
kana_key(const struct keys *keys, struct str kana, float share) {
    struct ui *ui = keys->ui;
    struct arena *arena = ui_arena(ui);
    struct str *flicks = ARENA_ARRAY(arena, FLICKS, struct str);
    size_t at = 0, first;
    utf8_next(kana, &at);
    first = at;
    for (size_t i = 0; i < FLICKS && at < kana.n; i++) {
        size_t from = at;
        utf8_next(kana, &at);
        struct str one = str_slice(kana, from, at);
        flicks[i] = arena_printf(arena, "key %.*s", STR_ARG(one));
    }
    struct ui_box box = key_box(keys, kana, arena_printf(arena, "tap %.*s", STR_ARG(kana)), share);
    box.flicks = flicks;
    box.lang = UI_LANG(keys->lang);
    ui_open(ui, box);
    ui_text(ui, str_slice(kana, 0, first), keys->lang,
        (struct ui_text_spec){.style = keys->letters, .decorative = true, .no_wrap = true});
    ui_close(ui);
}

static void
letter_key(const struct keys *keys, struct str letter, float share) {
    struct arena *arena = ui_arena(keys->ui);
    struct str action = arena_printf(arena, "key %.*s", STR_ARG(letter));
    if (function_key(keys, letter, share)) {
        return;
    }
    if (str_eq(letter, STR("変"))) {
        key(keys, STR("小゛゜"), action, keys->lang, share);
    } else if (utf8_count(letter) > 1) {
        kana_key(keys, letter, share);
    } else {
        key(keys, letter, action, keys->lang, share);
    }
}

static void
gap(struct ui *ui, float share) {
    if (share > 0) {
        ui_open(ui, (struct ui_box){.share = share});
        ui_close(ui);
    }
}

/* A row in `units` of which a key of few columns takes more, but not more than is at hand. */
static void
row(const struct keys *keys, const struct keyboard_layout *layout, struct str letters,
    size_t number) {
    struct ui *ui = keys->ui;
    struct str rest = letters, letter;
    size_t count = 0;
    float most = KEY_WIDEST * keys->height_px / (float)ui_metrics(ui)->width_px * UNITS;
    float share = layout->columns < UNITS ? fminf(UNITS / (float)layout->columns, most) : 1;
    while (str_split(&rest, ' ', &letter)) {
        count++;
    }
    ui_open(ui,
        (struct ui_box){
            .key = arena_printf(ui_arena(ui), "row-%zu", number), .axis = UI_ROW, .gap = SPACE_XS});
    gap(ui, (UNITS - (float)count * share) / 2);
    rest = letters;
    while (str_split(&rest, ' ', &letter)) {
        letter_key(keys, letter, share);
    }
    gap(ui, (UNITS - (float)count * share) / 2);
    ui_close(ui);
}

/* To the other languages, the next keyboard of this one, and signs. */
static void
ways(const struct keys *keys, enum keyboard_id now) {
    struct arena *arena = ui_arena(keys->ui);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        enum locale_id locale = (enum locale_id)i;
        bool is_first = true; /* of the languages with these letters */
        for (int j = 0; j < i; j++) {
            is_first &= !keyboard_is_of(keyboard_of(locale), (enum locale_id)j);
        }
        if (is_first && !keyboard_is_of(now, locale)) {
            struct str face = locale_script(locale) == LOCALE_KANA
                                  ? STR("あ")
                                  : keyboard_layout(keyboard_of(locale))->face;
            key(keys, face, arena_printf(arena, "keyboard %s", locale_tag(locale)), locale, 1.25f);
        }
    }
    enum keyboard_id alike = keyboard_next_alike(now);
    if (alike != now) {
        const struct keyboard_layout *layout = keyboard_layout(alike);
        key(keys, layout->face, arena_printf(arena, "keyboard %s", layout->name), keys->lang, 2.6f);
    }
    if (now != KEYBOARD_SIGNS) {
        const struct keyboard_layout *signs = keyboard_layout(KEYBOARD_SIGNS);
        key(keys, signs->face, arena_printf(arena, "keyboard %s", signs->name), keys->lang, 1.5f);
    }
}

static void
bottom_row(const struct keys *keys) {
    struct ui *ui = keys->ui;
    const struct screen_env *env = keys->env;
    enum keyboard_id now = env->keyboard->layout;
    ui_open(ui, (struct ui_box){.key = STR("bottom"), .axis = UI_ROW, .gap = SPACE_XS});
    ways(keys, now);
    if (keyboard_has_shift(now)) {
        key(keys, word_text(env, MSG_KEY_SHIFT), STR("keyboard shift"), env->locale, 2);
    }
    if (keyboard_layout(now)->columns == UNITS) { /* else they stand beside */
        function_key(keys, STR("space"), 2.75f);
        function_key(keys, STR("delete"), 2.25f);
        function_key(keys, STR("enter"), 1.5f);
    }
    hide_key(keys);
    ui_close(ui);
}

/* Where the kana of a key that is held lie: a cross round the key, within the panel. */
struct petals {
    struct rect key; /* px, from the corner of the keyboard */
    struct size cell;
    enum ui_side sides[FLICKS + 1];
};

static bool
place_petals(void *self, struct size room, struct ui_arranged *children, size_t count) {
    const struct petals *petals = self;
    struct point middle = {petals->key.x + petals->key.w / 2, petals->key.y + petals->key.h / 2};
    middle.x = fmaxf(1.5f * petals->cell.w, fminf(middle.x, room.w - 1.5f * petals->cell.w));
    for (size_t i = 0; i < count; i++) {
        enum ui_side side = petals->sides[i];
        float dx = side == UI_SIDE_LEFT ? -1 : side == UI_SIDE_RIGHT ? 1 : 0;
        float dy = side == UI_SIDE_UP ? -1 : side == UI_SIDE_DOWN ? 1 : 0;
        children[i].at = (struct point){middle.x + dx * petals->cell.w - children[i].size.w / 2,
            middle.y + dy * petals->cell.h - children[i].size.h / 2};
    }
    return true;
}

static void
petal(const struct keys *keys, const struct petals *petals, struct str kana, bool is_chosen) {
    struct ui *ui = keys->ui;
    float px = ui_metrics(ui)->size_px;
    ui_open(ui, (struct ui_box){.min_width = petals->cell.w / px,
                    .min_height = petals->cell.h / px,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_S,
                    .background = is_chosen ? COLOR_INDIGO : COLOR_PAPER,
                    .border = COLOR_INDIGO,
                    .border_width = 2});
    ui_text(ui, kana, keys->lang,
        (struct ui_text_spec){.style = keys->letters,
            .color = is_chosen ? COLOR_ON_INDIGO : COLOR_INK,
            .decorative = true,
            .no_wrap = true});
    ui_close(ui);
}

static void
petals_of(const struct keys *keys) {
    struct ui *ui = keys->ui;
    struct ui_flicking held;
    size_t at = 0;
    if (!ui_flicking(ui, &held) || !str_starts(held.key, STR("tap "))) {
        return;
    }
    struct petals *petals = ARENA_NEW(ui_arena(ui), struct petals);
    struct str kana = str_slice(held.key, STR("tap ").n, held.key.n);
    float side = fmaxf(held.rect.h, ui_metrics(ui)->target_px);
    *petals = (struct petals){
        .key = {held.rect.x - held.region.x, held.rect.y - held.region.y, held.rect.w, held.rect.h},
        .cell = {fminf(held.rect.w, 1.25f * side), side}};
    ui_open(ui,
        (struct ui_box){
            .key = STR("petals"), .axis = UI_OVERLAY, .arrange = place_petals, .arranger = petals});
    for (size_t i = 0; at < kana.n && i <= FLICKS; i++) {
        size_t from = at;
        utf8_next(kana, &at);
        petals->sides[i] = (enum ui_side)i;
        petal(keys, petals, str_slice(kana, from, at), held.side == (enum ui_side)i);
    }
    ui_close(ui);
}

void
keyboard_view(struct ui *ui, const struct screen_env *env, bool can_enter) {
    enum keyboard_id now = env->keyboard->layout;
    struct keys keys = keys_of(ui, env, can_enter);
    const char *letters;
    ui_open(ui, (struct ui_box){.key = STR("keyboard-face"), .axis = UI_OVERLAY});
    ui_open(ui, (struct ui_box){.key = STR("keyboard"),
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_KEYBOARD),
                    .gap = SPACE_XS,
                    .padding = ui_pad(SPACE_S),
                    .radius = RADIUS_M,
                    .background = COLOR_SUNK});
    for (size_t i = 0; (letters = keyboard_row(now, i, env->keyboard->is_shifted)); i++) {
        row(&keys, keyboard_layout(now), str_from(letters), i);
    }
    bottom_row(&keys);
    ui_close(ui);
    petals_of(&keys);
    ui_close(ui);
}
