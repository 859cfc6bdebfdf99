/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The flags that the headers of a tree define: each definition with the #if
 * lines around it, and what it comes to. Private to facts/shadows/, but for
 * the structs, which shadows.h tells of.
 */
#ifndef VMALINT_FACTS_SHADOWS_FLAGS_H
#define VMALINT_FACTS_SHADOWS_FLAGS_H

#include <glib.h>
#include <stdbool.h>

struct shadow_place;

/* One definition of a mask (VM_x), or of a bit number (VMA_x_BIT, VM_x_BIT). */
struct flag_definition {
	char *name;
	char *body;    /* what it is defined as, tokens with blanks between */
	char *guard;   /* a condition; "" is always */
	bool is_bit;   /* an enumerator, by DECLARE_VMA_BIT() or in an enum */
	bool is_alias; /* by DECLARE_VMA_BIT_ALIAS(), or it is a bare name */
	const char *path;
	guint32 line, column, end_column; /* of the name */
};

/* What a name comes to under a condition. */
struct flag_value {
	bool is_known;
	guint64 value;
	char *condition;
	/* const char *: the names it stands for, from the next one on */
	GPtrArray *via;
	const struct flag_definition *definition; /* of the name itself */
};

struct flags {
	GPtrArray *definitions; /* struct flag_definition *, in their order */
	GHashTable *by_name;	/* name -> GPtrArray * of them */
	GHashTable *macros; /* name -> struct flag_macro *: with arguments */
	GHashTable *values; /* name -> GPtrArray * of struct flag_value */
	guint depth;	    /* of the names that are being worked out */
};

struct flags *flags_new(void);
void flags_free(struct flags *flags);

/* Adds what a header defines; the path is borrowed. */
void flags_read(struct flags *flags, const char *path, const char *text,
		gsize length);

/* The definitions of a name, struct flag_definition *; NULL: none. */
const GPtrArray *flags_defined(const struct flags *flags, const char *name);

/*
 * For condition_replace(), with the flags as context: `defined(VM_X)' is the
 * condition of a definition of it.
 */
char *flags_expand_defined(void *context, const char *name, bool is_defined);

/* What a name comes to, struct flag_value *; empty if nobody defines it. */
const GPtrArray *flags_values(struct flags *flags, const char *name);

/* The condition under which a mask is not 0, owned; "0": never or unknown. */
char *flags_nonzero(struct flags *flags, const char *name);

/* A condition in which names of flags are replaced by what they say; owned. */
char *flags_settle(struct flags *flags, const char *condition);

/* The column of a place in a text, from 1; what is far behind counts less. */
guint32 text_column(const char *text, const char *at);

/* The number of the only bit in a mask; -1 of others. */
int flag_single_bit(guint64 value);

#endif
