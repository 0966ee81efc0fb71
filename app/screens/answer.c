#include "screens/answer.h"

#include "base/check.h"
#include "i18n/edtf.h"
#include "screens/page.h"
#include "screens/spoken.h"
#include "screens/words.h"
#include "ui/widgets.h"

/* What the card says, in the order it is read: what it is about, the value, how it sounds, when. */
struct shown {
    struct str label, value, reading, as_of;
    enum locale_id value_lang;
};

static bool
read_date(struct str written, struct edtf *out) {
    struct err err;
    return written.n > 0 && edtf_parse(written, out, &err);
}

static struct shown
show_figure(const struct screen_env *env, struct arena *arena, const struct search_answer *answer) {
    struct store_figure figure = {.unit = answer->unit};
    bool is_number = store_figure_read(&figure, answer->value);
    figure.has_as_of = read_date(answer->date, &figure.as_of);
    return (struct shown){.label = word_join(env, arena, answer->subject, answer->label),
        .value = is_number ? word_figure(env, arena, &figure) : answer->value,
        .as_of = word_as_of(env, arena, &figure),
        .value_lang = env->locale};
}

static struct shown
show_date(const struct screen_env *env, struct arena *arena, const struct search_answer *answer) {
    struct edtf date;
    bool is_date = read_date(answer->value, &date);
    return (struct shown){.label = word_join(env, arena, answer->subject, answer->label),
        .value = is_date ? word_date(env, arena, &date) : answer->value,
        .value_lang = env->locale};
}

/* Which of the two is meant by each end, and that nobody measured it, is said. */
static struct shown
show_distance(
    const struct screen_env *env, struct arena *arena, const struct search_answer *answer) {
    struct store_figure figure = {.unit = answer->unit};
    bool is_number = store_figure_read(&figure, answer->value);
    struct msg_arg way[] = {MSG_TEXT(answer->subject), MSG_TEXT(answer->label)};
    struct msg_arg km[] = {MSG_TEXT(is_number ? word_figure(env, arena, &figure) : answer->value)};
    return (struct shown){
        .label = i18n_format(env->i18n, arena, env->locale, MSG_ANSWER_WAY, way, 2),
        .value = i18n_format(env->i18n, arena, env->locale, MSG_ANSWER_ABOUT, km, 1),
        .as_of = word_text(env, MSG_ANSWER_CALCULATED),
        .value_lang = env->locale};
}

static struct shown
show(const struct screen_env *env, struct arena *arena, const struct search_answer *answer) {
    switch (answer->kind) {
    case SEARCH_ANSWER_FIGURE:
        return show_figure(env, arena, answer);
    case SEARCH_ANSWER_DATE:
        return show_date(env, arena, answer);
    case SEARCH_ANSWER_PHRASE:
    case SEARCH_ANSWER_TERM:
        return (struct shown){.label = answer->label,
            .value = answer->value,
            .reading = answer->reading,
            .value_lang = answer->language};
    case SEARCH_ANSWER_DISTANCE:
        return show_distance(env, arena, answer);
    case SEARCH_ANSWER_NONE:
        break;
    }
    return (struct shown){0};
}

static void
line(struct ui *ui, const struct screen_env *env, struct str text, enum type_style style) {
    if (text.n > 0) {
        ui_text(ui, text, env->locale, (struct ui_text_spec){.style = style, .color = COLOR_INK2});
    }
}

void
answer_view(struct ui *ui, const struct screen_env *env, const struct search_answer *answer) {
    struct arena *arena = ui_arena(ui);
    if (answer->kind == SEARCH_ANSWER_NONE) {
        return;
    }
    struct shown shown = show(env, arena, answer);
    bool is_words = answer->kind == SEARCH_ANSWER_PHRASE || answer->kind == SEARCH_ANSWER_TERM;
    bool is_row = is_words && ui_metrics(ui)->width_class != WIDTH_COMPACT;
    ui_open(ui, (struct ui_box){.axis = is_row ? UI_ROW : UI_COLUMN,
                    .align = is_row ? UI_ALIGN_CENTER : UI_ALIGN_STRETCH,
                    .gap = SPACE_S});
    ui_card_open(ui, (struct ui_card){.key = STR("answer"),
                         .action = arena_printf(arena, "open %.*s", STR_ARG(answer->path)),
                         .role = ROLE_LINK,
                         .tone = TONE_PRIMARY,
                         .grow = is_row ? 1 : 0,
                         .gap = SPACE_XS});
    line(ui, env, shown.label, TYPE_BODY);
    ui_text(ui, shown.value, shown.value_lang,
        (struct ui_text_spec){.style = TYPE_TITLE, .strong = true});
    line(ui, env, shown.reading, TYPE_BODY);
    line(ui, env, shown.as_of, TYPE_CAPTION);
    line(ui, env, answer->note, TYPE_CAPTION);
    ui_close(ui);
    if (is_words) {
        enum locale_id own = env->locale;
        enum locale_id to = answer->language == own ? spoken_opposite(own) : answer->language;
        page_face_key(ui, env, answer->path, to);
    }
    ui_close(ui);
}
