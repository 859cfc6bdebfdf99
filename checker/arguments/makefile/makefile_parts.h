/* SPDX-License-Identifier: GPL-2.0-only */
/* The parts of the reader of Makefiles. Private to it. */
#ifndef VMALINT_ARGUMENTS_MAKEFILE_PARTS_H
#define VMALINT_ARGUMENTS_MAKEFILE_PARTS_H

#include <glib.h>
#include <stdbool.h>

#include "makefile_text.h"

struct view;

/* Conditions inside each other; far more than any Makefile has. */
enum { CONDITION_LIMIT = 32 };

/* A rule with a recipe. */
struct makefile_rule {
	char *targets;	   /* expanded */
	GPtrArray *recipe; /* char *: its lines as written, owned */
};

struct makefile {
	char *folder;
	char *root;
	const struct view *view;
	struct makefile_scope scope; /* of its variables */
	bool takes_undecided;
	GHashTable *given;   /* names that assignments do not change */
	GHashTable *exports; /* char *: names that others are told of */
	GPtrArray *rules;    /* struct makefile_rule *, owned */
	GPtrArray *targets;  /* char *, owned */
	guint nr_files, nr_steps;
	guint depth; /* of texts that $(eval) reads */
};

/* The state of the conditions around a line. */
struct makefile_condition {
	bool is_active;	 /* lines count */
	bool was_active; /* a branch of it has counted, and no other may */
	bool is_inside;	 /* of a branch that counts */
};

/* The state of one file. */
struct makefile_reading {
	struct makefile *makefile;
	struct makefile_condition conditions[CONDITION_LIMIT];
	guint nr_conditions, nr_lost; /* lost: those above the limit */
	struct makefile_rule *rule;   /* whose recipe may go on, or NULL */
	bool is_in_define;
};

/* makefile_base.c: a text with its variables replaced; owned. */
char *makefile_text_of(const struct makefile *makefile, const char *text);

/* makefile_base.c: a file below the root; owned, or NULL. */
char *makefile_read_below_root(const struct makefile *makefile,
			       const char *path);

/* The rest of a line behind a word that it begins with; or NULL. */
const char *makefile_after_word(const char *line, const char *word);

/* makefile_condition.c: true if lines count here. */
bool makefile_is_active(const struct makefile_reading *reading);

/* makefile_condition.c: true if the line was about a condition. */
bool makefile_take_condition(struct makefile_reading *reading,
			     const char *line);

#endif
