/* SPDX-License-Identifier: GPL-2.0-only */
/* What a rule has found, in plain structs; findings.h has what holds them. */
#ifndef VMALINT_FINDINGS_FINDING_H
#define VMALINT_FINDINGS_FINDING_H

#include <glib.h>

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* "note", "warning", "error". */
const char *severity_name(enum severity severity);

/*
 * A range of the tree. path is relative to the tree, without "..", in one
 * spelling; lines and columns count from 1, columns in bytes; end is exclusive.
 */
struct place {
	const char *path;
	unsigned int line, column;
	unsigned int end_line, end_column;
};

/* Replace length bytes at offset (from 0) of path by text. */
struct edit {
	const char *path;
	unsigned int offset, length;
	const char *text;
};

/* A second place that explains a finding. */
struct related {
	struct place at;
	const char *message;
};

/* A macro that the code at fault is written with, and where it is defined. */
struct written_macro {
	const char *name;
	const char *path;
};

/* Strings belong to the report that holds the finding. */
struct finding {
	const char *rule;
	enum severity severity;
	struct place at;
	const char *message;
	const char *function;	/* enclosing function; "" at file scope */
	const char *arch;	/* folder of arch/ it was first seen with */
	const char *advice;	/* remedy in one line; "" when there is none */
	const char *expression; /* the normalised text that is at fault */
	const char *confirmed_by; /* "sparse" if that sees it, too */
	const char *fingerprint;  /* hex; set by report_finish() */
	GArray *edits;		  /* struct edit; may be empty, never NULL */
	GArray *related;	  /* struct related; may be empty, never NULL */
	GArray *macros; /* struct written_macro; may be empty, never NULL */
};

/*
 * The texts of a finding that are given to it: whatever copies, compares or
 * stores findings takes them from here. A new one is a member and a word.
 */
/* clang-format off */
#define FINDING_TEXTS(EACH) \
	EACH(rule) \
	EACH(message) \
	EACH(function) \
	EACH(arch) \
	EACH(advice) \
	EACH(expression) \
	EACH(confirmed_by)
/* clang-format on */

#endif
