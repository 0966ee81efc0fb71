/* One voice in one text: 합니다체 without notes in -음 and -함 and without -다, -십시오 without
 * -세요, です・ます without である and だ.
 *
 * A sentence's voice is in its last syllables; one that ends in a noun (인천 남동구가 그 예.) has
 * none, and is found where sentences are asked for. Headings, list items, letters, labels and
 * quotations have their own; a text in one voice throughout is right in any. */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"

enum voice {
    VOICE_NONE,     /* a noun, a question, another language */
    VOICE_TEXT,     /* 합니다, です */
    VOICE_OTHER,    /* -음, -함, -다; である, だ */
    VOICE_ASK,      /* -십시오 */
    VOICE_ASK_OTHER /* -세요 */
};

static bool
ends_with_any(struct str s, const struct str *ends, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_ends(s, ends[i])) {
            return true;
        }
    }
    return false;
}
#define ENDS_WITH(s, list) ends_with_any((s), (list), ARRAY_LEN(list))

/* Verbs made nouns (있음, 추진함), and verbs as a dictionary or a report has them (춥다, 한다). 음
 * and 다 hang on a stem with a final consonant; 처음, 마음, 바다 have none there. */
static bool
is_plain_korean(struct str s) {
    static const struct str ends[] = {STR_INIT("함"), STR_INIT("됨"), STR_INIT("임"),
        STR_INIT("하다"), STR_INIT("되다"), STR_INIT("이다")};
    static const struct str after_final[] = {STR_INIT("음"), STR_INIT("다")};
    if (ENDS_WITH(s, ends)) {
        return true;
    }
    size_t at = s.n;
    if (!ENDS_WITH(s, after_final) || s.n < 6) {
        return false;
    }
    utf8_prev(s, &at);
    uint32_t stem = utf8_prev(s, &at);
    return stem >= 0xAC00 && stem <= 0xD7A3 && (stem - 0xAC00) % 28 != 0;
}

static enum voice
korean_voice(struct str s) {
    static const struct str text[] = {STR_INIT("니다"), STR_INIT("니까")};
    static const struct str ask[] = {STR_INIT("십시오")};
    static const struct str ask_other[] = {STR_INIT("세요")};
    static const struct str nouns[] = {STR_INIT("포함"), STR_INIT("명함"), STR_INIT("보관함"),
        STR_INIT("우편함"), STR_INIT("사물함"), STR_INIT("군함"), STR_INIT("책임"),
        STR_INIT("모임"), STR_INIT("위임"), STR_INIT("선임"), STR_INIT("후임"), STR_INIT("전임"),
        STR_INIT("담임"), STR_INIT("취임"), STR_INIT("이임"), STR_INIT("신임"), STR_INIT("게임"),
        STR_INIT("움직임"), STR_INIT("쓰임"), STR_INIT("웃음"), STR_INIT("믿음"), STR_INIT("죽음"),
        STR_INIT("걸음"), STR_INIT("얼음"), STR_INIT("젊음"), STR_INIT("물음"), STR_INIT("졸음"),
        STR_INIT("울음"), STR_INIT("묶음"), STR_INIT("볶음"), STR_INIT("발음"), STR_INIT("녹음"),
        STR_INIT("복음"), STR_INIT("방음")};
    if (ENDS_WITH(s, text)) {
        return VOICE_TEXT;
    }
    if (ENDS_WITH(s, ask)) {
        return VOICE_ASK;
    }
    if (ENDS_WITH(s, ask_other)) {
        return VOICE_ASK_OTHER;
    }
    return is_plain_korean(s) && !ENDS_WITH(s, nouns) ? VOICE_OTHER : VOICE_NONE;
}

static enum voice
japanese_voice(struct str s) {
    static const struct str text[] = {STR_INIT("です"), STR_INIT("ます"), STR_INIT("でした"),
        STR_INIT("ました"), STR_INIT("ません"), STR_INIT("でしょう"), STR_INIT("ましょう"),
        STR_INIT("ください"), STR_INIT("ですか"), STR_INIT("ますか")};
    static const struct str other[] = {STR_INIT("である"), STR_INIT("だ"), STR_INIT("だった"),
        STR_INIT("する"), STR_INIT("した"), STR_INIT("いる"), STR_INIT("ある"), STR_INIT("なる"),
        STR_INIT("れる"), STR_INIT("れた"), STR_INIT("いた"), STR_INIT("った"), STR_INIT("ない"),
        STR_INIT("だろう"), STR_INIT("たい")};
    if (ENDS_WITH(s, text)) {
        return VOICE_TEXT;
    }
    return ENDS_WITH(s, other) ? VOICE_OTHER : VOICE_NONE;
}

struct unit {
    size_t unit;
    bool has[VOICE_ASK_OTHER + 1];
};

static struct str
last_word(struct str sentence) {
    size_t start = sentence.n;
    for (int i = 0; i < 6 && start > 0; i++) {
        size_t next = start;
        uint32_t c = utf8_prev(sentence, &next);
        if (c == ' ' || c == '|' || c == '\n' || c == 0x3002 || c == 0x3001) {
            break;
        }
        start = next;
    }
    return str_slice(sentence, start, sentence.n);
}

/* Ends in Han, katakana, a cited word or a syllable that ends no verb. What ends in a digit or a
 * Latin letter is no sentence: 2011. 12. 31. */
static bool
ends_in_noun(struct str word, bool is_korean) {
    static const struct str verbs[] = {STR_INIT("요"), STR_INIT("죠"), STR_INIT("다"),
        STR_INIT("까"), STR_INIT("자"), STR_INIT("라"), STR_INIT("네"), STR_INIT("군"),
        STR_INIT("오"), STR_INIT("지"), STR_INIT("나"), STR_INIT("걸")};
    size_t at = word.n;
    uint32_t last = at > 0 ? utf8_prev(word, &at) : 0;
    bool is_hangul = last >= 0xAC00 && last <= 0xD7A3;
    bool is_han = last >= 0x4E00 && last <= 0x9FFF;
    bool is_katakana = (last >= 0x30A1 && last <= 0x30FA) || last == 0x30FC;
    bool is_cited = last == '|';
    return is_han || is_katakana || is_cited || (is_korean && is_hangul && !ENDS_WITH(word, verbs));
}

struct sentence {
    size_t end;     /* of its letters */
    size_t number;  /* in its text, from 0 */
    bool is_closed; /* by a full stop */
};

/* The first sentence of a definition is a noun phrase by rule; a remark is sentences throughout. */
static bool
owes_verb(const struct wording_text *text, const struct unit *unit, const struct sentence *s) {
    bool is_phrase = s->number == 0 && text->is_definition;
    return s->is_closed && !is_phrase && (s->number > 0 || text->is_note || unit->has[VOICE_TEXT]);
}

static void
take_sentence(struct wording *wording, const struct wording_text *text, struct unit *unit,
    const struct sentence *at, bool is_counting) {
    size_t end = at->end;
    struct str sentence = str_slice(text->plain, 0, end);
    bool is_korean = text->at.locale == LOCALE_KO;
    struct str word = last_word(sentence);
    enum voice voice = is_korean ? korean_voice(word) : japanese_voice(word);
    if (is_counting) {
        unit->has[voice] = true;
        return;
    }
    bool is_wrong = (voice == VOICE_OTHER && unit->has[VOICE_TEXT]) ||
                    (voice == VOICE_ASK_OTHER && unit->has[VOICE_ASK]);
    if (is_wrong) {
        struct str right = voice == VOICE_ASK_OTHER ? STR("-십시오")
                           : is_korean              ? STR("-습니다")
                                                    : STR("です・ます");
        wording_report(wording, text, DIAG_MIXED_VOICE, end - word.n, end, right, STR(""));
    } else if (voice == VOICE_NONE && owes_verb(text, unit, at) && ends_in_noun(word, is_korean)) {
        wording_report(wording, text, DIAG_NOUN_ENDING, end - word.n, end,
            is_korean ? STR("-습니다") : STR("です・ます"), STR(""));
    }
}

/* A sentence ends at its mark, or where the text ends. A point between digits ends none, and what
 * brackets hold is no sentence of the text. */
static void
take_text(
    struct wording *wording, const struct wording_text *text, struct unit *unit, bool is_counting) {
    struct str s = text->plain;
    struct sentence sentence = {0}; /* `end`: of the letters so far */
    int depth = 0;
    for (size_t at = 0; at < s.n;) {
        size_t here = at;
        uint32_t c = utf8_next(s, &at);
        bool is_end = c == '.' || c == 0x3002 || c == '!' || c == '?' || c == '\n';
        depth += c == '(' || c == 0xFF08;
        depth -= depth > 0 && (c == ')' || c == 0xFF09);
        if (is_end && depth == 0 && sentence.end > 0) {
            sentence.is_closed = c == '.' || c == 0x3002;
            sentence.end = here;
            take_sentence(wording, text, unit, &sentence, is_counting);
            sentence = (struct sentence){.number = sentence.number + 1};
        } else if (c != ' ') {
            sentence.end = at;
        }
    }
    if (sentence.end > 0 && depth == 0) {
        take_sentence(wording, text, unit, &sentence, is_counting);
    }
}

static bool
has_voice(const struct wording_text *text) {
    enum locale_id locale = text->at.locale;
    return !text->is_label && (locale == LOCALE_KO || locale == LOCALE_JA);
}

void
wording_voice(struct wording *wording) {
    for (size_t i = 0; i < wording->count;) {
        struct unit unit = {.unit = wording->texts[i].unit};
        size_t end = i;
        for (; end < wording->count && wording->texts[end].unit == unit.unit; end++) {
            if (has_voice(&wording->texts[end])) {
                take_text(wording, &wording->texts[end], &unit, true);
            }
        }
        for (; i < end; i++) {
            if (has_voice(&wording->texts[i])) {
                take_text(wording, &wording->texts[i], &unit, false);
            }
        }
    }
}
