#include "screens/keyboard.h"

#include "screens/page.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/hangul.h"
#include "i18n/kana.h"

#define ROWS 6

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

static void
key(struct ui *ui, struct str label, struct str action, enum locale_id lang, float share) {
    ui_open(ui, (struct ui_box){.key = action,
                    .share = share,
                    .min_height = 44,
                    .padding = ui_pad2(SPACE_S, 0),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_S,
                    .background = COLOR_SURFACE,
                    .border = COLOR_BORDER,
                    .role = ROLE_BUTTON,
                    .label = label,
                    .lang = UI_LANG(lang),
                    .action = action,
                    .rapid = true});
    bool narrow = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    ui_text(ui, label, lang,
        (struct ui_text_spec){
            .style = narrow ? TYPE_CAPTION : TYPE_BODY, .decorative = true, .no_wrap = true});
    ui_close(ui);
}

static void
row(struct ui *ui, struct str keys, enum locale_id layout, int number) {
    struct arena *arena = ui_arena(ui);
    size_t count = utf8_count(keys);
    float margin = (float)(10 - count) / 2;
    ui_open(ui, (struct ui_box){
                    .key = arena_printf(arena, "row-%d", number), .axis = UI_ROW, .gap = SPACE_XS});
    if (margin > 0) {
        ui_open(ui, (struct ui_box){.share = margin});
        ui_close(ui);
    }
    for (size_t at = 0; at < keys.n;) {
        size_t start = at;
        utf8_next(keys, &at);
        struct str label = str_slice(keys, start, at);
        key(ui, label, arena_printf(arena, "key %.*s", STR_ARG(label)), layout, 1);
    }
    if (margin > 0) {
        ui_open(ui, (struct ui_box){.share = margin});
        ui_close(ui);
    }
    ui_close(ui);
}

static void
bottom_row(struct ui *ui, const struct screen_env *env) {
    enum locale_id layout = env->keyboard->layout;
    ui_open(ui, (struct ui_box){.key = STR("bottom"), .axis = UI_ROW, .gap = SPACE_XS});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        static const struct str faces[LOCALE_COUNT] = {[LOCALE_KO] = STR_INIT("가"),
            [LOCALE_JA] = STR_INIT("あ"),
            [LOCALE_EN] = STR_INIT("A")};
        if ((enum locale_id)i != layout && faces[i].n > 0) {
            key(ui, faces[i],
                arena_printf(ui_arena(ui), "keyboard %s", locale_tag((enum locale_id)i)),
                (enum locale_id)i, 1.5f);
        }
    }
    if (layout != LOCALE_JA) {
        key(ui, word_text(env, MSG_KEY_SHIFT), STR("keyboard shift"), env->locale, 2);
    }
    key(ui, word_text(env, MSG_KEY_SPACE), STR("key space"), env->locale, 3);
    key(ui, word_text(env, MSG_KEY_DELETE), STR("key delete"), env->locale, 2);
    ui_close(ui);
}

void
keyboard_view(struct ui *ui, const struct screen_env *env) {
    const struct keyboard *keyboard = env->keyboard;
    bool is_known = layouts[keyboard->layout][0][0]; /* else Latin letters */
    const char *const *rows =
        layouts[is_known ? keyboard->layout : LOCALE_EN][keyboard->is_shifted];
    ui_open(ui, (struct ui_box){.key = STR("keyboard"),
                    .role = ROLE_REGION,
                    .label = word_text(env, MSG_KEYBOARD),
                    .gap = SPACE_XS,
                    .padding = ui_pad(SPACE_S),
                    .radius = RADIUS_M,
                    .background = COLOR_SURFACE_SUBTLE});
    for (int i = 0; i < ROWS && rows[i]; i++) {
        row(ui, str_from(rows[i]), keyboard->layout, i);
    }
    bottom_row(ui, env);
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
