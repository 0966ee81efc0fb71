#include "bench/samples.h"

/* A long page is one passage three times over. */
#define THRICE(passage, space) passage space passage space passage

/* clang-format off */
#define PASSAGE_KO \
    "안산시는 바다와 호수를 함께 품은 도시로, 오래전부터 여러 " \
    "나라의 도시와 자매결연을 맺고 문화와 경제의 교류를 이어 " \
    "왔다. 교류의 시작은 대개 작은 만남이었다. 학생들이 서로의 " \
    "집에 머물며 음식을 나누고, 공무원이 상대 도시에서 일하며 " \
    "행정의 방법을 배우고, 기업인들이 박람회에서 만나 새로운 " \
    "길을 찾았다. 처음 만나는 자리에서는 명함을 두 손으로 " \
    "건네고, 상대의 직함을 정확하게 부르는 것이 예의이다. 약속한 " \
    "시간보다 5분쯤 먼저 도착하고, 선물은 지나치게 비싸지 않은 " \
    "것으로 준비한다. 회의는 10:00부터 12:00까지 이어지며, " \
    "자료는 미리 번역하여 「방문 안내」와 함께 보낸다. 2012년 " \
    "6월 26일(화)에 열린 전문가회의에서는 서로의 경험을 나누고 " \
    "앞으로의 방향을 찾았다. 한 도시의 힘만으로 풀기 어려운 " \
    "문제도 여러 도시가 함께 생각하면 길이 보인다는 것이 " \
    "참석자들의 생각이었다. 교류는 예산과 사람이 함께 있어야 " \
    "오래간다. 그래서 담당자가 바뀌어도 기억이 이어지도록 기록을 " \
    "남기고, 해마다 한 번은 얼굴을 마주하는 자리를 만든다."

#define PASSAGE_JA \
    "浜松市は静岡県の西部にあり、天竜川と浜名湖、そして遠州灘に囲" \
    "まれた都市です。楽器と自動車の産業で知られ、外国人の住民も多" \
    "く、早くから多文化共生の取り組みを進めてきました。交流のはじ" \
    "まりは、小さな出会いであることが多いものです。生徒たちが互い" \
    "の家に泊まって食事をともにし、職員が相手の市役所で働きながら" \
    "行政のしくみを学び、企業の人びとが展示会で出会って新しい道を" \
    "探しました。初めて会うときは、名刺を両手で差し出し、相手の役" \
    "職を正しく呼ぶことが礼儀です。約束の時間より5分ほど早く着き" \
    "、贈り物は高価すぎないものを選びます。会議は午前10時から正午" \
    "まで続き、資料はあらかじめ翻訳して「訪問のご案内」とともに送" \
    "ります。2012年6月26日（火）に開かれた専門家会議では、それぞ" \
    "れの経験を分かち合い、これからの方向を話し合いました。一つの" \
    "都市だけでは解決が難しい問題も、多くの都市がともに考えれば道" \
    "が見えてくる、というのが参加者の考えでした。"

#define PASSAGE_EN \
    "Hamamatsu lies in the west of Shizuoka, between a river, a lagoon and the sea, and " \
    "is known for its pianos and its motorcycles. Exchange between cities often begins " \
    "with a small meeting: students stay in each other's homes and share their meals, " \
    "officials work for a year in the partner's city hall and learn how things are done " \
    "there, and people from companies meet at a fair and look for new paths together. " \
    "When you meet for the first time, hand over your card with both hands and use the " \
    "other person's title correctly. Arrive about five minutes before the appointed " \
    "time, and choose a present that is not too expensive. The meeting runs from 10:00 " \
    "to 12:00; send the papers, translated, well in advance. At the experts' conference " \
    "of 26 June 2012 the participants shared what they had learned and spoke about the " \
    "road ahead. A problem that one city cannot solve alone may look different when many " \
    "cities think about it together."
/* clang-format on */

const struct str bench_samples[LOCALE_COUNT] = {
    [LOCALE_KO] = STR_INIT(THRICE(PASSAGE_KO, " ")),
    [LOCALE_JA] = STR_INIT(THRICE(PASSAGE_JA, "")),
    [LOCALE_EN] = STR_INIT(THRICE(PASSAGE_EN, " ")),
};
