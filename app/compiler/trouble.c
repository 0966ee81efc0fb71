#include "compiler/trouble.h"

#include "base/check.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const sentences[TROUBLE_KIND_COUNT][LOCALE_COUNT] = {
#define TROUBLE(name, ko, ja, en) \
    [TROUBLE_##name] = {[LOCALE_KO] = ko, [LOCALE_JA] = ja, [LOCALE_EN] = en},
#include "compiler/troubles.def"
#undef TROUBLE
};

/* What a desk meets; anything rarer is its number. English takes the system's own words: they are
 * those of every other program, naru among them. */
static const struct {
    int why;
    const char *text[LOCALE_COUNT];
} reasons[] = {
    {ENOENT, {[LOCALE_KO] = "그런 이름 없음", [LOCALE_JA] = "その名前はありません"}},
    {EACCES, {[LOCALE_KO] = "접근 권한 없음", [LOCALE_JA] = "アクセス権がありません"}},
    {EPERM, {[LOCALE_KO] = "허용되지 않음", [LOCALE_JA] = "許されていません"}},
    {ENOSPC, {[LOCALE_KO] = "빈 공간 없음", [LOCALE_JA] = "空き容量がありません"}},
    {EDQUOT, {[LOCALE_KO] = "할당량 초과", [LOCALE_JA] = "割り当てを超えました"}},
    {EROFS, {[LOCALE_KO] = "읽기 전용", [LOCALE_JA] = "読み取り専用"}},
    {ENOTDIR, {[LOCALE_KO] = "폴더가 아님", [LOCALE_JA] = "フォルダーではありません"}},
    {EISDIR, {[LOCALE_KO] = "폴더임", [LOCALE_JA] = "フォルダーです"}},
    {EEXIST, {[LOCALE_KO] = "이미 있음", [LOCALE_JA] = "既にあります"}},
    {ENAMETOOLONG, {[LOCALE_KO] = "이름이 너무 김", [LOCALE_JA] = "名前が長すぎます"}},
    {ELOOP, {[LOCALE_KO] = "링크가 맴돎", [LOCALE_JA] = "リンクが回っています"}},
    {EIO, {[LOCALE_KO] = "읽기·쓰기 오류", [LOCALE_JA] = "読み書きのエラー"}},
    {EBUSY, {[LOCALE_KO] = "사용 중", [LOCALE_JA] = "使用中です"}},
    {ETXTBSY, {[LOCALE_KO] = "사용 중", [LOCALE_JA] = "使用中です"}},
    {EFBIG, {[LOCALE_KO] = "너무 큼", [LOCALE_JA] = "大きすぎます"}},
    {EMFILE, {[LOCALE_KO] = "열린 파일이 너무 많음", [LOCALE_JA] = "開いたファイルが多すぎます"}},
    {ENFILE, {[LOCALE_KO] = "열린 파일이 너무 많음", [LOCALE_JA] = "開いたファイルが多すぎます"}},
    {EPIPE, {[LOCALE_KO] = "받는 쪽이 닫힘", [LOCALE_JA] = "受け手が閉じました"}},
    {EBADF, {[LOCALE_KO] = "닫혀 있음", [LOCALE_JA] = "閉じています"}},
};

const char *
trouble_in(const char *const texts[LOCALE_COUNT], enum locale_id locale) {
    for (int i = 0; i < LOCALE_COUNT && !texts[locale]; i++) {
        locale = locale_info((enum locale_id)i)->is_root ? (enum locale_id)i : locale;
    }
    return texts[locale] ? texts[locale] : "";
}

void
trouble_add_why(struct str_buf *out, enum locale_id locale, int why) {
    static const char *const other[LOCALE_COUNT] = {
        [LOCALE_KO] = "시스템 오류 ", [LOCALE_JA] = "システムエラー "};
    const char *text = NULL;
    for (size_t i = 0; i < ARRAY_LEN(reasons) && !text; i++) {
        text = reasons[i].why == why ? reasons[i].text[locale] : NULL;
    }
    if (text || !other[locale]) {
        str_buf_add(out, str_from(text ? text : strerror(why)));
    } else {
        str_buf_printf(out, "%s%d", other[locale], why);
    }
}

static void
add_sentence(
    struct str_buf *out, const char *text, enum locale_id locale, const struct trouble_args *args) {
    while (*text) {
        bool is_why = text[0] == '{' && text[1] == '!';
        const char *digit = text + 1 + is_why;
        if (text[0] != '{' || *digit < '0' || *digit >= '0' + TROUBLE_ARGS) {
            str_buf_byte(out, *text++);
            continue;
        }
        int n = *digit - '0';
        if (is_why) {
            trouble_add_why(out, locale, args->why[n]);
        } else {
            str_buf_add(out, args->text[n]);
        }
        text = digit + 2;
    }
}

bool
trouble_set(struct err *err, enum err_code code, enum locale_id locale, enum trouble trouble,
    const struct trouble_args *args) {
    struct str_buf out = {0};
    add_sentence(&out, trouble_in(sentences[trouble], locale), locale, args);
    err_set(err, code, "%s", out.p);
    str_buf_finish(&out);
    return false;
}

bool
trouble_with_path(struct err *err, enum err_code code, enum locale_id locale, enum trouble trouble,
    const char *path, int why) {
    struct trouble_args args = {.text = {str_from(path)}, .why = {[1] = why}};
    return trouble_set(err, code, locale, trouble, &args);
}
