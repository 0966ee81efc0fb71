/* specimen - what the text engine does, one page a subject: `specimen/korean`, `specimen/vertical`.
 * `{ko}`, `{ja}` and `{en}` of a text are the home city's name in that language.
 * Hidden: for those who judge or change the engine, not for visitors, and so in English only. */
#include "screens/page.h"
#include "screens/registry.h"

#include "base/check.h"

#include <string.h>

#define MAX_SPANS 4

struct specimen_span {
    const char *base, *ruby; /* the first `base` after the one before; no ruby: `span` says what */
    struct ui_span span;
};

struct specimen {
    const char *caption;
    struct ui_typeset set; /* key, text and spans are filled in by the view */
    const char *text;
    struct specimen_span spans[MAX_SPANS];
};

struct specimen_page {
    const char *id, *title;
    const struct specimen *specimens;
    size_t count;
};

#define BODY(language, dp) .lang = language, .style = TYPE_BODY, .measure = dp
#define HEADING(language, dp)                                                                \
    .lang = language, .style = TYPE_HEADING, .breaking = TEXT_BREAK_PHRASE, .balance = true, \
    .measure = dp

static const struct specimen korean[] = {
    {"Lines break at eojeol; a particle stays with its closing bracket, a number with its unit",
        {BODY(LOCALE_KO, 300)},
        "『{ko} 국제화 촉진 및 국제교류협력에 관한 조례』가 2011년 5월에 제정되었습니다. 회의는 "
        "26일(화) "
        "10시~12시에 열렸고 참가자의 100%가 찬성했습니다."},
    {"Dates stay whole where they fit", {BODY(LOCALE_KO, 250)},
        "결연일자는 1987. 11. 9.이고 교류는 1994. 3. 16. 이후 이어졌습니다."},
    {"An eojeol longer than the line breaks at the points keep-all allows, then at graphemes",
        {BODY(LOCALE_KO, 160)}, "동북아시아국제교류협력도시간청소년문화예술교류추진위원회 회의"},
    {"No autospace between Hangul and Latin", {BODY(LOCALE_KO, 300)},
        "LG전자와 CEO포럼, EXPO 참가"},
    {"Old Hangul, and jamo that came decomposed (NFD)", {BODY(LOCALE_KO, 300)},
        "나랏〮말〯ᄊᆞ미〮 · \u1112\u1161\u11ab\u1100\u1173\u11af"},
};

static const struct specimen japanese[] = {
    {"Strict kinsoku: no small kana or prolonged sound at a line start", {BODY(LOCALE_JA, 228)},
        "国際交流センターのサーバーにホームページをつくり、ちょっとしたマナーをまとめました。"},
    {"The same, loose", {BODY(LOCALE_JA, 228), .kinsoku = TEXT_KINSOKU_LOOSE},
        "国際交流センターのサーバーにホームページをつくり、ちょっとしたマナーをまとめました。"},
    {"Brackets and stops squeezed at line ends and next to each other", {BODY(LOCALE_JA, 250)},
        "「自治体国際化協会（ＣＬＡＩＲ）」、『姉妹都市』。（「友好都市」）を含みます。"},
    {"Justified, 、。 hanging", {BODY(LOCALE_JA, 250), .align = TEXT_ALIGN_JUSTIFY, .hang = true},
        "両市は、2012年1月に、東京で開かれた多文化サミットで、協力を約束しました。これからも、とも"
        "に歩みます。"},
    {"An eighth of an em between kanji and Latin or digits", {BODY(LOCALE_JA, 300)},
        "2011年3月31日現在、1,596件。NPOとCEOフォーラム"},
};

static const struct specimen headings[] = {
    {"Japanese by phrase, names never split", {HEADING(LOCALE_JA, 260)},
        "京都市と奈良市の超広域経済圏形成事業について"},
    {"Balanced: no last line of one syllable", {HEADING(LOCALE_JA, 300)},
        "日本の機関を訪問するときに気をつけること"},
    {"Korean, balanced", {HEADING(LOCALE_KO, 300)}, "일본의 자치단체와 처음 연락할 때 유의할 점"},
    {"English, balanced", {HEADING(LOCALE_EN, 300)},
        "What held exchange back, and what was done about it"},
    {"Two lines and an ellipsis at a grapheme", {BODY(LOCALE_JA, 250), .max_lines = 2},
        "スズキ、ヤマハ、ホンダといった世界的ブランドを生んだものづくりのまち、音楽のまちです。"},
};

static const struct specimen ruby[] = {
    {"Mono ruby: a reading over each kanji", {BODY(LOCALE_JA, 300)}, "松江市と奈良市",
        {{"松", "まつ", {0}}, {"江", "え", {0}}, {"市", "し", {0}}}},
    {"Group ruby: one reading over the word", {BODY(LOCALE_JA, 300)}, "飛鳥村の合掌造りと松江市",
        {{"飛鳥村", "あすかむら", {0}}, {"合掌造", "がっしょうづく", {0}},
            {"松江市", "まつえし", {0}}}},
    {"Hangul over hanja", {BODY(LOCALE_KO, 300)}, "漢江과 大同江은 강의 이름입니다.",
        {{"漢江", "한강", {0}}, {"大同江", "대동강", {0}}}},
    {"The pitch of lines stays even", {BODY(LOCALE_JA, 250)},
        "日光市は森林資源が豊かで、松江市は海洋資源が豊かです。両市は2012年5月に調印しました。",
        {{"日光市", "にっこうし", {0}}, {"松江市", "まつえし", {0}}}},
    {"Emphasis dots", {BODY(LOCALE_JA, 300)}, "必ず礼状を送ります。",
        {{"必ず", NULL, {.emphasis = true}}}},
};

static const struct specimen han[] = {
    {"One code point, the shape of its language: Japanese", {BODY(LOCALE_JA, 300)},
        "直 骨 令 房 海 角"},
    {"Korean", {BODY(LOCALE_KO, 300)}, "直 骨 令 房 海 角"},
    {"A Japanese name inside Korean text", {BODY(LOCALE_KO, 300)}, "마쓰에시(松江市), 骨 그리고 骨",
        {{"松江市", NULL, {.lang = UI_LANG_JA}}, {"骨", NULL, {.lang = UI_LANG_JA}}}},
    {"Variants of names stay what they are: 髙/高, 﨑/崎, 辻 with a variation selector",
        {BODY(LOCALE_JA, 300)}, "髙﨑 高崎 辻\U000E0100 辻 葛\U000E0100 葛\U000E0101"},
    {"Half and full width", {BODY(LOCALE_JA, 300)}, "ﾊﾏﾏﾂ ハママツ ＡＢＣ１２３ ABC123"},
};

static const struct specimen vertical[] = {
    {"Tategaki: upright by UAX #50, two to four digits side by side",
        {BODY(LOCALE_JA, 260), .vertical = true},
        "2012年1月26日、松江市と「多文化」の協力を約束しました。CLAIRの条件は3つです。"},
    {"Korean, vertical", {BODY(LOCALE_KO, 260), .vertical = true},
        "환영합니다. {ko} 교류의 밤, 2012년 6월 26일(화)"},
    {"Ruby and emphasis in vertical lines", {BODY(LOCALE_JA, 260), .vertical = true},
        "松江市からようこそお越しくださいました。心より歓迎いたします。",
        {{"松江市", "まつえし", {0}}, {"心", NULL, {.emphasis = true}}}},
    {"A title card",
        {.lang = LOCALE_JA,
            .style = TYPE_FIGURE,
            .breaking = TEXT_BREAK_PHRASE,
            .measure = 340,
            .vertical = true},
        "ようこそ、{ja}へ"},
};

static const struct specimen rendering[] = {
    {"One baseline for every script", {BODY(LOCALE_KO, 320)}, "{en} {ko} {ja} カナ 1987"},
    {"Real Bold, never smeared", {HEADING(LOCALE_KO, 320)}, "{en} {ko} {ja} カナ 1987"},
    {"Digits of one width in tables", {BODY(LOCALE_EN, 320), .tabular_digits = true},
        "1,111,111\n8,888,888\n1,596,388"},
    {"The same without", {BODY(LOCALE_EN, 320)}, "1,111,111\n8,888,888\n1,596,388"},
    {"Small type", {.lang = LOCALE_JA, .style = TYPE_CAPTION, .measure = 320},
        "小さな文字も、はっきり読めること。작은 글자도 또렷하게. Small type, clearly."},
};

static const struct specimen_page pages[] = {
    {"korean", "Korean", korean, ARRAY_LEN(korean)},
    {"japanese", "Japanese", japanese, ARRAY_LEN(japanese)},
    {"headings", "Headings", headings, ARRAY_LEN(headings)},
    {"ruby", "Ruby", ruby, ARRAY_LEN(ruby)},
    {"han", "Han shapes and other scripts", han, ARRAY_LEN(han)},
    {"vertical", "Vertical writing", vertical, ARRAY_LEN(vertical)},
    {"rendering", "Rendering", rendering, ARRAY_LEN(rendering)},
};

struct model {
    const struct specimen_page *page;
    struct str home[LOCALE_COUNT]; /* the city's names */
};

static bool
load_home(struct model *model, struct arena *arena, const struct screen_env *env, struct err *err) {
    struct store_info info;
    bool ok = store_info(env->store, arena, &info, err);
    for (int i = 0; ok && i < LOCALE_COUNT; i++) {
        struct store_city city;
        bool found;
        ok = store_city(env->store, arena, (enum locale_id)i, info.home, &city, &found, err);
        model->home[i] = ok && found ? city.name : (struct str){0};
    }
    return ok;
}

static bool
page_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct model *model = ARENA_NEW(&screen->arena, struct model);
    screen->model = model;
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        if (str_eq(screen->path.id, str_from(pages[i].id))) {
            model->page = &pages[i];
            screen->title = str_from(pages[i].title);
            return load_home(model, &screen->arena, env, err);
        }
    }
    *found = false;
    return true;
}

static struct str
with_names(const struct model *model, struct arena *arena, const char *text) {
    struct str rest = str_from(text), tag;
    struct str_buf out = {0};
    while (rest.n > 0) {
        size_t open = str_find(rest, STR("{")), close = str_find(rest, STR("}"));
        enum locale_id locale;
        bool has_tag = open < close && close != SIZE_MAX;
        tag = has_tag ? str_slice(rest, open + 1, close) : (struct str){0};
        bool is_name = has_tag && locale_from_tag(tag, &locale);
        str_buf_add(&out, str_slice(rest, 0, is_name ? open : rest.n));
        str_buf_add(&out, is_name ? model->home[locale] : (struct str){0});
        rest = str_slice(rest, is_name ? close + 1 : rest.n, rest.n);
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

static struct ui_span *
find_spans(const struct specimen *specimen, struct str text, struct arena *arena, size_t *count) {
    struct ui_span *spans = ARENA_ARRAY(arena, MAX_SPANS, struct ui_span);
    size_t from = 0;
    *count = 0;
    for (size_t i = 0; i < MAX_SPANS && specimen->spans[i].base; i++) {
        struct str base = str_from(specimen->spans[i].base);
        size_t at = str_find(str_slice(text, from, text.n), base);
        if (at == SIZE_MAX) {
            continue;
        }
        spans[*count] = specimen->spans[i].span;
        spans[*count].start = from + at;
        spans[*count].end = from + at + base.n;
        spans[*count].ruby = str_from(specimen->spans[i].ruby);
        from = spans[(*count)++].end;
    }
    return spans;
}

static void
show(struct ui *ui, const struct model *model, size_t index) {
    const struct specimen *specimen = &model->page->specimens[index];
    struct arena *arena = ui_arena(ui);
    struct ui_typeset set = specimen->set;
    set.key = arena_printf(arena, "specimen-%zu", index);
    set.text = with_names(model, arena, specimen->text);
    set.spans = find_spans(specimen, set.text, arena, &set.span_count);
    ui_open(ui, (struct ui_box){.gap = SPACE_S});
    ui_text(ui, str_from(specimen->caption), LOCALE_EN,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_typeset(ui, set);
    ui_close(ui);
}

static void
page_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct model *model = screen->model;
    page_frame_open(screen, env, ui);
    ui_heading(ui, screen->title, LOCALE_EN, (struct ui_heading){.level = 1});
    for (size_t i = 0; i < model->page->count; i++) {
        show(ui, model, i);
    }
    page_frame_close(ui);
}

static void
index_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    page_frame_open(screen, env, ui);
    ui_heading(ui, STR("Specimens of the text engine"), LOCALE_EN, (struct ui_heading){.level = 1});
    for (size_t i = 0; i < ARRAY_LEN(pages); i++) {
        ui_link_row(ui, (struct ui_link_row){.key = str_from(pages[i].id),
                            .title = str_from(pages[i].title),
                            .title_lang = UI_LANG_EN,
                            .action = page_action(ui, "specimen", str_from(pages[i].id))});
    }
    page_frame_close(ui);
}

const struct screen_ops screen_specimens = {
    .name = "specimen",
    .title = MSG_APP_NAME,
    .view = index_view,
    .is_hidden = true,
};

const struct screen_ops screen_specimen = {
    .name = "specimen",
    .takes_id = true,
    .title = MSG_APP_NAME,
    .has_own_title = true,
    .load = page_load,
    .view = page_view,
    .is_hidden = true,
};
