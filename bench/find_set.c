#include "bench/find_set.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/file.h"
#include "content/search_index.h"
#include "content/search/sql.h"
#include "content/store/store_private.h"
#include "i18n/edtf.h"

/* Names are three of these in a row: no two of 22 * 22 * 22 are alike. */
static const struct part {
    const char *ko, *ja, *kana, *latin;
} parts[] = {{"하마", "浜", "はま", "hama"}, {"마쓰", "松", "まつ", "matsu"},
    {"야마", "山", "やま", "yama"}, {"가와", "川", "かわ", "kawa"}, {"시마", "島", "しま", "shima"},
    {"기타", "北", "きた", "kita"}, {"니시", "西", "にし", "nishi"}, {"도요", "豊", "とよ", "toyo"},
    {"나가", "長", "なが", "naga"}, {"사키", "崎", "さき", "saki"}, {"다카", "高", "たか", "taka"},
    {"후쿠", "福", "ふく", "fuku"}, {"오카", "岡", "おか", "oka"}, {"이시", "石", "いし", "ishi"},
    {"구마", "熊", "くま", "kuma"}, {"모토", "本", "もと", "moto"}, {"미야", "宮", "みや", "miya"},
    {"아사", "朝", "あさ", "asa"}, {"히로", "広", "ひろ", "hiro"}, {"쓰루", "鶴", "つる", "tsuru"},
    {"하라", "原", "はら", "hara"}, {"누마", "沼", "ぬま", "numa"}};
enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static const struct {
    const char *kind, *ko, *ja, *en;
} happenings[] = {
    {"agreement", "자매결연 협정 체결", "姉妹提携の協定を締結", "Sister-city agreement"},
    {"administration", "행정교류 대표단 방문", "行政交流の代表団が訪問", "Visit of officials"},
    {"youth", "청소년 홈스테이", "青少年のホームステイ", "Youth homestay"},
    {"culture", "음악 축제 공연", "音楽祭での公演", "Concert at the music festival"},
    {"economy", "경제 상담회", "経済商談会", "Business meeting"},
    {"donation", "도서 기증", "図書の寄贈", "Donation of books"},
    {"school", "고등학교 교환 방문", "高校の相互訪問", "Exchange between high schools"},
    {"meeting", "환경 회의", "環境会議", "Conference on the environment"}};

static void
city_parts(size_t city, const struct part *out[3]) {
    out[0] = &parts[city % PARTS];
    out[1] = &parts[city / PARTS % PARTS];
    out[2] = &parts[city / PARTS / PARTS % PARTS];
}

enum script { SCRIPT_KO, SCRIPT_JA, SCRIPT_LATIN, SCRIPT_KANA };

static struct str
city_name(struct arena *arena, size_t city, enum script script) {
    const struct part *p[3];
    struct str_buf name = {0};
    city_parts(city, p);
    for (int i = 0; i < 3; i++) {
        const char *const forms[] = {p[i]->ko, p[i]->ja, p[i]->latin, p[i]->kana};
        str_buf_add(&name, str_from(forms[script]));
    }
    struct str out = arena_str(arena, str_buf_str(&name));
    str_buf_finish(&name);
    if (script == SCRIPT_LATIN && out.n > 0) {
        ((char *)out.p)[0] = (char)(out.p[0] - 'a' + 'A');
    }
    return out;
}

static bool
run(sqlite3 *db, const char *sql, struct err *err) {
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        return err_set(err, ERR_IO, "cannot make the large set: %s", sqlite3_errmsg(db));
    }
    return true;
}

static const char fixed[] =
    "INSERT INTO info VALUES ('home', 'city-0'), ('content_hash', 'made-up');"
    "INSERT INTO sources VALUES ('made-up', 'document', '2026');"
    "INSERT INTO sections VALUES ('made-up', 'made-up', 1, NULL);"
    "INSERT INTO countries VALUES ('jp', 'にほん', 'made-up');"
    "INSERT INTO countries_text VALUES ('jp', 'ko', '일본'), ('jp', 'ja', '日本'),"
    " ('jp', 'en', 'Japan');";

static struct str
numbered(struct arena *arena, const char *const around[2], size_t number) {
    return arena_printf(arena, "%s%zu%s", around[0], number, around[1]);
}

static bool
add_cities(sqlite3 *db, struct arena *arena, size_t cities, struct err *err) {
    struct search_sql base, text, relation;
    search_sql_open(&base, db,
        "INSERT INTO cities VALUES (?1, 'jp', 'city', ?2, ?3, NULL, NULL, NULL, NULL, ?4, "
        "'made-up')");
    search_sql_open(&text, db, "INSERT INTO cities_text VALUES (?1, ?2, ?3, ?4, ?5, '')");
    search_sql_open(&relation, db,
        "INSERT INTO relations VALUES (?1, 'city-0', ?2, 'sister', ?3, 'active', ?4, 'made-up')");
    static const char *const endings[] = {"시", "市", " City"};
    static const char *const regions[][2] = {{"제", "도"}, {"第", "県"}, {"Province ", ""}};
    static const char *const leads[][2] = {{"음악과 산업의 ", "번째 도시입니다."},
        {"音楽と産業の", "番目の都市です。"}, {"City number ", " of music and industry."}};
    for (size_t i = 0; i < cities; i++) {
        arena_reset(arena);
        struct str id = arena_printf(arena, "city-%zu", i);
        search_sql_bind_str(&base, 1, id);
        search_sql_bind_str(&base, 2, i == 0 ? STR("home") : STR("sister"));
        search_sql_bind_int(&base, 3, (int64_t)i);
        search_sql_bind_str(&base, 4, city_name(arena, i, SCRIPT_KANA));
        search_sql_run(&base);
        for (int l = 0; l < LOCALE_COUNT; l++) {
            struct str name = city_name(arena, i, (enum script)l);
            search_sql_bind_str(&text, 1, id);
            search_sql_bind_str(&text, 2, str_from(locale_tag((enum locale_id)l)));
            search_sql_bind_str(&text, 3, arena_printf(arena, "%.*s%s", STR_ARG(name), endings[l]));
            search_sql_bind_str(&text, 4, numbered(arena, regions[l], i % 47));
            search_sql_bind_str(&text, 5, numbered(arena, leads[l], i));
            search_sql_run(&text);
        }
        if (i > 0) {
            search_sql_bind_str(&relation, 1, arena_printf(arena, "relation-%zu", i));
            search_sql_bind_str(&relation, 2, id);
            search_sql_bind_str(&relation, 3, arena_printf(arena, "%zu", 1960 + i % 50));
            search_sql_bind_int(&relation, 4, (int64_t)i);
            search_sql_run(&relation);
        }
    }
    bool ok = search_sql_end(&base, "making places", err);
    ok = search_sql_end(&text, "making places", ok ? err : NULL) && ok;
    return search_sql_end(&relation, "making places", ok ? err : NULL) && ok;
}

static bool
add_events(sqlite3 *db, struct arena *arena, size_t cities, size_t events, struct err *err) {
    struct search_sql base, text;
    search_sql_open(&base, db,
        "INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, NULL, NULL, NULL, ?6, 'made-up', ?7, ?8,"
        " ?8)");
    search_sql_open(&text, db, "INSERT INTO events_text VALUES (?1, ?2, ?3, ?4, '')");
    static const char *const details[][2] = {
        {"", "명이 오갔습니다."}, {"", "人が行き来しました。"}, {"", " people took part."}};
    for (size_t i = 0; i < events; i++) {
        arena_reset(arena);
        size_t city = cities > 1 ? 1 + i % (cities - 1) : 0, kind = i / 7 % ARRAY_LEN(happenings);
        struct str id = arena_printf(arena, "event-%zu", i);
        struct str date =
            arena_printf(arena, "%zu-%02zu-%02zu", 1980 + i % 40, 1 + i / 3 % 12, 1 + i % 28);
        struct edtf parsed;
        xassert(edtf_parse(date, &parsed, NULL));
        search_sql_bind_str(&base, 1, id);
        search_sql_bind_str(&base, 2, arena_printf(arena, "city-%zu", city));
        search_sql_bind_str(&base, 3, arena_printf(arena, "relation-%zu", city ? city : 1));
        search_sql_bind_str(&base, 4, date);
        search_sql_bind_str(&base, 5, str_from(happenings[kind].kind));
        search_sql_bind_int(&base, 6, (int64_t)i);
        search_sql_bind_int(&base, 7, edtf_sort_key(&parsed));
        search_sql_bind_int(&base, 8, parsed.from.year);
        search_sql_run(&base);
        for (int l = 0; l < LOCALE_COUNT; l++) {
            const char *const titles[] = {
                happenings[kind].ko, happenings[kind].ja, happenings[kind].en};
            struct str name = city_name(arena, city, (enum script)l);
            search_sql_bind_str(&text, 1, id);
            search_sql_bind_str(&text, 2, str_from(locale_tag((enum locale_id)l)));
            search_sql_bind_str(&text, 3, arena_printf(arena, "%.*s %s", STR_ARG(name), titles[l]));
            search_sql_bind_str(&text, 4, numbered(arena, details[l], i % 997));
            search_sql_run(&text);
        }
    }
    bool ok = search_sql_end(&base, "making events", err);
    return search_sql_end(&text, "making events", ok ? err : NULL) && ok;
}

bool
bench_set_make_large(
    const char *path, size_t cities, size_t events, uint64_t *index_ns, struct err *err) {
    sqlite3 *db = NULL;
    struct arena arena;
    arena_init(&arena);
    bool ok = sqlite3_open(path, &db) == SQLITE_OK ||
              err_set(err, ERR_IO, "cannot write %s: %s", path, sqlite3_errmsg(db));
    ok = ok && run(db, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", err) &&
         run(db, store_schema, err) && run(db, "BEGIN", err) && run(db, fixed, err) &&
         add_cities(db, &arena, cities, err) && add_events(db, &arena, cities, events, err);
    uint64_t start = clock_system_ns();
    ok = ok && search_index_build(db, err);
    *index_ns = clock_system_ns() - start;
    ok = ok && run(db, "COMMIT", err);
    sqlite3_close(db);
    arena_finish(&arena);
    return ok;
}

/* One slip of a finger: two neighbouring letters change places. */
static struct str
with_slip(struct arena *arena, struct str name) {
    struct str out = arena_str(arena, name);
    char *p = (char *)out.p;
    size_t at = out.n / 2;
    char c = p[at];
    p[at] = p[at - 1];
    p[at - 1] = c;
    return out;
}

static struct str
first_consonants(struct arena *arena, struct str hangul) {
    static const char *const jamo[] = {"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ", "ㅂ", "ㅃ", "ㅅ",
        "ㅆ", "ㅇ", "ㅈ", "ㅉ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
    struct str out = {0};
    for (size_t at = 0; at + 2 < hangul.n; at += 3) {
        const unsigned char *p = (const unsigned char *)hangul.p + at;
        uint32_t c = (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
        out = arena_printf(arena, "%.*s%s", STR_ARG(out), jamo[(c - 0xAC00) / 588]);
    }
    return out;
}

void
bench_set_of_large(struct arena *arena, size_t cities, struct bench_set *out) {
    static const char *const kinds[] = {"hangul", "beginning", "kanji", "kana", "romaji", "slip",
        "initials", "with-year", "with-word", "word"};
    enum { COUNT = 320 };
    out->queries = ARENA_ARRAY(arena, COUNT, struct bench_query);
    out->count = COUNT;
    for (size_t i = 0; i < COUNT; i++) {
        size_t city = 1 + i * 7919 % (cities - 1), kind = i % ARRAY_LEN(kinds);
        struct str ko = city_name(arena, city, SCRIPT_KO);
        struct str latin = city_name(arena, city, SCRIPT_LATIN);
        struct str texts[] = {ko, str_slice(ko, 0, ko.n - 3), city_name(arena, city, SCRIPT_JA),
            city_name(arena, city, SCRIPT_KANA), latin, with_slip(arena, latin),
            first_consonants(arena, ko),
            arena_printf(arena, "%.*s %zu", STR_ARG(ko), 1980 + city % 40),
            arena_printf(arena, "%.*s concert", STR_ARG(latin)),
            arena_printf(arena, "%.*s 音楽祭", STR_ARG(city_name(arena, city, SCRIPT_JA)))};
        out->queries[i] = (struct bench_query){.text = texts[kind],
            .expected = arena_printf(arena, "cities/city-%zu", city),
            .kind = str_from(kinds[kind]),
            .locale = (enum locale_id)(i % LOCALE_COUNT)};
    }
}

bool
bench_set_read(struct arena *arena, const char *path, struct bench_set *out, struct err *err) {
    struct str rest, line;
    if (!file_read(path, FILE_LIMIT_DEFAULT, arena, &rest, err)) {
        return false;
    }
    size_t lines = 0;
    for (size_t i = 0; i < rest.n; i++) {
        lines += rest.p[i] == '\n';
    }
    *out = (struct bench_set){.queries = ARENA_ARRAY(arena, lines + 1, struct bench_query)};
    str_split(&rest, '\n', &line); // the header
    while (str_split(&rest, '\n', &line)) {
        struct bench_query *q = &out->queries[out->count];
        struct str tag = {0};
        bool is_whole = str_split(&line, '\t', &q->text) && str_split(&line, '\t', &tag) &&
                        str_split(&line, '\t', &q->expected) && str_split(&line, '\t', &q->kind);
        q->kind = str_trim(q->kind);
        out->count += is_whole && locale_from_tag(tag, &q->locale);
    }
    return true;
}

bool
bench_set_from_names(struct arena *arena, sqlite3 *db, struct bench_set *out, struct err *err) {
    enum { MAX = 600 };
    struct search_sql sql;
    *out = (struct bench_set){.queries = ARENA_ARRAY(arena, MAX, struct bench_query)};
    search_sql_open(&sql, db,
        "SELECT t.title, t.locale, d.path, d.kind FROM search_docs d JOIN search_texts t"
        " ON t.doc = d.id WHERE t.title <> '' AND (d.id % 10 = 1 OR d.kind = 'city')"
        " ORDER BY d.id, t.locale LIMIT 600");
    while (out->count < MAX && search_sql_step(&sql)) {
        struct bench_query *q = &out->queries[out->count];
        q->text = arena_str(arena, search_sql_str(&sql, 0));
        q->expected = arena_str(arena, search_sql_str(&sql, 2));
        q->kind = arena_str(arena, search_sql_str(&sql, 3));
        out->count += locale_from_tag(search_sql_str(&sql, 1), &q->locale);
    }
    return search_sql_end(&sql, "choosing queries", err);
}
