/* The tables beside cities and events, whose words come from generate_words.h. */
#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "compiler/generate_private.h"
#include "compiler/generate_words.h"

static const char *const term_categories[] = {"exchange", "meeting", "institutions", "ranks",
    "administration", "assembly", "finance", "economy", "statistics", "culture", "history",
    "safety", "wording"};
static const char *const phrase_categories[] = {"greeting", "cards", "introduction", "thanks",
    "meeting", "questions", "meal", "travel", "emergency", "farewell"};
static const char *const fact_kinds[] = {"location", "climate", "government", "administration",
    "history", "character", "industry", "background", "purpose", "plan", "problem", "effort"};

/* Half of all in the first one. */
static const char *
category_of(const char *const *categories, size_t count, size_t i) {
    return categories[i % 2 == 0 ? 0 : 1 + i / 2 % (count - 1)];
}

/* Three words make 4,096 names; beyond that they are numbered. */
struct triple {
    const struct generate_word *field, *work, *body;
    size_t round;
};

static struct triple
triple_of(size_t i) {
    return (struct triple){&generate_fields[i % 16], &generate_works[i / 16 % 16],
        &generate_bodies[(i / 256 + i) % 16], i / 4096};
}

static void
add_triple(struct str_buf *out, size_t i) {
    struct triple t = triple_of(i);
    str_buf_printf(out, "%s %s %s", t.field->ko, t.work->ko, t.body->ko);
    if (t.round > 0) {
        str_buf_printf(out, " %zu", t.round + 1);
    }
    str_buf_printf(out, ",%s%s%s", t.field->ja, t.work->ja, t.body->ja);
    if (t.round > 0) {
        str_buf_printf(out, "%zu", t.round + 1);
    }
    str_buf_printf(out, ",%s %s %s", t.field->en, t.work->en, t.body->en);
    if (t.round > 0) {
        str_buf_printf(out, " %zu", t.round + 1);
    }
}

bool
generate_terms(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    struct arena arena;
    arena_init(&arena);
    const char *below = arena_printf(&arena, "%s/glossary", folder).p;
    str_buf_add(&out, STR("id,category,reading_ja,roman_ja,roman_ko,position,source,term_ko,"
                          "term_ja,term_en,definition_ko,definition_ja,definition_en\n"));
    for (size_t i = 0; i < sizes->terms; i++) {
        struct triple t = triple_of(i);
        str_buf_printf(&out, "term-%zu,%s,%s%s%s,%s %s %s,%s %s %s,%zu,all,", i,
            category_of(term_categories, ARRAY_LEN(term_categories), i), t.field->reading,
            t.work->reading, t.body->reading, t.field->roman_ja, t.work->roman_ja, t.body->roman_ja,
            t.field->roman_ko, t.work->roman_ko, t.body->roman_ko, i);
        add_triple(&out, i);
        str_buf_printf(&out, ",%s 분야의 %s 업무에 쓰는 말입니다.,", t.field->ko, t.work->ko);
        str_buf_printf(&out, "%s分野の%sの仕事で使う言葉です。,", t.field->ja, t.work->ja);
        str_buf_printf(&out, "A word from the work of %s in this field.\n", t.work->en);
    }
    bool ok = sizes->terms == 0 ||
              (file_make_directory(below, err) && generate_write(below, "terms.csv", &out, err));
    str_buf_finish(&out);
    arena_finish(&arena);
    return ok;
}

bool
generate_phrases(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    str_buf_add(&out, STR("id,category,position,reading_ja,roman_ja,roman_ko,hangul_ja,kana_ko,"
                          "text_ko,text_ja,text_en,source\n"));
    for (size_t i = 0; i < sizes->phrases; i++) {
        const struct generate_word *time = &generate_times[i % 8];
        const struct generate_word *place = &generate_places[i / 8 % 8];
        const struct generate_word *deed = &generate_deeds[(i / 64 + i) % 8];
        str_buf_printf(&out, "phrase-%zu,%s,%zu,%s%s%s,%s %s %s,", i,
            category_of(phrase_categories, ARRAY_LEN(phrase_categories), i), i, time->reading,
            place->reading, deed->reading, time->roman_ja, place->roman_ja, deed->roman_ja);
        str_buf_printf(&out, "%s %s %s,%s %s %s,%s %s %s,", time->roman_ko, place->roman_ko,
            deed->roman_ko, time->hangul_ja, place->hangul_ja, deed->hangul_ja, time->kana_ko,
            place->kana_ko, deed->kana_ko);
        str_buf_printf(&out, "%s %s %s,%s%s%s,%s %s %s.,all\n", time->ko, place->ko, deed->ko,
            time->ja, place->ja, deed->ja, deed->en, place->en, time->en);
    }
    return generate_write(folder, "phrases.csv", &out, err);
}

static const char *const levels[] = {"elementary", "middle", "high"};
static const char *const levels_ko[] = {"초등학교", "중학교", "고등학교"};
static const char *const levels_ja[] = {"小学校", "中学校", "高等学校"};
static const char *const levels_reading[] = {
    "しょうがっこう", "ちゅうがっこう", "こうとうがっこう"};
static const char *const levels_en[] = {"Elementary School", "Middle School", "High School"};

static void
add_school(struct str_buf *out, const char *id, const char *country, size_t i) {
    size_t level = i % ARRAY_LEN(levels);
    str_buf_printf(out, "%s-%zu,%s,%s,%zu,", id, i, country, levels[level], i);
    generate_name_ko(out, i);
    str_buf_printf(out, "%s,", levels_ko[level]);
    generate_name_reading(out, i);
    str_buf_printf(out, "%s,", levels_reading[level]);
    generate_name_ko(out, i);
    str_buf_printf(out, "%s,", levels_ko[level]);
    generate_name_ja(out, i);
    str_buf_printf(out, "%s,", levels_ja[level]);
    generate_name_en(out, i);
    str_buf_printf(out, " %s,all\n", levels_en[level]);
}

bool
generate_schools(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf schools = {0}, links = {0};
    str_buf_add(&schools, STR("id,country,level,position,written,reading_ja,name_ko,name_ja,"
                              "name_en,source\n"));
    str_buf_add(&links, STR("id,school,partner,date,position,source,field_ko,field_ja,field_en\n"));
    for (size_t i = 0; i < sizes->links; i++) {
        const struct generate_word *field = &generate_fields[i % 16];
        if (i % 8 == 0) {
            add_school(&schools, "ours", "kr", i / 8);
        }
        add_school(&schools, "theirs", "jp", i);
        str_buf_printf(&links, "link-%zu,ours-%zu,theirs-%zu,%zu-%02zu-%02zu,%zu,all,", i, i / 8, i,
            1990 + i % 20, 1 + i % 12, 1 + i % 28, i);
        str_buf_printf(&links, "%s 교류,%s交流,%s exchange\n", field->ko, field->ja, field->en);
    }
    bool ok = generate_write(folder, "schools.csv", &schools, err);
    return generate_write(folder, "school-links.csv", &links, err) && ok;
}

static void
add_zone(struct str_buf *out, size_t i) {
    str_buf_printf(
        out, "zone-%zu,cities/city-0,companies,%zu,%zu,people,2020,zones,all,", i, i, 10 + i);
    generate_name_ko(out, i);
    str_buf_add(out, STR("동,"));
    generate_name_ja(out, i);
    str_buf_add(out, STR("洞,"));
    generate_name_en(out, i);
    str_buf_add(out, STR("-dong\n"));
}

static void
add_profile(struct str_buf *out, size_t i, size_t cities) {
    static const struct {
        const char *unit, *labels;
    } figures[] = {{"people", "인구,人口,Population"}, {"km2", "면적,面積,Area"},
        {"households", "세대,世帯,Households"}, {"schools", "학교,学校,Schools"}};
    size_t which = i % ARRAY_LEN(figures), city = 1 + i / ARRAY_LEN(figures) % (cities - 1);
    str_buf_printf(out, "profile-%zu,cities/city-%zu,partner-profile,%zu,%zu,%s,2020,,all,%s\n", i,
        city, city * 10000 + i, 100 + i * 37 % 90000, figures[which].unit, figures[which].labels);
}

bool
generate_figures(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    size_t zones = sizes->figures / 2, sum = 0;
    for (size_t i = 0; i < zones; i++) {
        sum += 10 + i;
    }
    str_buf_add(&out, STR("id,subject,group,position,value,unit,as_of,total,source,label_ko,"
                          "label_ja,label_en\n"));
    if (zones > 0) {
        str_buf_printf(&out,
            "zones,cities/city-0,foreigners-scope,1,%zu,people,2020,,all,등록외국인,登録外国人,"
            "Registered foreign residents\n",
            sum);
    }
    for (size_t i = 0; i < zones; i++) {
        add_zone(&out, i);
    }
    for (size_t i = zones; i < sizes->figures && sizes->cities > 1; i++) {
        add_profile(&out, i - zones, sizes->cities);
    }
    return generate_write(folder, "figures.csv", &out, err);
}

static void
add_pair(struct str_buf *out, const char *a, const char *b, const char *between, size_t round) {
    str_buf_printf(out, "%s%s%s", a, between, b);
    for (; round > 0; round /= 16) {
        str_buf_printf(out, " %s", generate_givens[round % 16].en);
    }
}

bool
generate_people(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    str_buf_add(&out, STR("id,position,reading_ja,source,name_ko,name_ja,name_en,organisation_ko,"
                          "organisation_ja,organisation_en,role_ko,role_ja,role_en\n"));
    for (size_t i = 0; i < sizes->people; i++) {
        const struct generate_word *family = &generate_families[i % 16];
        const struct generate_word *given = &generate_givens[(i / 16 + i) % 16];
        const struct generate_word *field = &generate_fields[i / 3 % 16];
        str_buf_printf(&out, "person-%zu,%zu,%s %s,all,", i, i, family->reading, given->reading);
        add_pair(&out, family->ko, given->ko, "", 0);
        str_buf_printf(&out, ",%s %s,", family->ja, given->ja);
        add_pair(&out, family->en, given->en, " ", i / 256);
        str_buf_printf(&out, ",%s 협의회,%s協議会,%s council,", field->ko, field->ja, field->en);
        str_buf_add(&out, STR("담당자,担当者,Officer in charge\n"));
    }
    return generate_write(folder, "people.csv", &out, err);
}

bool
generate_sections(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf sources = {0}, sections = {0};
    str_buf_add(&sources, STR("id,kind,date,title_ko,title_ja,title_en\n"
                              "made,document,2026,만든 자료,作った資料,Made-up papers\n"));
    str_buf_add(&sections, STR("id,source_id,position,title_ko,title_ja,title_en\n"
                               "all,made,1,전체,全体,Everything\n"));
    for (size_t i = 0; i < sizes->sections; i++) {
        if (i % 10 == 0) {
            str_buf_printf(&sources, "source-%zu,document,%zu,", i / 10, 1990 + i / 10 % 30);
            add_triple(&sources, i);
            str_buf_byte(&sources, '\n');
        }
        str_buf_printf(&sections, "section-%zu,source-%zu,%zu,", i, i / 10, i % 10 + 1);
        add_triple(&sections, i + 7);
        str_buf_byte(&sections, '\n');
    }
    bool ok = generate_write(folder, "sources.csv", &sources, err);
    return generate_write(folder, "sections.csv", &sections, err) && ok;
}

bool
generate_facts(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    size_t city = sizes->cities > 1;
    str_buf_add(&out, STR("id,subject,kind,position,source,text_ko,text_ja,text_en\n"));
    for (size_t i = 0; i < sizes->facts; i++) {
        struct triple t = triple_of(i);
        str_buf_printf(&out, "fact-%zu,cities/city-%zu,%s,%zu,all,", i, city,
            fact_kinds[i % ARRAY_LEN(fact_kinds)], i);
        str_buf_printf(
            &out, "%s %s 사업을 해마다 %zu곳에서 펼칩니다.,", t.field->ko, t.work->ko, i + 2);
        str_buf_printf(
            &out, "%s%sの事業を毎年%zuか所で行っています。,", t.field->ja, t.work->ja, i + 2);
        str_buf_printf(
            &out, "%s %s goes on in %zu places every year.\n", t.field->en, t.work->en, i + 2);
    }
    return generate_write(folder, "facts.csv", &out, err);
}

bool
generate_names(const char *folder, const struct generate_sizes *sizes, struct err *err) {
    struct str_buf out = {0};
    struct arena arena;
    arena_init(&arena);
    const char *below = arena_printf(&arena, "%s/names", folder).p;
    str_buf_add(&out, STR("record,lang,kind,text,source\n"));
    for (size_t i = 0; i < sizes->names; i++) {
        str_buf_printf(&out, "cities/city-%d,%s,%s,", sizes->cities > 1,
            i % 3 == 0   ? "ko"
            : i % 3 == 1 ? "ja"
                         : "en",
            i % 2 ? "alias" : "old");
        size_t number = 5000 + i;
        if (i % 3 == 0) {
            generate_name_ko(&out, number);
        } else if (i % 3 == 1) {
            generate_name_ja(&out, number);
        } else {
            generate_name_en(&out, number);
        }
        str_buf_add(&out, STR(",all\n"));
    }
    bool ok = sizes->names == 0 ||
              (file_make_directory(below, err) && generate_write(below, "cities.csv", &out, err));
    str_buf_finish(&out);
    arena_finish(&arena);
    return ok;
}
