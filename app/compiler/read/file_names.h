/* file_names.h - names that are nearly right: Cities.csv, city.csv, cities.csv.txt,
 * first-visit.jp.md. */
#ifndef COMPILER_READ_FILE_NAMES_H
#define COMPILER_READ_FILE_NAMES_H

#include "base/arena.h"
#include "base/str.h"
#include "i18n/locale.h"

/* The name of the table's file that `name` is meant for; empty when it is none. */
struct str file_names_table(struct arena *arena, struct str name);
/* The article's file that `name` is meant for: of .MD, .txt, .jp.md, .kr.md. Empty for others. */
struct str file_names_article(struct arena *arena, struct str name);
/* The tag of one of our languages, or what people take for it: kr, jp, kor, eng. */
bool file_names_language(struct str word, enum locale_id *locale);
/* guides for guide, pictures for picture, cities for cities.csv and Cities; empty for others. */
struct str file_names_folder(struct arena *arena, struct str name);
/* Of a word processor: .docx, .hwp, .pdf ... */
bool file_names_is_document(struct str name);
/* Files and folders that systems and other programs leave; nobody wrote them. */
bool file_names_is_ignored(struct str name);

#endif
