// SPDX-License-Identifier: GPL-2.0-only
/*
 * A header that others include before it is parsed with them all: such a unit
 * takes 0.45 s, and is the same for each of some thirty headers (6.1, 6.12).
 */
#include "shared.h"

#include <string.h>

#include "arguments/arguments.h"
#include "base/asked.h"
#include "clang_handles.h"
#include "common_headers.h"
#include "inclusions.h"
#include "select/select.h"
#include "start.h"

#define SHARED_SOURCE "/vmalint-shared-unit.c"

struct shared_unit {
	CXIndex index;
	CXTranslationUnit unit; /* NULL: there is none, or it failed */
	GHashTable *files;	/* char *: what is in it */
	struct asked *asked;	/* what it is made of; with files */
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
	g_clear_pointer(&shared->asked, asked_free);
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

static GHashTable *files_of(CXTranslationUnit unit)
{
	GHashTable *paths =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	if (unit)
		inclusions_add(unit, paths);
	return paths;
}

void shared_unit_adopt(struct shared_unit *shared, CXIndex index,
		       CXTranslationUnit unit, guint target,
		       struct asked *asked)
{
	shared_unit_drop(shared);
	shared->index = index;
	shared->unit = unit;
	shared->target = target;
	shared->asked = asked;
	shared->files = files_of(unit);
}

static void make(struct shared_unit *shared, const struct compile_jobs *jobs,
		 struct bodiless_headers *bodiless, guint target)
{
	struct asked *asked = asked_new(), *outer = asked_record(asked);
	g_autofree char *text = common_headers_text();
	g_autoptr(GPtrArray) arguments = common_headers_arguments(jobs, target);
	g_autoptr(GArray) unsaved = common_headers_unsaved(
		jobs, bodiless, SHARED_SOURCE, text, arguments);
	const struct start_request request = {
		.main_file = SHARED_SOURCE,
		.arguments = arguments,
		.unsaved = unsaved,
	};
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit unit;

	compile_hide_absent(jobs, arguments);
	shared_unit_drop(shared);
	start_unit(index, &request, &unit);
	asked_record(outer);
	shared_unit_adopt(shared, index, unit, target, asked);
}

const GHashTable *shared_unit_files(struct shared_unit *shared,
				    const struct compile_jobs *jobs,
				    struct bodiless_headers *bodiless,
				    guint target)
{
	if (!shared->files || shared->target != target)
		make(shared, jobs, bodiless, target);
	return shared->files;
}

CXTranslationUnit shared_unit_for(struct shared_unit *shared,
				  const struct compile_jobs *jobs,
				  struct bodiless_headers *bodiless,
				  const struct compile_job *job, guint target)
{
	shared_unit_files(shared, jobs, bodiless, target);
	if (!g_hash_table_contains(shared->files, job->source))
		return NULL;
	return shared->unit;
}

const struct asked *shared_unit_asked(const struct shared_unit *shared)
{
	return shared->asked;
}
