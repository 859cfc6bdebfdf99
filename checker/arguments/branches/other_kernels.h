/* SPDX-License-Identifier: GPL-2.0-only */
/* Which kernels the branches of a module are for: told by its conditions. */
#ifndef VMALINT_ARGUMENTS_BRANCHES_OTHER_KERNELS_H
#define VMALINT_ARGUMENTS_BRANCHES_OTHER_KERNELS_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct kernel_symbols;

/* Lines of a branch that a test of the kernel has chosen, or has not. */
struct kernel_branch {
	guint32 first, last;
	char *test; /* "#if LINUX_VERSION_CODE < ..", "#else of #if .." */
};

/* Who knows the module's own macros that tell a kernel's version. */
struct version_judge {
	bool (*tells_version)(void *context, const char *macro);
	void *context;
};

/*
 * All such branches of a text: struct kernel_branch; frees its elements. The
 * judge is asked of names that kernel_version_name() is not true for; or NULL.
 */
GArray *kernel_branches(const char *text, gsize length,
			const struct version_judge *judge);

/*
 * True if a text defines a macro by the version of the kernel: by what it
 * stands for, or in a branch of such a test each time.
 */
bool text_defines_version(const char *text, gsize length, const char *macro,
			  const struct version_judge *judge);

/* The innermost of them around a line, or NULL. */
const struct kernel_branch *kernel_branch_around(const GArray *branches,
						 guint32 line);

/* True for a macro that tells a kernel's or a distribution's version. */
bool kernel_version_name(const char *name);

/*
 * True for a macro that is called as those are by which configure scripts tell
 * what a kernel's headers have.
 */
bool kernel_feature_name(const char *name);

/* What is known to one who asks about conditions of a module. */
struct condition_question {
	struct compile_jobs *jobs;
	guint target;	    /* the configuration that it is asked of */
	GHashTable *macros; /* a set of char *: those that something defines */
	/*
	 * A variant has chosen, not the macros: that a build of the module, for
	 * some kernel, has defined one says nothing.
	 */
	bool is_forced;
	/* True for a macro of the module's own files; if is_forced. */
	bool (*is_own)(void *context, const char *macro);
	void *context;
};

/*
 * True if a condition, in the form of #if, that came out as `result` would
 * come out otherwise, or may, if macros that nothing defines were defined.
 * Versions of kernels are decided, and so are the symbols of the tree's
 * Kconfig: it is read at the first question about one.
 */
bool condition_is_open(const struct condition_question *question,
		       const char *condition, bool result);

/* The files that such questions have read (char *); NULL: none; borrowed. */
const GPtrArray *kernel_symbol_files(const struct compile_jobs *jobs);

/* Private to jobs.c; takes NULL. */
void kernel_symbols_free(struct kernel_symbols *symbols);

#endif
