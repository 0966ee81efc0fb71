/* generate_private.h - what the files of the generator share. */
#ifndef TESTS_COMPILER_GENERATE_PRIVATE_H
#define TESTS_COMPILER_GENERATE_PRIVATE_H

#include "compiler/generate.h"

#include "base/str.h"

/* A name of base-16 parts of `number`, so that no two are alike: 가람하늘, 赤東, Akaoak. */
void generate_name_ko(struct str_buf *out, size_t number);
void generate_name_ja(struct str_buf *out, size_t number);
void generate_name_reading(struct str_buf *out, size_t number);
void generate_name_en(struct str_buf *out, size_t number);

/* FOLDER/NAME, and the buffer is done with. */
bool generate_write(const char *folder, const char *name, struct str_buf *out, struct err *err);

typedef bool generate_table(
    const char *folder, const struct generate_sizes *sizes, struct err *err);
generate_table generate_terms, generate_phrases, generate_schools, generate_figures,
    generate_people, generate_sections, generate_facts, generate_names, generate_articles;

#endif
