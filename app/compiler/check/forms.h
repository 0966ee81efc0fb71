/* forms.h - numbers and times as people write them: what would each be in the form of the tables?
 *
 * Only for advice: a value in another form stays a mistake, and its message says what to write. */
#ifndef COMPILER_CHECK_FORMS_H
#define COMPILER_CHECK_FORMS_H

#include "base/arena.h"
#include "base/str.h"

/* 4만8210, 234억5000만, 234億円, 48210명, 51.0%, 2.345E+10, (1204), △1204, 34°54′N, 北緯34.9度:
 * digits and a point; empty where that is not one number for certain. */
struct str forms_number(struct arena *arena, struct str text);
/* 3개월 전~2개월 전, 2ヶ月前, 2 weeks before, 당일, p2m, P2M/P3M before (the later end first):
 * a time as content/offset.h reads it; empty for anything else. */
struct str forms_offset(struct arena *arena, struct str text);
/* 없음, 미상, 不明, なし, n/a, unknown ...: there is no value. */
bool forms_is_nothing(struct str text);

#endif
