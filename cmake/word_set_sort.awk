# Lines WORD<TAB>KIND as lines of C, with a first column to sort by: each Han is one mark, since the
# words of a query are folded and those of the data are not.
{
    split($0, cells, "\t")
    masked = cells[1]
    gsub(/[\344-\351][\200-\277][\200-\277]/, "?", masked)
    print masked "\tASK_ENTRY(\"" cells[1] "\", " (cells[2] == "" ? "NONE" : cells[2]) ")"
}
