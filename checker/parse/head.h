/* SPDX-License-Identifier: GPL-2.0-only */
/* Splits a source into the heads of what it defines at file scope. */
#ifndef VMALINT_PARSE_HEAD_H
#define VMALINT_PARSE_HEAD_H

#include <glib.h>
#include <stdbool.h>

enum head_kind {
	HEAD_WORD,  /* an identifier */
	HEAD_GROUP, /* all between brackets, these included */
	HEAD_OTHER, /* anything else, one token */
};

/* One item of a head. */
struct head_item {
	enum head_kind kind;
	char *text; /* owned: the word, or what is in the group */
	guint32 line;
	gsize offset; /* of the item in the text of the reader */
};

/* Who wants to hear of a source's heads. */
struct head_reader {
	const char *text;
	gsize length;
	void *context;
	/* Called with the items (struct head_item) of each; may be NULL. */
	void (*head)(void *context, const GArray *items);
	/*
	 * Called with the offset of each word that begins something at file
	 * scope; may be NULL.
	 */
	void (*start)(void *context, gsize offset);
	/* True of lines that are not to be read. */
	bool (*skips)(void *context, guint32 line);
};

/*
 * Calls head() for what stands between two ends (`;`, `}`) at file scope and
 * before a `{`, unless there is a `=`. Directives are no part of it.
 */
void heads_read(const struct head_reader *reader);

/* Adds the words of all directives to a set of owned strings. */
void heads_mentioned(const struct head_reader *reader, GHashTable *words);

/* The parameters in a group: owned GArray of struct head_item, each. */
GPtrArray *head_parameters(const struct head_item *group);

#endif
