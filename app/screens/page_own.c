/* What a page shows of what its owner keeps. */
#include "screens/page.h"

#include "base/check.h"

/* Whether this is a page to come back to, and no step on the way to one. */
static bool
can_keep(struct str path) {
    static const char *const names[] = {
        "home", "language", "search", "display", "more", "help", "take", "face", "kept", "note"};
    struct str rest = path, address, name;
    str_split(&rest, '?', &address);
    if (str_find(rest, STR("choose=")) != SIZE_MAX) {
        return false;
    }
    rest = address;
    str_split(&rest, '/', &name);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_eq(name, str_from(names[i]))) {
            return false;
        }
    }
    return path.n > 0;
}

void
page_own(struct ui *ui, const struct screen_env *env) {
    if (!env->own || !can_keep(env->address)) {
        return;
    }
    bool is_kept = own_by_key(env->own, OWN_BOOKMARK, env->address) != NULL;
    ui_open(ui, (struct ui_box){.key = STR("own"), .axis = UI_WRAP, .gap = SPACE_M});
    ui_button(ui, (struct ui_button){.key = STR("keep"),
                      .label = word_text(env, is_kept ? MSG_KEPT : MSG_KEEP),
                      .icon = is_kept ? STR("star-kept") : STR("star"),
                      .kind = UI_BUTTON_SECONDARY,
                      .selected = is_kept,
                      .action = STR("keep")});
    ui_close(ui);
}

void
page_own_trouble(struct ui *ui, const struct screen_env *env, enum own_trouble told) {
    static const enum msg texts[] = {
        [OWN_SET_ASIDE] = MSG_OWN_SET_ASIDE,
        [OWN_UNSAVED] = MSG_OWN_UNSAVED,
        [OWN_BUSY] = MSG_OWN_BUSY,
        [OWN_FOREIGN] = MSG_OWN_FOREIGN,
    };
    struct str words;
    enum own_trouble trouble = own_trouble(env->own, &words);
    if (trouble == OWN_FINE || trouble == told) {
        return;
    }
    ui_dialog_open(ui, (struct ui_dialog){.key = STR("trouble"),
                           .title = word_text(env, MSG_OWN_TROUBLE),
                           .icon = STR("info"),
                           .tone = TONE_WARNING,
                           .dismiss = STR("own told")});
    ui_text(
        ui, word_text(env, texts[trouble]), env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    ui_button(ui, (struct ui_button){.key = STR("told"),
                      .label = word_text(env, MSG_DISMISS),
                      .action = STR("own told"),
                      .fill = true});
    ui_dialog_close(ui);
}
