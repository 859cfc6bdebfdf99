/* SPDX-License-Identifier: GPL-2.0-only */
/* One definition of a copy against the kernel's own. Private to mirror/. */
#ifndef VMALINT_MIRROR_COMPARE_H
#define VMALINT_MIRROR_COMPARE_H

#include <glib.h>
#include <stdbool.h>

#include "mirror.h"

struct defined;
struct difference;
struct definitions;
struct term;
struct terms;

/* What all comparing of a run shares. */
struct comparing {
	struct mirror *mirror;
	const struct definitions *copies, *kernel;
	GHashTable *flags;
	GHashTable *empty;  /* functions whose copies do nothing: a set */
	GHashTable *given;  /* names that the copies get from outside: a set */
	GHashTable *guards; /* conditionals that were told of: a set */
	bool has_own_stubs; /* the copies keep stubs in files of their own */
};

/* The place of a definition. */
struct drift_place definition_place(const struct defined *definition);

/* Adds a drift; texts may be NULL, and are copied. */
void comparing_add(const struct comparing *comparing, struct drift drift);

/* Functions, and macros with parameters. */
void compare_function(const struct comparing *comparing,
		      const struct defined *copy);

/* Macros without parameters, and enumerators. */
void compare_constant(const struct comparing *comparing,
		      const struct defined *copy);

/* Structures and unions: their members that carry flags. */
void compare_record(const struct comparing *comparing,
		    const struct defined *copy);

void compare_typedef(const struct comparing *comparing,
		     const struct defined *copy);

/* True if this copy of a function is a stub, which need not do the same. */
bool is_stub(const struct comparing *comparing, const struct defined *copy);

/* True if a file says by its name that what it holds differs on purpose. */
bool is_deliberate(const char *path);

/* True if types agree; *ret_is_spelling if by another name. */
bool types_agree(const struct comparing *comparing, const char *mine,
		 const char *theirs, bool *ret_is_spelling);

/* True if the i-th word is this; false behind the last one. */
bool words_have(const GArray *words, guint i, const char *text);

/* A function, a prototype, or a macro with parameters. */
bool is_callable(const struct defined *definition);
/* An enumerator, or a macro without parameters. */
bool is_constant(const struct defined *definition);
bool has_body(const struct defined *definition);

/* Which of several that all differ a reader would compare a copy with; NULL if
 * none is wanted. */
const struct defined *nearest(const struct defined *copy, const GPtrArray *list,
			      bool (*is_wanted)(const struct defined *));

/* True if the kernel only declares it here, and has the body elsewhere. */
bool is_declared_only(const GPtrArray *list,
		      const struct defined *nearest_body);

/* Says in what a copy differs. */
void add_difference(const struct comparing *comparing, enum drift_kind kind,
		    const struct defined *copy, const struct defined *theirs,
		    const struct difference *difference);

/* True if two definitions with bodies do something else. */
bool bodies_differ(const struct comparing *comparing, struct terms *terms,
		   const struct defined *copy, const struct defined *theirs,
		   struct difference *ret);

/* Says once that what is alike is under other conditions than all of these. */
void compare_guards(const struct comparing *comparing,
		    const struct defined *copy, const GPtrArray *alike);

/* False if the types are such that the bodies cannot be alike. */
bool compare_signature(const struct comparing *comparing,
		       const struct defined *copy, const GPtrArray *list);

#endif
