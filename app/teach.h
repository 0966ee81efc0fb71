/* teach.h - what the text engine learns from the content: names that no line splits, terms that a
 * Japanese heading keeps whole. */
#ifndef TEACH_H
#define TEACH_H

struct store;
struct text_engine;

/* In place of what it learnt before: from now on the engine asks the store for the words that a
 * text has the beginnings of. The store must outlive that. Content that cannot be read is logged:
 * lines break less well then, which is no reason to show nothing. */
void teach_engine(struct text_engine *engine, struct store *store);

#endif
