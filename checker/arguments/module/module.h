/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Modules outside of the tree: where one begins, which headers it has, and
 * what its Makefiles hand to the compiler.
 */
#ifndef VMALINT_ARGUMENTS_MODULE_MODULE_H
#define VMALINT_ARGUMENTS_MODULE_MODULE_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct session;

/* What a module's file is parsed with besides what any file is. */
struct module_arguments {
	GPtrArray *before; /* char *: goes before the kernel's folders; owned */
	GPtrArray *after;  /* char *: goes behind them; owned */
};

/* The modules of a run, found on demand; owned. */
GHashTable *modules_new(void);

/*
 * Adds the files below a folder whose name is wanted: owned char *, sorted.
 * Links and hidden folders are not followed.
 */
void module_find_files(const char *folder, bool (*is_wanted)(const char *name),
		       GPtrArray *ret_paths);

/* True for a job of a file outside of the tree. */
bool module_has_job(const struct compile_job *job);

/*
 * The root of the module that a job's file is in, borrowed: its repository, or
 * the outermost folder with a Makefile around the PATH that was named.
 */
const char *module_root(const struct compile_jobs *jobs,
			const struct compile_job *job);

/* The headers below the root: char *, absolute, sorted; borrowed. */
const GPtrArray *module_headers(const struct compile_jobs *jobs,
				const struct compile_job *job);

/*
 * The arguments for a job: of the Makefile that builds it, those above it, and
 * of
 * --cflags; borrowed. Nothing is executed. Folders that lie neither in the
 * module nor close to it nor in the tree are left out.
 */
const struct module_arguments *module_arguments(const struct compile_jobs *jobs,
						const struct compile_job *job,
						guint target);

/*
 * The same where no configuration is made yet: folders that any of them may
 * name. To be freed with module_arguments_free().
 */
struct module_arguments *module_all_arguments(const struct compile_jobs *jobs,
					      const struct compile_job *job);
void module_arguments_free(struct module_arguments *arguments);

/* Says which files Makefiles have included first that are not there. */
void modules_tell(struct session *session, const struct compile_jobs *jobs);

/*
 * Why a module's file is no code of the kernel's, a program or one for BPF: a
 * constant. NULL if it is, as far as can be told. text is the file's, of some
 * length. A file that is none is told of.
 */
const char *module_not_kernel(struct session *session,
			      const struct compile_jobs *jobs,
			      const struct compile_job *job, const char *text,
			      gsize length);

/*
 * True if a job's arguments may change what the kernel's headers say: no
 * precompiled header is right for it. False for a file of the tree.
 */
bool module_is_special(const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target);

#endif
