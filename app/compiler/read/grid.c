#include "compiler/read/grid.h"

static size_t
count_bars(struct str line) {
    size_t count = 0;
    for (size_t i = 0; i < line.n; i++) {
        count += line.p[i] == '|' && (i == 0 || line.p[i - 1] != '\\');
    }
    return count;
}

/* |---|:--:| */
static bool
is_dashes(struct str line) {
    size_t dashes = 0;
    line = str_trim(line);
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        dashes += c == '-';
        if (c != '-' && c != '|' && c != ':' && c != ' ') {
            return false;
        }
    }
    return dashes > 0 && count_bars(line) > 0;
}

enum grid_form
grid_form(struct str paragraph) {
    struct str line, rest = paragraph;
    size_t lines = 0, barred = 0;
    bool has_dashes = false, is_below = false;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        if (line.n == 0) {
            continue;
        }
        has_dashes |= lines == 1 && is_dashes(line);
        is_below |= lines > 1 && !has_dashes && is_dashes(line) && count_bars(line) >= 2;
        barred += count_bars(line) >= 2 || (count_bars(line) == 1 && has_dashes);
        lines++;
    }
    if (has_dashes && lines >= 2) {
        return GRID_TABLE;
    }
    return is_below ? GRID_BELOW : lines >= 2 && barred == lines ? GRID_HEADLESS : GRID_NONE;
}

size_t
grid_split(struct str line, struct str *cells, size_t most) {
    size_t count = 0, start;
    line = str_trim(line);
    start = line.n > 0 && line.p[0] == '|';
    for (size_t i = start; i <= line.n; i++) {
        bool is_bar = i < line.n && line.p[i] == '|' && line.p[i - (i > 0)] != '\\';
        bool is_end = i == line.n;
        if (is_end && start == line.n && count > 0) {
            break; /* a bar ended the line */
        }
        if (is_bar || is_end) {
            if (count < most) {
                cells[count] = str_trim(str_slice(line, start, i));
            }
            count++;
            start = i + 1;
        }
    }
    return count;
}
