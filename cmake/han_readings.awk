# How Han read in Japanese, from Unihan (Debian package unicode-data): those of JIS X 0208 level 1.
# One line each, HAN_READINGS(code point, on, kun): readings in hiragana, parted by |.
# Input: Unihan_OtherMappings.txt and Unihan_Readings.txt, one behind the other.
BEGIN {
    split("a あ i い u う e え o お ka か ki き ku く ke け ko こ sa さ shi し si し su す se せ so そ " \
          "ta た chi ち ti ち tsu つ tu つ te て to と na な ni に nu ぬ ne ね no の ha は hi ひ fu ふ hu ふ he へ ho ほ " \
          "ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ wa わ wo を n ん " \
          "ga が gi ぎ gu ぐ ge げ go ご za ざ ji じ zi じ zu ず ze ぜ zo ぞ da だ di ぢ du づ de で do ど " \
          "ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ " \
          "kya きゃ kyu きゅ kyo きょ sha しゃ shu しゅ sho しょ sya しゃ syu しゅ syo しょ cha ちゃ chu ちゅ cho ちょ " \
          "nya にゃ nyu にゅ nyo にょ hya ひゃ hyu ひゅ hyo ひょ mya みゃ myu みゅ myo みょ rya りゃ ryu りゅ ryo りょ " \
          "gya ぎゃ gyu ぎゅ gyo ぎょ ja じゃ ju じゅ jo じょ jya じゃ jyu じゅ jyo じょ bya びゃ byu びゅ byo びょ " \
          "pya ぴゃ pyu ぴゅ pyo ぴょ", list, " ")
    for (i = 1; (i in list); i += 2)
        kana[list[i]] = list[i + 1]
}

# Empty where it is no romaji.
function to_kana(romaji,    out, n, part) {
    romaji = tolower(romaji)
    out = ""
    while (romaji != "") {
        for (n = 3; n > 0; n--) {
            part = substr(romaji, 1, n)
            if (length(part) == n && (part in kana))
                break
        }
        if (n == 0 && substr(romaji, 1, 1) == substr(romaji, 2, 1)) {
            out = out "っ"
            romaji = substr(romaji, 2)
            continue
        }
        if (n == 0)
            return ""
        out = out kana[part]
        romaji = substr(romaji, n + 1)
    }
    return out
}

function all_to_kana(text,    parts, count, i, one, out) {
    count = split(text, parts, " ")
    out = ""
    for (i = 1; i <= count; i++) {
        one = to_kana(parts[i])
        if (one != "")
            out = out (out == "" ? "" : "|") one
    }
    return out
}

function flush() {
    if (code != "" && (on != "" || kun != ""))
        printf "HAN_READINGS(0x%s, \"%s\", \"%s\")\n", substr(code, 3), on, kun
    on = kun = ""
}

$2 == "kJis0" && $3 + 0 < 4800 { common[$1] = 1 }
($2 == "kJapaneseOn" || $2 == "kJapaneseKun") && ($1 in common) {
    if ($1 != code)
        flush()
    code = $1
    text = $0
    sub(/^[^\t]*\t[^\t]*\t/, "", text)
    if ($2 == "kJapaneseOn")
        on = all_to_kana(text)
    else
        kun = all_to_kana(text)
}
END { flush() }
