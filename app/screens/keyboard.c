#include "screens/keyboard.h"

#include "screens/page.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/hangul.h"
#include "i18n/kana.h"

#include <math.h>

#define ROWS 6
#define KEYBOARD_SHARE \
    0.4f /* of the panel's height, where keys of a finger's size leave a choice */
#define KEYBOARD_MOST 0.62f /* a keyboard that needs more goes with the page */
#define KEY_MOST_DP 64.0f

/* One character a key; a space is a gap that keeps the columns in line. */
static const char *const layouts[LOCALE_COUNT][2][ROWS] = {
    [LOCALE_KO] = {{"1234567890", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"},
        {"1234567890", "ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ"}},
    [LOCALE_JA] = {{"1234567890", "わらやまはなたさかあ", "をりゆみひにちしきい",
                       "んるよむふぬつすくう", "ーれ゛めへねてせけえ", "小ろ゜もほのとそこお"},
        {"1234567890", "わらやまはなたさかあ", "をりゆみひにちしきい", "んるよむふぬつすくう",
            "ーれ゛めへねてせけえ", "小ろ゜もほのとそこお"}},
    [LOCALE_EN] = {{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"},
        {"1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"}},
};

/* How large its keys are: the rows share what part of the panel there is, and a key is never
 * smaller than a fingertip. The letters are of the size that keys have room for, not of the
 * reader's. */
struct keys {
    struct ui *ui;
    float height_px;
    enum type_style letters;
};

static const char *const *
rows_of(const struct keyboard *keyboard, size_t *count) {
    bool is_known = layouts[keyboard->layout][0][0]; /* else Latin letters */
    const char *const *rows =
        layouts[is_known ? keyboard->layout : LOCALE_EN][keyboard->is_shifted];
    *count = 0;
    while (*count < ROWS && rows[*count]) {
        ++*count;
    }
    return rows;
}

static float
height_of(const struct metrics *m, size_t rows, float key_px) {
    float gap = fmaxf(metrics_px(m, SPACE_XS), m->gap_px);
    return (float)rows * (key_px + gap) - gap + 2 * metrics_px(m, SPACE_S);
}

static struct keys
keys_of(struct ui *ui, size_t rows) {
    const struct metrics *m = ui_metrics(ui);
    struct keys keys = {.ui = ui, .letters = TYPE_BAR};
    float room = (float)m->height_px * KEYBOARD_SHARE - height_of(m, rows, 0);
    float base = m->size_px / m->text_scale;
    keys.height_px = fmaxf(m->target_px, fminf(room / (float)rows, KEY_MOST_DP * base));
    if (m->type[TYPE_MARK][LOCALE_KO].line_px <= keys.height_px) {
        keys.letters = TYPE_MARK;
    }
    return keys;
}

bool
keyboard_fits(const struct ui *ui, const struct keyboard *keyboard) {
    const struct metrics *m = ui_metrics(ui);
    size_t rows;
    rows_of(keyboard, &rows);
    return height_of(m, rows + 1, m->target_px) <= KEYBOARD_MOST * (float)m->height_px;
}

static void
key(const struct keys *keys, struct str label, struct str action, enum locale_id lang,
    float share) {
    struct ui *ui = keys->ui;
    bool is_word = utf8_count(label) > 1;
    ui_open(ui, (struct ui_box){.key = action,
                    .share = share,
                    .min_height = keys->height_px / ui_metrics(ui)->size_px,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_S,
                    .background = COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = label,
                    .lang = UI_LANG(lang),
                    .action = action,
                    .rapid = true});
    ui_text(ui, label, lang,
        (struct ui_text_spec){
            .style = is_word ? TYPE_BAR : keys->letters, .decorative = true, .no_wrap = true});
    ui_close(ui);
}

static void
row(const struct keys *keys, struct str letters, enum locale_id layout, size_t number) {
    struct ui *ui = keys->ui;
    struct arena *arena = ui_arena(ui);
    float margin = (float)(10 - utf8_count(letters)) / 2;
    ui_open(
        ui, (struct ui_box){
                .key = arena_printf(arena, "row-%zu", number), .axis = UI_ROW, .gap = SPACE_XS});
    if (margin > 0) {
        ui_open(ui, (struct ui_box){.share = margin});
        ui_close(ui);
    }
    for (size_t at = 0; at < letters.n;) {
        size_t start = at;
        utf8_next(letters, &at);
        struct str label = str_slice(letters, start, at);
        key(keys, label, arena_printf(arena, "key %.*s", STR_ARG(label)), layout, 1);
    }
    if (margin > 0) {
        ui_open(ui, (struct ui_box){.share = margin});
        ui_close(ui);
    }
    ui_close(ui);
}

/* A key with an icon: `box` says what it does and its colours. */
static void
icon_key(const struct keys *keys, struct ui_box box, struct str icon, enum ui_color ink) {
    struct ui *ui = keys->ui;
    const struct metrics *m = ui_metrics(ui);
    box.share = 1.5f;
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
hide_key(const struct keys *keys, const struct screen_env *env) {
    icon_key(keys,
        (struct ui_box){.key = STR("toggle"),
            .background = COLOR_CARD,
            .label = word_text(env, MSG_KEYBOARD_HIDE),
            .action = STR("keyboard toggle")},
        STR("down"), COLOR_TOUCH);
}

/* Opens what stands first, like Enter. */
static void
enter_key(const struct keys *keys, const struct screen_env *env, bool can_enter) {
    icon_key(keys,
        (struct ui_box){.key = STR("enter"),
            .background = can_enter ? COLOR_TOUCH_DEEP : COLOR_CARD,
            .border = can_enter ? COLOR_TOUCH_DEEP : COLOR_NONE,
            .label = word_text(env, MSG_KEY_ENTER),
            .action = STR("enter"),
            .disabled = !can_enter},
        STR("enter"), can_enter ? COLOR_ON_INDIGO : COLOR_INK2);
}

static void
bottom_row(const struct keys *keys, const struct screen_env *env, bool can_enter) {
    struct ui *ui = keys->ui;
    enum locale_id layout = env->keyboard->layout;
    ui_open(ui, (struct ui_box){.key = STR("bottom"), .axis = UI_ROW, .gap = SPACE_XS});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        static const struct str faces[LOCALE_COUNT] = {[LOCALE_KO] = STR_INIT("가"),
            [LOCALE_JA] = STR_INIT("あ"),
            [LOCALE_EN] = STR_INIT("A")};
        if ((enum locale_id)i != layout && faces[i].n > 0) {
            key(keys, faces[i],
                arena_printf(ui_arena(ui), "keyboard %s", locale_tag((enum locale_id)i)),
                (enum locale_id)i, 1.25f);
        }
    }
    if (layout != LOCALE_JA) {
        key(keys, word_text(env, MSG_KEY_SHIFT), STR("keyboard shift"), env->locale, 2);
    }
    key(keys, word_text(env, MSG_KEY_SPACE), STR("key space"), env->locale, 2.75f);
    key(keys, word_text(env, MSG_KEY_DELETE), STR("key delete"), env->locale, 2.25f);
    enter_key(keys, env, can_enter);
    hide_key(keys, env);
    ui_close(ui);
}

void
keyboard_view(struct ui *ui, const struct screen_env *env, bool can_enter) {
    size_t count;
    const char *const *rows = rows_of(env->keyboard, &count);
    struct keys keys = keys_of(ui, count + 1);
    ui_open(ui, (struct ui_box){.key = STR("keyboard"),
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_KEYBOARD),
                    .gap = SPACE_XS,
                    .padding = ui_pad(SPACE_S),
                    .radius = RADIUS_M,
                    .background = COLOR_SUNK});
    for (size_t i = 0; i < count; i++) {
        row(&keys, str_from(rows[i]), env->keyboard->layout, i);
    }
    bottom_row(&keys, env, can_enter);
    ui_close(ui);
}

/* What stands before the caret, and where in it the syllable begins that is being typed. */
struct typing {
    struct ui *ui;
    struct str field, before;
    size_t open;
};

static size_t
last_start(struct str text) {
    size_t at = text.n;
    if (at > 0) {
        utf8_prev(text, &at);
    }
    return at;
}

static void
type_delete(const struct typing *typing) {
    struct str_buf text = {0};
    if (typing->open == typing->before.n) {
        ui_field_backspace(typing->ui, typing->field);
        return;
    }
    str_buf_add(&text, str_slice(typing->before, typing->open, typing->before.n));
    hangul_backspace(&text);
    ui_field_retype(typing->ui, typing->field, typing->open, str_buf_str(&text), text.n);
    str_buf_finish(&text);
}

static void
type_change(const struct typing *typing, enum kana_change change) {
    struct str_buf text = {0};
    size_t last = last_start(typing->before);
    str_buf_add(&text, str_slice(typing->before, last, typing->before.n));
    kana_change_last(&text, change);
    ui_field_retype(typing->ui, typing->field, last, str_buf_str(&text), 0);
    str_buf_finish(&text);
}

static bool
is_jamo(uint32_t c) {
    return c >= 0x3131 && c <= 0x3163;
}

static void
type_character(const struct typing *typing, uint32_t c) {
    struct str_buf text = {0};
    size_t from = is_jamo(c) ? typing->open : typing->before.n;
    str_buf_add(&text, str_slice(typing->before, from, typing->before.n));
    hangul_type(&text, c);
    size_t open = is_jamo(c) ? text.n - last_start(str_buf_str(&text)) : 0;
    ui_field_retype(typing->ui, typing->field, from, str_buf_str(&text), open);
    str_buf_finish(&text);
}

static void
type(struct keyboard *keyboard, struct str what, struct ui *ui, struct str field) {
    struct typing typing = {.ui = ui, .field = field};
    size_t at = 0;
    typing.before = ui_field_before(ui, field, &typing.open);
    if (str_eq(what, STR("space"))) {
        type_character(&typing, ' ');
    } else if (str_eq(what, STR("delete"))) {
        type_delete(&typing);
    } else if (str_eq(what, STR("゛"))) {
        type_change(&typing, KANA_VOICED);
    } else if (str_eq(what, STR("゜"))) {
        type_change(&typing, KANA_SEMI_VOICED);
    } else if (str_eq(what, STR("小"))) {
        type_change(&typing, KANA_SMALL);
    } else if (what.n) {
        type_character(&typing, utf8_next(what, &at));
    }
    keyboard->is_shifted = false;
}

bool
keyboard_apply(struct keyboard *keyboard, struct str action, struct ui *ui, struct str field_key) {
    struct str rest = action, verb;
    if (!str_split(&rest, ' ', &verb)) {
        return false;
    }
    if (str_eq(verb, STR("key"))) {
        type(keyboard, rest, ui, field_key);
        return true;
    }
    if (!str_eq(verb, STR("keyboard"))) {
        return false;
    }
    enum locale_id layout;
    if (str_eq(rest, STR("shift"))) {
        keyboard->is_shifted = !keyboard->is_shifted;
    } else if (str_eq(rest, STR("toggle"))) {
        keyboard->is_open = !keyboard->is_open;
    } else if (locale_from_tag(rest, &layout)) {
        keyboard->layout = layout;
        keyboard->is_shifted = false;
    }
    return true;
}
