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

/* What a desk meets; anything rarer keeps the system's own English words. */
static const struct {
    int why;
    const char *text[LOCALE_COUNT];
} reasons[] = {
    {ENOENT, {"그런 이름 없음", "その名前はありません", "no such file or folder"}},
    {EACCES, {"접근 권한 없음", "アクセス権がありません", "permission denied"}},
    {EPERM, {"허용되지 않음", "許されていません", "not permitted"}},
    {ENOSPC, {"빈 공간 없음", "空き容量がありません", "no space left"}},
    {EDQUOT, {"할당량 초과", "割り当てを超えました", "quota exceeded"}},
    {EROFS, {"읽기 전용", "読み取り専用", "read-only"}},
    {ENOTDIR, {"폴더가 아님", "フォルダーではありません", "not a folder"}},
    {EISDIR, {"폴더임", "フォルダーです", "it is a folder"}},
    {EEXIST, {"이미 있음", "既にあります", "already there"}},
    {ENAMETOOLONG, {"이름이 너무 김", "名前が長すぎます", "the name is too long"}},
    {ELOOP, {"링크가 맴돎", "リンクが回っています", "links in a circle"}},
    {EIO, {"읽기·쓰기 오류", "読み書きのエラー", "input/output error"}},
    {EBUSY, {"사용 중", "使用中です", "in use"}},
    {ETXTBSY, {"사용 중", "使用中です", "in use"}},
    {EFBIG, {"너무 큼", "大きすぎます", "too large"}},
    {EMFILE, {"열린 파일이 너무 많음", "開いたファイルが多すぎます", "too many open files"}},
    {ENFILE, {"열린 파일이 너무 많음", "開いたファイルが多すぎます", "too many open files"}},
    {EPIPE, {"받는 쪽이 닫힘", "受け手が閉じました", "nobody reads it"}},
    {EBADF, {"닫혀 있음", "閉じています", "it is closed"}},
};

const char *
trouble_in(const char *const texts[LOCALE_COUNT], enum locale_id locale) {
    for (int i = 0; i < LOCALE_COUNT && !texts[locale]; i++) {
        locale = locale_info((enum locale_id)i)->is_root ? (enum locale_id)i : locale;
    }
    return texts[locale] ? texts[locale] : "";
}

const char *
trouble_why(enum locale_id locale, int why) {
    for (size_t i = 0; i < ARRAY_LEN(reasons); i++) {
        if (reasons[i].why == why) {
            return trouble_in(reasons[i].text, locale);
        }
    }
    return strerror(why);
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
        struct str arg = is_why ? str_from(trouble_why(locale, args->why[n])) : args->text[n];
        str_buf_add(out, arg);
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
