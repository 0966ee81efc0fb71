/* gallery.h - one page with every widget in it, for the picture book and for the tests. */
#ifndef GALLERY_H
#define GALLERY_H

#include "ui/widgets.h"

static const struct ui_option gallery_items[] = {
    {.key = STR_INIT("back"),
        .label = STR_INIT("뒤로"),
        .action = STR_INIT("back"),
        .icon = STR_INIT("back")},
    {.key = STR_INIT("home"),
        .label = STR_INIT("처음"),
        .action = STR_INIT("home"),
        .icon = STR_INIT("home")},
    {.key = STR_INIT("search"),
        .label = STR_INIT("찾기"),
        .action = STR_INIT("open search"),
        .icon = STR_INIT("search")},
    {.key = STR_INIT("help"),
        .label = STR_INIT("도움말"),
        .action = STR_INIT("open help"),
        .icon = STR_INIT("help")},
};

/* The same sentence parts in the three languages, in the order of enum locale_id. */
#define WORDS(name, ko, ja, en) \
    static const struct str name[] = {STR_INIT(ko), STR_INIT(ja), STR_INIT(en)}
WORDS(w_city, "하마마쓰시", "浜松市", "Hamamatsu");
WORDS(w_lead,
    "세계적인 악기와 오토바이의 도시입니다. 안산시와 다문화 정책 분야의 교류를 넓혀 갑니다.",
    "楽器とオートバイで世界に知られる「ものづくりのまち」です。安山市と多文化共生の分野で交流を広げ"
    "ています。",
    "A city of makers, known for pianos and motorcycles, building exchange with Ansan on "
    "multicultural policy.");
WORDS(w_open, "자세히 보기", "詳しく見る", "See more");
WORDS(w_other, "다른 도시", "ほかの都市", "Other cities");
WORDS(w_plan, "방문 준비", "訪問の準備", "Plan a visit");
WORDS(w_off, "준비 중", "準備中", "Not yet");
WORDS(w_facts, "한눈에 보기", "基本情報", "At a glance");
WORDS(w_area, "면적", "面積", "Area");
WORDS(w_area_value, "1,558.06 km²", "1,558.06 km²", "1,558.06 km²");
WORDS(w_people, "인구", "人口", "Population");
WORDS(w_people_value, "81만 8,000명", "81万8,000人", "818,000");
WORDS(w_as_of, "2012년 1월 기준", "2012年1月現在", "As of January 2012");
WORDS(w_note, "문서에는 연도가 적혀 있지 않습니다.", "文書には年が書かれていません。",
    "The document gives no year.");
WORDS(w_history, "함께한 역사", "交流の歩み", "History together");
WORDS(w_date, "1987년 11월", "1987年（昭和62年）11月", "November 1987");
WORDS(w_event, "자매결연 협정 체결", "姉妹都市提携の調印", "Sister-city agreement signed");
WORDS(w_detail, "두 시의 시장이 협정서에 서명하고 기념 나무를 심었습니다.",
    "両市の市長が協定書に署名し、記念の木を植えました。",
    "The two mayors signed the agreement and planted a tree.");
WORDS(w_kind, "결연", "提携", "Agreement");
WORDS(w_youth, "청소년", "青少年", "Youth");
WORDS(w_warn, "약속 시각보다 5분에서 10분 일찍 도착하십시오.", "約束の5〜10分前に到着しましょう。",
    "Arrive five to ten minutes early.");

static inline void
gallery_buttons(struct ui *ui, enum locale_id l) {
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_M});
    ui_button(ui, (struct ui_button){.key = STR("primary"),
                      .label = w_open[l],
                      .action = STR("open a"),
                      .end_icon = STR("chevron")});
    ui_button(ui, (struct ui_button){.key = STR("secondary"),
                      .label = w_other[l],
                      .action = STR("open b"),
                      .kind = UI_BUTTON_SECONDARY,
                      .icon = STR("city")});
    ui_button(ui, (struct ui_button){.key = STR("filled"),
                      .label = w_plan[l],
                      .action = STR("open c"),
                      .kind = UI_BUTTON_PRIMARY,
                      .icon = STR("calendar")});
    ui_button(ui, (struct ui_button){.key = STR("link"),
                      .label = w_other[l],
                      .action = STR("open d"),
                      .kind = UI_BUTTON_LINK});
    ui_button(
        ui, (struct ui_button){
                .key = STR("off"), .label = w_off[l], .action = STR("open e"), .disabled = true});
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("chips"), .axis = UI_WRAP, .gap = SPACE_S});
    ui_chip(
        ui, (struct ui_chip){
                .key = STR("c1"), .label = w_kind[l], .action = STR("set 1"), .selected = true});
    ui_chip(ui, (struct ui_chip){.key = STR("c2"), .label = w_youth[l], .action = STR("set 2")});
    ui_badge(ui, w_kind[l], TONE_PRIMARY);
    ui_badge(ui, w_youth[l], TONE_SUCCESS);
    ui_badge(ui, w_kind[l], TONE_WARNING);
    ui_badge(ui, w_kind[l], TONE_DANGER);
    ui_badge(ui, w_kind[l], TONE_NEUTRAL);
    ui_close(ui);
}

static inline void
gallery_facts(struct ui *ui, enum locale_id l) {
    ui_section_header(ui, (struct ui_section_header){.key = STR("facts"),
                              .title = w_facts[l],
                              .action_label = w_open[l],
                              .action = STR("open facts")});
    ui_open(
        ui, (struct ui_box){.axis = UI_GRID, .min_column = 220, .gap = SPACE_M, .role = ROLE_LIST});
    ui_stat(ui, (struct ui_stat){.key = STR("s1"),
                    .label = w_people[l],
                    .value = STR("818,000"),
                    .unit = STR(""),
                    .as_of = w_as_of[l]});
    ui_stat(ui, (struct ui_stat){.key = STR("s2"),
                    .label = w_area[l],
                    .value = STR("1,558"),
                    .unit = STR("km²"),
                    .note = w_note[l]});
    ui_close(ui);
    ui_card_open(ui, (struct ui_card){.key = STR("card"), .role = ROLE_LIST});
    ui_fact_row(ui,
        (struct ui_fact_row){
            .key = STR("f1"), .label = w_area[l], .value = w_area_value[l], .as_of = w_as_of[l]});
    ui_fact_row(ui,
        (struct ui_fact_row){
            .key = STR("f2"), .label = w_people[l], .value = w_people_value[l], .note = w_note[l]});
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("f3"),
                        .label = w_other[l],
                        .value = w_city[l],
                        .action = STR("open cities/hamamatsu"),
                        .last = true});
    ui_close(ui);
}

static inline void
gallery_list(struct ui *ui, enum locale_id l) {
    ui_link_row(ui, (struct ui_link_row){.key = STR("row"),
                        .title = w_city[l],
                        .reading = STR("はままつ"),
                        .text = w_event[l],
                        .badge = w_kind[l],
                        .badge_tone = TONE_PRIMARY,
                        .icon = STR("city"),
                        .action = STR("open r")});
    ui_aside(ui, (struct ui_aside){.key = STR("n1"), .text = w_note[l]});
    ui_aside(ui, (struct ui_aside){.key = STR("n2"), .text = w_warn[l], .about = w_plan[l]});
    ui_bullet(ui, (struct ui_bullet){.text = w_warn[l], .number = 1});
    ui_bullet(ui, (struct ui_bullet){.text = w_lead[l], .note = w_note[l]});
    ui_heading(ui, w_history[l], l, (struct ui_heading){.level = 2, .icon = STR("timeline")});
    ui_open(ui, (struct ui_box){.key = STR("events"), .role = ROLE_LIST});
    ui_timeline_item(ui, (struct ui_timeline_item){.key = STR("e1"),
                             .date = w_date[l],
                             .title = w_event[l],
                             .detail = w_detail[l],
                             .badge = w_kind[l],
                             .badge_tone = TONE_PRIMARY,
                             .first = true});
    ui_timeline_item(ui, (struct ui_timeline_item){.key = STR("e2"),
                             .date = w_date[l],
                             .title = w_event[l],
                             .badge = w_youth[l],
                             .badge_tone = TONE_SUCCESS,
                             .marked = true,
                             .note = w_note[l]});
    ui_timeline_item(ui, (struct ui_timeline_item){.key = STR("e3"),
                             .date = w_date[l],
                             .title = w_event[l],
                             .place = w_city[l],
                             .badge = w_kind[l],
                             .action = STR("open e"),
                             .last = true});
    ui_close(ui);
}

static inline void
gallery_controls(struct ui *ui, enum locale_id l) {
    ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                            .label = w_other[l],
                            .placeholder = w_other[l],
                            .action = STR("open search"),
                            .clear_label = STR("×")});
    ui_switch(ui, (struct ui_switch){.key = STR("sw1"),
                      .label = w_plan[l],
                      .detail = w_note[l],
                      .action = STR("set a off"),
                      .on = true});
    ui_switch(
        ui, (struct ui_switch){.key = STR("sw2"), .label = w_other[l], .action = STR("set b on")});
    ui_empty(ui, (struct ui_empty){.icon = STR("search"), .title = w_off[l], .text = w_lead[l]});
}

static inline void
gallery_view(struct ui *ui) {
    enum locale_id l = ui_locale(ui);
    static const struct ui_span spans[] = {{.start = 0, .end = 9, .strong = true}};
    ui_chrome_open(ui, (struct ui_chrome){.items = gallery_items,
                           .item_count = 4,
                           .item_selected = 1,
                           .nav_label = STR("이동"),
                           .language_label = STR("언어"),
                           .page_label = w_city[l],
                           .more_label = STR("더 보기"),
                           .brand = STR("나루"),
                           .brand_lang = UI_LANG_KO});
    ui_heading(ui, w_city[l], l,
        (struct ui_heading){.level = 1, .reading = STR("はままつし"), .reading_lang = UI_LANG_JA});
    ui_text(ui, w_lead[l], l, (struct ui_text_spec){.spans = spans, .span_count = 1});
    gallery_buttons(ui, l);
    gallery_facts(ui, l);
    gallery_list(ui, l);
    gallery_controls(ui, l);
    ui_chrome_close(ui);
}

#endif
