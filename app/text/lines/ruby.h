/* ruby.h - readings over their base (W3C simple-ruby).
 *
 * A reading without '|' belongs to the whole base: mono ruby over one character, group ruby over
 * several, and then the base does not break. With '|' it is jukugo ruby, a reading for each
 * character of the base ("はま|まつ" over 浜松): it may break between them, and where every reading
 * fits over its character they are set one by one, otherwise together. A reading wider than its
 * base stands over kana beside it, by half an em at most (JLREQ 3.3.8); what is left spreads the
 * base. At the edge of a line there is nothing to stand over, and the line is as wide as the
 * reading. */
#ifndef TEXT_LINES_RUBY_H
#define TEXT_LINES_RUBY_H

#include "text/shape/analyse.h"

#define RUBY_SCALE 500 /* per mille of the base's size */

void ruby_attach(struct analysis *a);

#endif
