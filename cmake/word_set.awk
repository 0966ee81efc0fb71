# The words of a macro in .def files, one a line: WORD<TAB>KIND. `macro` names it; its words are
# parted by | in quotes, its kind, where it has one, is what stands before them.
/^(\/\*| \*)/ { next }
/^[A-Z_]+\(/ {
    is_ours = index($0, macro "(") == 1
    kind = ""
    rest = substr($0, length(macro) + 2)
    if (is_ours && match(rest, /^[A-Z]+,/)) {
        kind = substr(rest, 1, RLENGTH - 1)
    }
}
is_ours {
    line = $0
    while (match(line, /"[^"]*"/)) {
        count = split(substr(line, RSTART + 1, RLENGTH - 2), words, "|")
        line = substr(line, RSTART + RLENGTH)
        for (i = 1; i <= count; i++) {
            if (words[i] != "") {
                print words[i] "\t" kind
            }
        }
    }
}
