#include "text/breaks.h"

void
phrase_breaks(struct analysis *a) {
    (void)a;
}
