#include "compiler/generate.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"

static const char fixed_sources[] = "id,kind,date,title_ko,title_ja,title_en\n"
                                    "made,document,2026,만든 자료,作った資料,Made-up papers\n";
static const char fixed_sections[] = "id,source_id,position,title_ko,title_ja,title_en\n"
                                     "all,made,1,전체,全体,Everything\n";
static const char fixed_countries[] = "id,reading_ja,source,name_ko,name_ja,name_en\n"
                                      "kr,かんこく,all,대한민국,韓国,Republic of Korea\n"
                                      "jp,にほん,all,일본,日本,Japan\n";

static const char *const ko_parts[] = {"가람", "나루", "다솜", "라온", "마루", "바다", "사랑",
    "아라", "자람", "차오름", "카라", "타래", "파란", "하늘", "고을", "노을"};
static const char *const ja_parts[] = {
    "赤", "青", "石", "上", "大", "川", "北", "島", "白", "高", "中", "西", "野", "浜", "東", "山"};
static const char *const ja_readings[] = {"あか", "あお", "いし", "うえ", "おお", "かわ", "きた",
    "しま", "しろ", "たか", "なか", "にし", "の", "はま", "ひがし", "やま"};
static const char *const en_parts[] = {"Aka", "Bel", "Cor", "Dun", "Eld", "Fair", "Glen", "Har",
    "Ing", "Kirk", "Lin", "Mar", "Nor", "Oak", "Port", "Row"};
static const char *const kinds[] = {
    "agreement", "administration", "youth", "culture", "economy", "visit", "meeting", "donation"};
static const char *const ko_titles[] = {"협정 체결", "공무원 교류", "청소년 홈스테이", "문화 공연",
    "경제 상담회", "대표단 방문", "실무 회의", "도서 기증"};
static const char *const ja_titles[] = {"協定の締結", "職員の交流", "青少年のホームステイ",
    "文化公演", "経済商談会", "代表団の訪問", "実務会議", "図書の寄贈"};
static const char *const en_titles[] = {"Agreement signed", "Exchange of officials",
    "Youth homestay", "Cultural performance", "Business meeting", "Visit of a delegation",
    "Working meeting", "Donation of books"};

/* A name of `digits` base-16 parts of `number`, so that no two are alike. */
static void
add_name(struct str_buf *out, const char *const parts[16], size_t number) {
    do {
        str_buf_add(out, str_from(parts[number % 16]));
        number /= 16;
    } while (number > 0);
}

static void
add_city(struct str_buf *out, size_t i) {
    bool is_home = i == 0;
    str_buf_printf(out, "city-%zu,%s,city,%s,%zu,%zu.%02zu,%zu.%02zu,", i, is_home ? "kr" : "jp",
        is_home      ? "home"
        : i % 5 == 0 ? "friendship"
                     : "sister",
        i, 30 + i % 15, i % 100, 125 + i % 20, i % 90);
    add_name(out, ja_readings, i);
    str_buf_add(out, STR("し,all,"));
    add_name(out, ko_parts, i);
    str_buf_add(out, STR("시,"));
    add_name(out, ja_parts, i);
    str_buf_add(out, STR("市,"));
    add_name(out, en_parts, i);
    str_buf_printf(out,
        " City,제%zu도,第%zu県,Province %zu,%zu번째 도시입니다.,%zu番目の都市です。,City number "
        "%zu.\n",
        i % 47, i % 47, i % 47, i, i, i);
}

static bool
write_cities(const char *folder, size_t cities, struct err *err) {
    struct str_buf out = {0}, relations = {0};
    struct arena arena;
    arena_init(&arena);
    str_buf_add(&out, STR("id,country,kind,role,position,latitude,longitude,reading_ja,source,"
                          "name_ko,name_ja,name_en,region_ko,region_ja,region_en,lead_ko,lead_ja,"
                          "lead_en\n"));
    str_buf_add(&relations, STR("id,city,partner,kind,since,status,position,source\n"));
    for (size_t i = 0; i < cities; i++) {
        add_city(&out, i);
        if (i > 0) {
            str_buf_printf(&relations, "r-%zu,city-0,city-%zu,%s,%zu,active,%zu,all\n", i, i,
                i % 5 == 0 ? "friendship" : "sister", 1960 + i % 20, i);
        }
    }
    bool ok =
        file_replace(arena_printf(&arena, "%s/cities.csv", folder).p, str_buf_str(&out), err) &&
        file_replace(
            arena_printf(&arena, "%s/relations.csv", folder).p, str_buf_str(&relations), err);
    str_buf_finish(&out);
    str_buf_finish(&relations);
    arena_finish(&arena);
    return ok;
}

static void
add_event(struct str_buf *out, size_t i, size_t cities) {
    size_t city = cities > 1 ? 1 + i % (cities - 1) : 0, kind = (i / 7) % ARRAY_LEN(kinds);
    str_buf_printf(out, "event-%zu,city-%zu,", i, city);
    if (city > 0) {
        str_buf_printf(out, "r-%zu", city);
    }
    str_buf_printf(out, ",%zu-%02zu-%02zu,%s,%zu,all,%zu회 %s,第%zu回 %s,%s %zu,", 1980 + i % 40,
        1 + i % 12, 1 + i % 28, kinds[kind], i, i, ko_titles[kind], i, ja_titles[kind],
        en_titles[kind], i);
    str_buf_printf(out, "%zu명이 오갔습니다.,%zu人が行き来しました。,%zu people took part.\n",
        i % 90, i % 90, i % 90);
}

static bool
write_events(const char *folder, size_t cities, size_t events, struct err *err) {
    struct str_buf out = {0};
    struct arena arena;
    arena_init(&arena);
    str_buf_add(&out, STR("id,city,relation,date,kind,position,source,title_ko,title_ja,title_en,"
                          "detail_ko,detail_ja,detail_en\n"));
    for (size_t i = 0; i < events; i++) {
        add_event(&out, i, cities);
    }
    bool ok = file_replace(arena_printf(&arena, "%s/events.csv", folder).p, str_buf_str(&out), err);
    str_buf_finish(&out);
    arena_finish(&arena);
    return ok;
}

static bool
write_fixed(const char *folder, const char *name, const char *text, struct err *err) {
    struct arena arena;
    arena_init(&arena);
    bool ok = file_replace(arena_printf(&arena, "%s/%s", folder, name).p, str_from(text), err);
    arena_finish(&arena);
    return ok;
}

bool
generate_folder(const char *folder, size_t cities, size_t events, struct err *err) {
    return write_fixed(folder, "sources.csv", fixed_sources, err) &&
           write_fixed(folder, "sections.csv", fixed_sections, err) &&
           write_fixed(folder, "countries.csv", fixed_countries, err) &&
           write_cities(folder, cities, err) && write_events(folder, cities, events, err);
}
