/* kit.h - what the compiler's tests share: folders to break, and goldens. */
#ifndef TESTS_COMPILER_KIT_H
#define TESTS_COMPILER_KIT_H

#include "base/arena.h"
#include "compiler/diag.h"

/* A fresh empty folder below the build tree; borrowed from `arena`. */
const char *kit_folder(struct arena *arena, const char *name);
/* The starter folder of `naru-content new`, fresh. */
const char *kit_starter(struct arena *arena, const char *name);
/* Of a city that writes in that language first; kit_starter(): Korean. */
const char *kit_starter_of(struct arena *arena, const char *name, enum locale_id original);
void kit_write(struct arena *arena, const char *folder, const char *path, struct str bytes);
/* Copies a tree over a folder; a file `.remove` in it lists paths to delete. */
void kit_overlay(struct arena *arena, const char *from, const char *folder);
void kit_remove_tree(const char *folder);
/* How many reports of one kind there are. */
size_t kit_count(const struct diag *diag, enum diag_kind kind);

#endif
