// SPDX-License-Identifier: GPL-2.0-only
/*
 * Builds precompiled headers with libclang and keeps the list of the files that
 * are in one beside it.
 */
#include "pch.h"

#include <string.h>
#include <unistd.h>

#include "arguments/arguments.h"
#include "arguments/module/module.h"
#include "base/asked.h"
#include "bodiless.h"
#include "clang_handles.h"
#include "common_headers.h"
#include "inclusions.h"
#include "parse.h"
#include "pch_store.h"
#include "select/select.h"
#include "shared.h"
#include "start.h"
#include "warm_units.h"

#define PCH_SOURCE MADE_UP "pch.h"

/* Fewer jobs than this are parsed sooner than a header is precompiled. */
enum { JOBS_WORTH_IT = 6 };

struct pch_set {
	GHashTable
		*by_target; /* borrowed compile_target.pch_base -> stored_pch */
	GHashTable
		*tried; /* borrowed compile_target.pch_base: made for a job */
	char *layout;
	struct shared_unit *shared;
	struct warm_units *kept; /* or NULL */
	struct bodiless_headers *bodiless;
};

static const struct compile_target *target_at(const struct compile_jobs *jobs,
					      guint target)
{
	return &g_array_index(jobs->targets, struct compile_target, target);
}

/* All that decides what the header is made of, but for the files in it. */
static char *key_of(const struct compile_jobs *jobs, guint target,
		    const char *layout)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) arguments = common_headers_arguments(jobs, target);
	g_autofree char *library = parse_library_identity();
	g_autofree char *text = common_headers_text();
	const char *digest = target_at(jobs, target)->digest;

	g_ptr_array_add(arguments, g_steal_pointer(&library));
	g_ptr_array_add(arguments, g_steal_pointer(&text));
	g_ptr_array_add(arguments, g_strdup(layout));
	g_ptr_array_add(arguments, g_strdup(digest ? digest : "unknown"));
	if (compile_absent_key(jobs))
		g_ptr_array_add(arguments, g_strdup(compile_absent_key(jobs)));
	for (guint i = 0; i < arguments->len; i++) {
		const char *word = g_ptr_array_index(arguments, i);

		/* The words of make name the folder of each file. */
		if (jobs->keeps_pch && g_str_has_prefix(word, "-I"))
			continue;
		g_checksum_update(sum, (const guchar *)word,
				  (gssize)strlen(word) + 1);
	}
	for (guint i = 0; i < jobs->overlays->len; i++) {
		const struct overlay *overlay =
			&g_array_index(jobs->overlays, struct overlay, i);

		if (!overlay_concerns(overlay, NULL))
			continue;
		g_checksum_update(sum, (const guchar *)overlay->path,
				  (gssize)strlen(overlay->path) + 1);
		g_checksum_update(sum, (const guchar *)overlay->text,
				  (gssize)overlay->length);
	}
	return g_strdup(g_checksum_get_string(sum));
}

/*
 * The record of macros is of no use to who parses with the header, but the
 * unit may serve as the shared one, which tells where each macro is from.
 */
static CXTranslationUnit build(struct pch_set *pch_set,
			       const struct compile_jobs *jobs, guint target,
			       CXIndex index, struct asked *asked)
{
	struct asked *outer = asked_record(asked);
	g_autofree char *text = common_headers_text();
	g_autoptr(GPtrArray) arguments = common_headers_arguments(jobs, target);
	g_autoptr(GArray) unsaved = common_headers_unsaved(
		jobs, pch_set->bodiless, PCH_SOURCE, text, arguments);
	const struct start_request request = {
		.main_file = PCH_SOURCE,
		.arguments = arguments,
		.unsaved = unsaved,
		.options = CXTranslationUnit_ForSerialization |
			   CXTranslationUnit_Incomplete,
	};
	CXTranslationUnit unit;

	compile_hide_absent(jobs, arguments);
	g_ptr_array_add(arguments, g_strdup("-xc-header"));
	start_unit(index, &request, &unit);
	asked_record(outer);
	return unit;
}

/* True if a header of this target may be found in the unit itself. */
static bool has_headers(const struct compile_jobs *jobs, guint target)
{
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (job->file->is_header && job->target == target &&
		    !job->skip_reason && !job->is_elsewhere && !job->is_known &&
		    shared_unit_may_hold(job))
			return true;
	}
	return false;
}

static bool build_and_save(struct pch_set *pch_set,
			   const struct compile_jobs *jobs, guint target,
			   const char *key, bool is_shared)
{
	struct asked *asked = asked_new();
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit unit = build(pch_set, jobs, target, index, asked);
	bool is_saved = unit &&
			stored_pch_save(unit, key,
					target_at(jobs, target)->pch_base,
					asked);

	if (unit && is_shared) {
		shared_unit_adopt(pch_set->shared, index, unit, target, asked);
		return is_saved;
	}
	asked_free(asked);
	unit_release_var(&unit);
	index_release_var(&index);
	return is_saved;
}

/* How many jobs are to begin with a target. */
static guint count_users(const struct compile_jobs *jobs, guint target)
{
	guint nr = 0;

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		nr += !job->skip_reason && !job->is_elsewhere &&
		      !job->is_program && !job->is_bpf && !job->is_known &&
		      !job->built_with && job->target == target;
	}
	return nr;
}

/*
 * One file does not repay a precompiled header. Where others are to come, as
 * with make or a hook, it is worth it from the second call on.
 */
bool pch_is_worth_it(const struct compile_jobs *jobs, guint target)
{
	guint nr_users = jobs->keeps_pch ? jobs->jobs->len :
					   count_users(jobs, target);
	g_autofree char *mark = NULL;

	if (!jobs->keeps_pch && nr_users >= JOBS_WORTH_IT)
		return true;
	if (nr_users == 0 || (!jobs->keeps_pch && !jobs->comes_again))
		return false;
	mark = g_strconcat(target_at(jobs, target)->pch_base, ".wanted", NULL);
	if (g_file_test(mark, G_FILE_TEST_EXISTS))
		return true;
	g_file_set_contents(mark, "", 0, NULL);
	return false;
}

struct pch_set *pch_set_new(const struct compile_jobs *jobs, const char *layout)
{
	struct pch_set *pch_set = g_new0(struct pch_set, 1);

	pch_set->by_target = g_hash_table_new_full(g_str_hash, g_str_equal,
						   NULL, stored_pch_free);
	pch_set->tried = g_hash_table_new(g_str_hash, g_str_equal);
	pch_set->layout = g_strdup(layout);
	pch_set->shared = shared_unit_new();
	pch_set->bodiless = bodiless_headers_new(jobs->tree->view);
	return pch_set;
}

/*
 * What this process knows of the header of a target; else what is on disk: it
 * may be there any time, as another worker makes it.
 */
static const struct stored_pch *pch_of(struct pch_set *pch_set,
				       const struct compile_jobs *jobs,
				       guint target)
{
	const char *base = target_at(jobs, target)->pch_base;
	struct stored_pch *pch;
	g_autofree char *key = NULL;
	struct asked *outer;

	if (!pch_set || !target_at(jobs, target)->is_wanted)
		return NULL;
	pch = g_hash_table_lookup(pch_set->by_target, base);
	if (pch)
		return pch;
	/* Whether one is there says nothing of the file to parse. */
	outer = asked_record(NULL);
	if (stored_pch_exists(base)) {
		key = key_of(jobs, target, pch_set->layout);
		pch = stored_pch_load(base, key);
	}
	asked_record(outer);
	if (pch)
		g_hash_table_insert(pch_set->by_target, (gpointer)base, pch);
	return pch;
}

static enum pch_end make(struct pch_set *pch_set,
			 const struct compile_jobs *jobs, guint target,
			 bool is_shared)
{
	const char *base = target_at(jobs, target)->pch_base;
	g_autofree char *key = NULL;
	enum pch_end end = PCH_REUSED;
	const int lock = stored_pch_lock(base);

	if (!pch_of(pch_set, jobs, target)) {
		/* Who is making one has not been waited for long enough. */
		if (lock >= 0)
			stored_pch_remove(base);
		key = key_of(jobs, target, pch_set->layout);
		end = build_and_save(pch_set, jobs, target, key, is_shared) ?
			      PCH_BUILT :
			      PCH_NOT_MADE;
	}
	stored_pch_unlock(lock);
	return end;
}

enum pch_end pch_build(struct pch_set *pch_set, const struct compile_jobs *jobs,
		       guint target)
{
	return make(pch_set, jobs, target, has_headers(jobs, target));
}

void pch_set_free(struct pch_set *pch_set)
{
	if (!pch_set)
		return;
	g_hash_table_destroy(pch_set->by_target);
	g_hash_table_destroy(pch_set->tried);
	shared_unit_free(pch_set->shared);
	warm_units_free(pch_set->kept);
	bodiless_headers_free(pch_set->bodiless);
	g_free(pch_set->layout);
	g_free(pch_set);
}

void pch_set_keep_units(struct pch_set *pch_set)
{
	if (!pch_set->kept)
		pch_set->kept = warm_units_new();
}

struct warm_units *pch_warm_units(const struct pch_set *pch_set)
{
	return pch_set ? pch_set->kept : NULL;
}

struct bodiless_headers *pch_bodiless(const struct pch_set *pch_set)
{
	return pch_set ? pch_set->bodiless : NULL;
}

struct shared_unit *pch_shared(const struct pch_set *pch_set)
{
	return pch_set ? pch_set->shared : NULL;
}

const struct asked *pch_asked(struct pch_set *pch_set,
			      const struct compile_jobs *jobs, guint target)
{
	const struct stored_pch *pch = pch_of(pch_set, jobs, target);

	return pch ? pch->asked : NULL;
}

/* False if a job begins with headers of its own. */
static bool may_begin_so(const struct compile_jobs *jobs,
			 const struct compile_job *job)
{
	return !job->is_program && !job->is_bpf &&
	       (!job->built_with || jobs->keeps_pch);
}

const GHashTable *pch_files(struct pch_set *pch_set,
			    const struct compile_jobs *jobs,
			    const struct compile_job *job, guint target)
{
	const GHashTable *files;

	if (!pch_set || !may_begin_so(jobs, job))
		return NULL;
	files = shared_unit_files(pch_set->shared, jobs, pch_set->bodiless,
				  target);
	return g_hash_table_contains((GHashTable *)files, job->source) ? NULL :
									 files;
}

const char *pch_for(struct pch_set *pch_set, const struct compile_jobs *jobs,
		    const struct compile_job *job, guint target)
{
	const struct stored_pch *pch = pch_of(pch_set, jobs, target);

	if (!pch || !may_begin_so(jobs, job) ||
	    module_is_special(jobs, job, target) ||
	    g_hash_table_contains(pch->asked->reads, job->source) ||
	    (pch_set->kept &&
	     warm_units_is_unshareable(pch_set->kept, job->source)))
		return NULL;
	return pch->path;
}

bool pch_make_for(struct pch_set *pch_set, const struct compile_jobs *jobs,
		  const struct compile_job *job, guint target, bool *ret_is_new)
{
	const struct compile_target *entry = target_at(jobs, target);
	struct asked *outer;

	if (!pch_set || !entry->is_wanted || !may_begin_so(jobs, job) ||
	    module_is_special(jobs, job, target))
		return false;
	/* How it went says nothing of the file to parse. */
	*ret_is_new = false;
	outer = asked_record(NULL);
	if (g_hash_table_add(pch_set->tried, (gpointer)entry->pch_base))
		*ret_is_new = make(pch_set, jobs, target, false) == PCH_BUILT;
	asked_record(outer);
	return pch_for(pch_set, jobs, job, target) != NULL;
}
