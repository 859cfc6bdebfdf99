// SPDX-License-Identifier: GPL-2.0-only
/*
 * A header that others include before it is parsed with them all: such a unit
 * takes 0.45 s, and is the same for each of some thirty headers (6.1, 6.12).
 */
#include "shared.h"

#include <string.h>

#include "clang_handles.h"
#include "compile/compile.h"
#include "inclusions.h"
#include "prefix.h"
#include "select/select.h"

#define SHARED_SOURCE "/vmalint-shared-unit.c"

struct shared_unit {
	CXIndex index;
	CXTranslationUnit unit; /* NULL: there is none, or it failed */
	GHashTable *files;	/* char *, owned: what the unit read */
	guint target;		/* what it was made for; with files */
};

struct shared_unit *shared_unit_new(void)
{
	return g_new0(struct shared_unit, 1);
}

void shared_unit_drop(struct shared_unit *shared)
{
	unit_release_var(&shared->unit);
	index_release_var(&shared->index);
	g_clear_pointer(&shared->files, g_hash_table_unref);
	shared->unit = NULL;
	shared->index = NULL;
}

void shared_unit_free(struct shared_unit *shared)
{
	shared_unit_drop(shared);
	g_free(shared);
}

bool shared_unit_may_hold(const struct compile_job *job)
{
	const char *path = job->file->path;

	return g_str_has_prefix(path, "include/") ||
	       (g_str_has_prefix(path, "arch/") && strstr(path, "/include/"));
}

static void make(struct shared_unit *shared, const struct compile_jobs *jobs,
		 struct outlines *outlines, guint target)
{
	g_autofree char *text = prefix_text();
	g_autoptr(GPtrArray) arguments = prefix_arguments(jobs, target);
	g_autoptr(GArray) unsaved =
		prefix_unsaved(jobs, outlines, SHARED_SOURCE, text, arguments);

	shared_unit_drop(shared);
	shared->target = target;
	shared->files =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	shared->index = clang_createIndex(0, 0);
	clang_parseTranslationUnit2(
		shared->index, SHARED_SOURCE,
		(const char *const *)arguments->pdata, (int)arguments->len,
		(struct CXUnsavedFile *)(void *)unsaved->data, unsaved->len,
		CXTranslationUnit_KeepGoing |
			CXTranslationUnit_DetailedPreprocessingRecord,
		&shared->unit);
	if (shared->unit)
		inclusions_add(shared->unit, shared->files);
}

CXTranslationUnit shared_unit_for(struct shared_unit *shared,
				  const struct compile_jobs *jobs,
				  struct outlines *outlines,
				  const struct compile_job *job, guint target,
				  GHashTable *files)
{
	GHashTableIter iter;
	gpointer path;

	if (!shared->files || shared->target != target)
		make(shared, jobs, outlines, target);
	if (!shared->unit || !g_hash_table_contains(shared->files, job->source))
		return NULL;
	g_hash_table_iter_init(&iter, shared->files);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_hash_table_add(files, g_strdup(path));
	return shared->unit;
}
