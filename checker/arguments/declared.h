/* SPDX-License-Identifier: GPL-2.0-only */
/* Which configurations could declare what an error says is not declared. */
#ifndef VMALINT_ARGUMENTS_DECLARED_H
#define VMALINT_ARGUMENTS_DECLARED_H

#include <glib.h>
#include <stdbool.h>

struct compile_job;
struct compile_jobs;

/* Where names stand. */
struct declared {
	bool is_anywhere;   /* in what is not of one architecture */
	GHashTable *arches; /* char *, owned: folders of arch/; owned */
};

/*
 * Looks for names (keys, char *) as words in the headers that a file can reach
 * without a word of its Makefile: include/, the include folders of all
 * architectures, its own folder; and for definitions in the file itself.
 * Reads some thousand files: it is for errors, which are few. Free with
 * declared_release().
 */
void compile_find_declared(struct compile_jobs *jobs,
			   const struct compile_job *job, GHashTable *names,
			   struct declared *ret_declared);
void declared_release(struct declared *declared);

#endif
