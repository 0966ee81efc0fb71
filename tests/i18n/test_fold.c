#include "test.h"

#include "base/utf8.h"
#include "i18n/fold.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct pair {
    const char *a, *b;
};

static void
assert_same_key(const char *a, const char *b, bool same) {
    struct arena arena;
    arena_init(&arena);
    struct str key_a = fold_key(&arena, str_from(a)), key_b = fold_key(&arena, str_from(b));
    if (str_eq(key_a, key_b) != same) {
        fail_msg("\"%s\" and \"%s\" fold to \"%.*s\" and \"%.*s\"", a, b, STR_ARG(key_a),
            STR_ARG(key_b));
    }
    arena_finish(&arena);
}

static void
test_fold__writes_a_word_one_way(void **state) {
    (void)state;
    static const struct pair cases[] = {
        {"HAMAMATSU", "hamamatsu"}, {"Ｈａｍａｍａｔｓｕ", "hamamatsu"}, {"Kyūshū", "kyushu"},
        {"Kyûshû", "kyushu"}, {"Pyŏngyang", "pyongyang"}, {"P'yŏngyang", "pyongyang"},
        {"Bà Rịa–Vũng Tàu", "ba ria vung tau"}, {"Đà Nẵng", "da nang"}, {"Straße", "strasse"},
        {"Łódź", "lodz"}, {"Ærø", "aero"}, {"ЮЖНО-Сахалинск", "южно-сахалинск"}, {"Ёлка", "елка"},
        {"１９８７", "1987"}, {"①", "1"}, {"44,314", "44314"}, {"1,188,000", "1188000"},
        {"㎢", "km2"}, {"ﾊﾏﾏﾂ", "はままつ"}, {"ハママツ", "はままつ"}, {"ﾍﾞﾄﾅﾑ", "べとなむ"},
        {"ﾊﾟﾋﾟ", "ぱぴ"}, {"べ", "べ"}, // NFD
        {"パーティー", "ぱーてぃー"}, {"サｰビス", "さーびす"}, {"霞ヶ関", "霞ケ関"},
        {"濱松", "浜松"}, {"滨松", "浜松"}, {"廣島", "広島"}, {"广岛", "広島"},
        {"國際交流", "国際交流"}, {"国际交流", "国際交流"}, {"佐々木", "佐佐木"},
        {"金", "金"},                                         // compatibility ideograph
        {"髙﨑", "高崎"}, {"𠮷田", "吉田"}, {"안산", "안산"}, // NFD
        {"ᄒᆞᆫ", "ᄒᆞᆫ"}, {"감사 편지", "감사편지"}, {"하마마쓰·안산", "하마마쓰 안산"},
        {"thank-you letter", "thank you letter"}, {"o'clock", "oclock"}, {"citizens’", "citizens"},
        {"葛󠄀飾", "葛飾"}, // variation selector
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_same_key(cases[i].a, cases[i].b, true);
    }
}

static void
test_fold__keeps_apart_what_differs(void **state) {
    (void)state;
    static const struct pair cases[] = {
        {"はま", "ばま"},
        {"ハハ", "パパ"},
        {"美濃", "美波"},
        {"안산", "안삼"},
        {"ansan", "anshan"},
        {"東京", "京東"},
        {"Ya", "Yo"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_same_key(cases[i].a, cases[i].b, false);
    }
}

static void
test_fold__units_know_their_bytes(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct fold fold = fold_text(&arena, STR("Ab ﾍﾞ — 漢"));
    static const struct fold_unit expected[] = {
        {'a', 0, 1}, {'b', 1, 2}, {0x2014, 2, 13}, {0x3079, 3, 9}, {0x6C49, 13, 16}};
    assert_int_equal(fold.count, 6);
    assert_int_equal(fold.units[0].code_point, expected[0].code_point);
    assert_int_equal(fold.units[2].code_point, ' ');
    assert_int_equal(fold.units[3].code_point, expected[3].code_point);
    assert_int_equal(fold.units[3].start, 3);
    assert_int_equal(fold.units[3].end, 9);
    assert_int_equal(fold.units[4].code_point, 0x2014);
    assert_int_equal(fold.units[4].start, 9);
    assert_int_equal(fold.units[4].end, 14);
    assert_int_equal(fold.units[5].start, 14);
    assert_int_equal(fold.units[5].end, 17);
    arena_finish(&arena);
}

/* Every character is the same search word as what ICU simplifies it to, and as what compatibility
 * decomposition makes of it. */
static void
test_fold__han_forms_agree_with_icu(void **state) {
    (void)state;
    UErrorCode status = U_ZERO_ERROR;
    UChar id[32];
    u_uastrcpy(id, "Traditional-Simplified");
    UTransliterator *simplify = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    assert_true(U_SUCCESS(status));
    for (UChar c = 0x3400; c < 0xA000; c++) {
        UChar text[8] = {c};
        int32_t length = 1, limit = 1;
        utrans_transUChars(simplify, text, &length, 8, 0, &limit, &status);
        assert_true(U_SUCCESS(status));
        if (length == 1 && fold_han(text[0]) != fold_han(c)) {
            fail_msg("U+%04X and U+%04X are apart", c, text[0]);
        }
        assert_int_equal(fold_han(fold_han(c)), fold_han(c));
    }
    utrans_close(simplify);
}

/* The old forms (kyujitai) of the joyo kanji that have one of their own, new and old in turn. */
static const char old_forms[] =
    "亜亞悪惡圧壓囲圍医醫為爲壱壹隠隱栄榮営營衛衞駅驛円圓塩鹽縁緣艶艷応應欧歐殴毆桜櫻奥奧横橫"
    "温溫穏穩仮假価價画畫会會絵繪壊壞懐懷拡擴殻殼覚覺学學岳嶽楽樂渇渴缶罐巻卷陥陷勧勸寛寬関關"
    "歓歡観觀気氣既旣帰歸亀龜偽僞戯戲犠犧旧舊拠據挙擧虚虛峡峽挟挾狭狹郷鄕暁曉区區駆驅勲勳薫薰"
    "径徑茎莖恵惠掲揭渓溪経經蛍螢軽輕継繼鶏鷄芸藝撃擊欠缺研硏県縣倹儉剣劍険險圏圈検檢献獻権權"
    "顕顯験驗厳嚴広廣効效恒恆黄黃鉱鑛号號国國黒黑砕碎済濟斎齋剤劑雑雜参參桟棧蚕蠶惨慘賛贊残殘"
    "糸絲歯齒児兒辞辭湿濕実實写寫釈釋寿壽収收従從渋澁獣獸縦縱粛肅処處叙敍尚尙将將称稱渉涉焼燒"
    "証證奨奬条條状狀乗乘浄淨剰剩畳疊縄繩壌壤嬢孃譲讓醸釀触觸嘱囑真眞寝寢慎愼尽盡図圖粋粹酔醉"
    "穂穗随隨髄髓枢樞数數瀬瀨声聲斉齊静靜窃竊摂攝専專浅淺戦戰践踐銭錢潜潛繊纖禅禪双雙壮壯争爭"
    "荘莊捜搜挿插巣巢曽曾痩瘦装裝総總騒騷増增蔵藏臓臟即卽属屬続續堕墮対對体體帯帶滞滯台臺滝瀧"
    "択擇沢澤担擔単單胆膽団團断斷弾彈遅遲痴癡虫蟲昼晝鋳鑄庁廳徴徵聴聽勅敕鎮鎭逓遞鉄鐵点點転轉"
    "伝傳灯燈当當党黨盗盜稲稻闘鬪徳德独獨読讀届屆弐貳悩惱脳腦覇霸拝拜廃廢売賣麦麥発發髪髮抜拔"
    "蛮蠻秘祕浜濱瓶甁払拂仏佛併倂並竝餅餠辺邊変變弁辨弁瓣弁辯歩步宝寶豊豐褒襃翻飜毎每万萬満滿"
    "麺麵黙默弥彌訳譯薬藥与與予豫余餘誉譽揺搖様樣謡謠来來頼賴乱亂覧覽竜龍両兩猟獵緑綠涙淚塁壘"
    "礼禮励勵戻戾霊靈齢齡暦曆歴歷恋戀炉爐労勞郎郞楼樓録錄湾灣";

static void
test_fold__knows_the_old_forms(void **state) {
    (void)state;
    struct str s = {old_forms, sizeof(old_forms) - 1};
    size_t pairs = 0;
    for (size_t at = 0; at < s.n; pairs++) {
        uint32_t now = utf8_next(s, &at), old = utf8_next(s, &at);
        assert_int_not_equal(now, old);
        if (fold_han(now) != fold_han(old)) {
            fail_msg("U+%04X and U+%04X are apart", (unsigned)now, (unsigned)old);
        }
    }
    assert_true(pairs > 290);
}

static void
test_fold__survives_any_bytes(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    char bytes[4096];
    uint32_t seed = 12345;
    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < sizeof(bytes); i++) {
            seed = seed * 1664525 + 1013904223;
            bytes[i] = (char)(seed >> 24);
        }
        struct str text = {bytes, sizeof(bytes)};
        struct fold fold = fold_text(&arena, text);
        uint32_t end = 0;
        for (size_t i = 0; i < fold.count; i++) {
            assert_true(fold.units[i].start >= (i > 0 ? fold.units[i - 1].start : 0));
            assert_true(fold.units[i].end > fold.units[i].start);
            assert_true(fold.units[i].end >= end);
            end = fold.units[i].end;
        }
        assert_true(end <= text.n);
        struct str key = fold_units_key(&arena, &fold, 0, fold.count);
        assert_true(utf8_valid(key, NULL));
        for (int spelling = 0; spelling < FOLD_SPELLING_COUNT; spelling++) {
            fold_spelling(&arena, (enum fold_spelling)spelling, key);
        }
        arena_reset(&arena);
    }
    arena_finish(&arena);
}

/* A thousand marks on one letter are one letter. */
static void
test_fold__piles_of_marks_stay_linear(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    struct str_buf text = {0};
    str_buf_byte(&text, 'e');
    for (int i = 0; i < 10000; i++) {
        str_buf_add(&text, STR("\xCC\x81"));
    }
    assert_str_equal(fold_key(&arena, str_buf_str(&text)), "e");
    str_buf_finish(&text);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold__writes_a_word_one_way),
        cmocka_unit_test(test_fold__keeps_apart_what_differs),
        cmocka_unit_test(test_fold__units_know_their_bytes),
        cmocka_unit_test(test_fold__han_forms_agree_with_icu),
        cmocka_unit_test(test_fold__knows_the_old_forms),
        cmocka_unit_test(test_fold__survives_any_bytes),
        cmocka_unit_test(test_fold__piles_of_marks_stay_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
