/* SPDX-License-Identifier: GPL-2.0-only */
/* What is known of one module. Private to this part. */
#ifndef VMALINT_ARGUMENTS_MODULE_MODULE_PARTS_H
#define VMALINT_ARGUMENTS_MODULE_MODULE_PARTS_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;
struct makefile;

struct module {
	char *root;
	GPtrArray *headers;   /* char *, sorted; NULL until asked for */
	GPtrArray *makefiles; /* char *, sorted; NULL until asked for */
	GHashTable
		*arguments; /* target and source to struct module_arguments * */
	GHashTable *missing; /* char *: files that -include names in vain */
};

/* How far above its root a module may have headers, as in -I$(src)/../../x. */
enum { FOLDERS_ABOVE = 3 };

/*
 * module.c: the folder above one, owned; NULL if that is anybody's: the root or
 * a home, another user's, or one that others may write to.
 */
char *module_folder_above(const char *folder);

/* module.c: the module of a job; borrowed. */
struct module *module_of(const struct compile_jobs *jobs,
			 const struct compile_job *job);

/* module.c: all that may be a Makefile below its root; borrowed. */
const GPtrArray *module_makefiles(struct module *module);

/* How Makefiles are to be read. */
struct module_reading {
	const struct compile_jobs *jobs;
	const struct compile_job *job;
	struct module *module;
	guint target;
	GHashTable *config; /* symbol to y or m; NULL: all may be */
};

/*
 * module_makefile.c: the arguments in the Makefiles for the job's file, as they
 * are written there, but with -I relative to folder; false: none builds it.
 */
void module_makefile_arguments(const struct module_reading *reading,
			       bool takes_undecided, GPtrArray *before,
			       GPtrArray *after, char **ret_folder);

/* module_makefile.c: a Makefile of a folder as Kbuild would include it. */
struct makefile *module_makefile_read(const struct module_reading *reading,
				      const char *folder, const char *path);

#endif
