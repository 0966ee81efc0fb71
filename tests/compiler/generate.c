#include "compiler/generate.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "compiler/generate_private.h"

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
    "staff", "administration", "youth", "culture", "economy", "visit", "meeting", "donation"};
static const char *const ko_titles[] = {"협정 체결", "공무원 교류", "청소년 홈스테이", "문화 공연",
    "경제 상담회", "대표단 방문", "실무 회의", "도서 기증"};
static const char *const ja_titles[] = {"協定の締結", "職員の交流", "青少年のホームステイ",
    "文化公演", "経済商談会", "代表団の訪問", "実務会議", "図書の寄贈"};
static const char *const en_titles[] = {"Agreement signed", "Exchange of officials",
    "Youth homestay", "Cultural performance", "Business meeting", "Visit of a delegation",
    "Working meeting", "Donation of books"};

static void
add_name(struct str_buf *out, const char *const parts[16], size_t number) {
    do {
        str_buf_add(out, str_from(parts[number % 16]));
        number /= 16;
    } while (number > 0);
}

void
generate_name_ko(struct str_buf *out, size_t number) {
    add_name(out, ko_parts, number);
}

void
generate_name_ja(struct str_buf *out, size_t number) {
    add_name(out, ja_parts, number);
}

void
generate_name_reading(struct str_buf *out, size_t number) {
    add_name(out, ja_readings, number);
}

void
generate_name_en(struct str_buf *out, size_t number) {
    add_name(out, en_parts, number);
}

bool
generate_write(const char *folder, const char *name, struct str_buf *out, struct err *err) {
    struct arena arena;
    arena_init(&arena);
    bool ok = file_replace(arena_printf(&arena, "%s/%s", folder, name).p, str_buf_str(out), err);
    str_buf_finish(out);
    arena_finish(&arena);
    return ok;
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
write_cities(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0}, relations = {0};
    str_buf_add(&out, STR("id,country,kind,role,position,latitude,longitude,reading_ja,source,"
                          "name_ko,name_ja,name_en,region_ko,region_ja,region_en,lead_ko,lead_ja,"
                          "lead_en\n"));
    str_buf_add(&relations, STR("id,city,partner,kind,since,status,position,source\n"));
    for (size_t i = 0; i < sizes->cities; i++) {
        add_city(&out, i);
        if (i > 0) {
            str_buf_printf(&relations, "r-%zu,city-0,city-%zu,%s,%zu,active,%zu,all\n", i, i,
                i % 5 == 0 ? "friendship" : "sister", 1960 + i % 20, i);
        }
    }
    bool ok = generate_write(folder, "cities.csv", &out, err);
    return generate_write(folder, "relations.csv", &relations, err) && ok;
}

static void
add_event(struct str_buf *out, const char *id, size_t i, size_t city) {
    size_t kind = (i / 7) % ARRAY_LEN(kinds);
    str_buf_printf(out, "%s-%zu,city-%zu,", id, i, city);
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
write_events(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    size_t cities = sizes->cities;
    str_buf_add(&out, STR("id,city,relation,date,kind,position,source,title_ko,title_ja,title_en,"
                          "detail_ko,detail_ja,detail_en\n"));
    for (size_t i = 0; i < sizes->events; i++) {
        add_event(&out, "event", i, cities > 1 ? 1 + i % (cities - 1) : 0);
    }
    for (size_t i = 0; i < sizes->own_events; i++) {
        add_event(&out, "own", sizes->events + i, cities > 1);
    }
    return generate_write(folder, "events.csv", &out, err);
}

static bool
write_countries(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    (void)sizes;
    str_buf_add(&out, str_from(fixed_countries));
    return generate_write(folder, "countries.csv", &out, err);
}

bool
generate_sized(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    static generate_table *const tables[] = {generate_sections, write_countries, write_cities,
        write_events, generate_terms, generate_phrases, generate_schools, generate_figures,
        generate_people, generate_facts, generate_names, generate_articles};
    xassert(sizes->cities > 0);
    for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
        if (!tables[i](folder, sizes, err)) {
            return false;
        }
    }
    return true;
}

bool
generate_folder(const char *folder, size_t cities, size_t events, struct err *err) {
    struct generate_sizes sizes = {.cities = cities, .events = events};
    return generate_sized(folder, &sizes, err);
}

struct generate_sizes
generate_sizes_scale(void) {
    return (struct generate_sizes){.cities = 2000,
        .events = 100000,
        .terms = 20000,
        .phrases = 10000,
        .links = 10000,
        .figures = 20000,
        .people = 5000,
        .sections = 5000,
        .articles = 300,
        .own_events = 5000,
        .facts = 2000,
        .names = 500};
}

struct generate_sizes
generate_sizes_broad(void) {
    return (struct generate_sizes){.cities = 130,
        .events = 400,
        .terms = 300,
        .phrases = 200,
        .links = 160,
        .figures = 260,
        .people = 90,
        .sections = 90,
        .articles = 70,
        .own_events = 200,
        .facts = 150,
        .names = 160};
}
