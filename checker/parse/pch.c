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
#include "clang_handles.h"
#include "common_headers.h"
#include "inclusions.h"
#include "outline.h"
#include "parse.h"
#include "pch_store.h"
#include "select/select.h"
#include "shared.h"
#include "start.h"
#include "warm_units.h"

#define PREFIX_SOURCE MADE_UP "prefix.h"

/* Fewer jobs than this are parsed sooner than a header is precompiled. */
enum { JOBS_WORTH_IT = 6 };

struct parse_prefixes {
	GHashTable *by_target; /* borrowed compile_target.prefix -> prefix */
	GHashTable *tried; /* borrowed compile_target.prefix: made for a job */
	char *layout;
	struct shared_unit *shared;
	struct kept_units *kept; /* or NULL */
	struct outlines *outlines;
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
		if (jobs->keeps_prefix && g_str_has_prefix(word, "-I"))
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
static CXTranslationUnit build(struct parse_prefixes *prefixes,
			       const struct compile_jobs *jobs, guint target,
			       CXIndex index, struct asked *asked)
{
	struct asked *outer = asked_record(asked);
	g_autofree char *text = common_headers_text();
	g_autoptr(GPtrArray) arguments = common_headers_arguments(jobs, target);
	g_autoptr(GArray) unsaved = common_headers_unsaved(
		jobs, prefixes->outlines, PREFIX_SOURCE, text, arguments);
	const struct start_request request = {
		.main_file = PREFIX_SOURCE,
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

static bool build_and_save(struct parse_prefixes *prefixes,
			   const struct compile_jobs *jobs, guint target,
			   const char *key, bool is_shared)
{
	struct asked *asked = asked_new();
	CXIndex index = clang_createIndex(0, 0);
	CXTranslationUnit unit = build(prefixes, jobs, target, index, asked);
	bool is_saved = unit && kept_prefix_save(
					unit, key,
					target_at(jobs, target)->prefix, asked);

	if (unit && is_shared) {
		shared_unit_adopt(prefixes->shared, index, unit, target, asked);
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
		      !job->words && job->target == target;
	}
	return nr;
}

/*
 * One file does not repay a precompiled header. Where others are to come, as
 * with make or a hook, it is worth it from the second call on.
 */
bool parse_prefix_is_worth_it(const struct compile_jobs *jobs, guint target)
{
	guint nr_users = jobs->keeps_prefix ? jobs->jobs->len :
					      count_users(jobs, target);
	g_autofree char *mark = NULL;

	if (!jobs->keeps_prefix && nr_users >= JOBS_WORTH_IT)
		return true;
	if (nr_users == 0 || (!jobs->keeps_prefix && !jobs->comes_again))
		return false;
	mark = g_strconcat(target_at(jobs, target)->prefix, ".wanted", NULL);
	if (g_file_test(mark, G_FILE_TEST_EXISTS))
		return true;
	g_file_set_contents(mark, "", 0, NULL);
	return false;
}

struct parse_prefixes *parse_prefixes_new(const struct compile_jobs *jobs,
					  const char *layout)
{
	struct parse_prefixes *prefixes = g_new0(struct parse_prefixes, 1);

	prefixes->by_target = g_hash_table_new_full(g_str_hash, g_str_equal,
						    NULL, kept_prefix_free);
	prefixes->tried = g_hash_table_new(g_str_hash, g_str_equal);
	prefixes->layout = g_strdup(layout);
	prefixes->shared = shared_unit_new();
	prefixes->outlines = outlines_new(jobs->tree->view);
	return prefixes;
}

/*
 * What this process knows of the header of a target; else what is on disk: it
 * may be there any time, as another worker makes it.
 */
static const struct kept_prefix *prefix_of(struct parse_prefixes *prefixes,
					   const struct compile_jobs *jobs,
					   guint target)
{
	const char *base = target_at(jobs, target)->prefix;
	struct kept_prefix *prefix;
	g_autofree char *key = NULL;
	struct asked *outer;

	if (!prefixes || !target_at(jobs, target)->is_wanted)
		return NULL;
	prefix = g_hash_table_lookup(prefixes->by_target, base);
	if (prefix)
		return prefix;
	/* Whether one is there says nothing of the file to parse. */
	outer = asked_record(NULL);
	if (kept_prefix_exists(base)) {
		key = key_of(jobs, target, prefixes->layout);
		prefix = kept_prefix_load(base, key);
	}
	asked_record(outer);
	if (prefix)
		g_hash_table_insert(prefixes->by_target, (gpointer)base,
				    prefix);
	return prefix;
}

static enum prefix_end make(struct parse_prefixes *prefixes,
			    const struct compile_jobs *jobs, guint target,
			    bool is_shared)
{
	const char *base = target_at(jobs, target)->prefix;
	g_autofree char *key = NULL;
	enum prefix_end end = PREFIX_REUSED;
	const int lock = kept_prefix_lock(base);

	if (!prefix_of(prefixes, jobs, target)) {
		kept_prefix_remove(base);
		key = key_of(jobs, target, prefixes->layout);
		end = build_and_save(prefixes, jobs, target, key, is_shared) ?
			      PREFIX_BUILT :
			      PREFIX_NOT_MADE;
	}
	kept_prefix_unlock(lock);
	return end;
}

enum prefix_end parse_prefix_build(struct parse_prefixes *prefixes,
				   const struct compile_jobs *jobs,
				   guint target)
{
	return make(prefixes, jobs, target, has_headers(jobs, target));
}

void parse_prefixes_free(struct parse_prefixes *prefixes)
{
	if (!prefixes)
		return;
	g_hash_table_destroy(prefixes->by_target);
	g_hash_table_destroy(prefixes->tried);
	shared_unit_free(prefixes->shared);
	kept_units_free(prefixes->kept);
	outlines_free(prefixes->outlines);
	g_free(prefixes->layout);
	g_free(prefixes);
}

void parse_prefixes_keep_units(struct parse_prefixes *prefixes)
{
	if (!prefixes->kept)
		prefixes->kept = kept_units_new();
}

struct kept_units *prefix_kept(const struct parse_prefixes *prefixes)
{
	return prefixes ? prefixes->kept : NULL;
}

struct outlines *prefix_outlines(const struct parse_prefixes *prefixes)
{
	return prefixes ? prefixes->outlines : NULL;
}

struct shared_unit *prefix_shared(const struct parse_prefixes *prefixes)
{
	return prefixes ? prefixes->shared : NULL;
}

const struct asked *prefix_asked(struct parse_prefixes *prefixes,
				 const struct compile_jobs *jobs, guint target)
{
	const struct kept_prefix *prefix = prefix_of(prefixes, jobs, target);

	return prefix ? prefix->asked : NULL;
}

/* False if a job begins with headers of its own. */
static bool may_begin_so(const struct compile_jobs *jobs,
			 const struct compile_job *job)
{
	return !job->is_program && !job->is_bpf &&
	       (!job->words || jobs->keeps_prefix);
}

const GHashTable *prefix_files(struct parse_prefixes *prefixes,
			       const struct compile_jobs *jobs,
			       const struct compile_job *job, guint target)
{
	const GHashTable *files;

	if (!prefixes || !may_begin_so(jobs, job))
		return NULL;
	files = shared_unit_files(prefixes->shared, jobs, prefixes->outlines,
				  target);
	return g_hash_table_contains((GHashTable *)files, job->source) ? NULL :
									 files;
}

const char *prefix_for(struct parse_prefixes *prefixes,
		       const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target)
{
	const struct kept_prefix *prefix = prefix_of(prefixes, jobs, target);

	if (!prefix || !may_begin_so(jobs, job) ||
	    module_is_special(jobs, job, target) ||
	    g_hash_table_contains(prefix->asked->reads, job->source) ||
	    (prefixes->kept && kept_is_loner(prefixes->kept, job->source)))
		return NULL;
	return prefix->path;
}

bool prefix_make_for(struct parse_prefixes *prefixes,
		     const struct compile_jobs *jobs,
		     const struct compile_job *job, guint target,
		     bool *ret_is_new)
{
	const struct compile_target *entry = target_at(jobs, target);
	struct asked *outer;

	if (!prefixes || !entry->is_wanted || !may_begin_so(jobs, job) ||
	    module_is_special(jobs, job, target))
		return false;
	/* How it went says nothing of the file to parse. */
	*ret_is_new = false;
	outer = asked_record(NULL);
	if (g_hash_table_add(prefixes->tried, (gpointer)entry->prefix))
		*ret_is_new = make(prefixes, jobs, target, false) ==
			      PREFIX_BUILT;
	asked_record(outer);
	return prefix_for(prefixes, jobs, job, target) != NULL;
}
