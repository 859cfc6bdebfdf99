/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * A Makefile read as data: what its variables hold and which headers its
 * recipes write. Nothing is run: what only a shell could tell is unknown, and
 * a word with something unknown in it is none.
 */
#ifndef VMALINT_ARGUMENTS_MAKEFILE_H
#define VMALINT_ARGUMENTS_MAKEFILE_H

#include <glib.h>
#include <stdbool.h>

struct makefile;
struct view;

/* Where a Makefile stands and what it is told. */
struct makefile_request {
	const struct view *view; /* how files are read; NULL: from disk */
	const char *root;	 /* no file outside of it is read */
	const char *folder;	 /* make's own; relative names count from it */
	/* Pairs of name and value, then NULL: as on make's command line. */
	const char *const *given;
	/* The same, of the environment: char * to char *; or NULL. */
	GHashTable *inherited;
	/* Symbols of Kconfig, char * to char * (y, m); or NULL. */
	GHashTable *config;
	/*
	 * All branches of conditions count that cannot be decided, and so do
	 * those over symbols of Kconfig if config is NULL. Else an undecided
	 * condition does not hold.
	 */
	bool takes_undecided;
};

/*
 * Reads a Makefile (an absolute path) and those that it includes. One that
 * cannot be read is as an empty one. Free with makefile_free().
 */
struct makefile *makefile_read(const struct makefile_request *request,
			       const char *path);

void makefile_free(struct makefile *makefile);

/* Adds the words of a variable's value (char *, owned by the array). */
void makefile_add_words(const struct makefile *makefile, const char *name,
			GPtrArray *words);

/* The value of a variable with what is in it replaced; owned. */
char *makefile_value(const struct makefile *makefile, const char *name);

/* Calls a function for each variable, in no order. */
void makefile_each_variable(const struct makefile *makefile,
			    void (*take)(void *context, const char *name),
			    void *context);

/* Adds the exported variables and their values to a table of both, owned. */
void makefile_add_exports(const struct makefile *makefile, GHashTable *values);

/*
 * Adds the variables that recipes give to a make of the kernel's for a module
 * in a folder (`make -C .. M=FOLDER NAME=value`) to a table as above.
 */
void makefile_add_handed(const struct makefile *makefile, const char *folder,
			 GHashTable *values);

/*
 * The text of a file that a rule writes by nothing but `echo` and `cp`, owned;
 * NULL if none does. The target is named as in the rule.
 */
char *makefile_made_text(const struct makefile *makefile, const char *target);

/* How recipes compile a source by themselves, if they do. */
enum makefile_compiles {
	MAKEFILE_COMPILES_NOT,
	MAKEFILE_COMPILES_PROGRAM, /* by cc and its like, and not __KERNEL__ */
	MAKEFILE_COMPILES_BPF,	   /* by clang -target bpf */
};

/*
 * How the recipes of a Makefile compile a source, by its absolute path: one
 * that they name, or that a target is called after; for BPF also one beside
 * the Makefile by a pattern such as %.o.
 */
enum makefile_compiles makefile_compiles(const struct makefile *makefile,
					 const char *path);

/* The targets of all rules that have a recipe; char *, owned by the makefile.
 */
const GPtrArray *makefile_targets(const struct makefile *makefile);

#endif
