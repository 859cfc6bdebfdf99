// SPDX-License-Identifier: GPL-2.0-only
/*
 * Builds precompiled headers with libclang and keeps the list of the files that
 * are in one beside it.
 */
#include "prefix.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text_file.h"
#include "clang_handles.h"
#include "compile/compile.h"
#include "parse.h"
#include "select/select.h"

#define PREFIX_SOURCE "/vmalint-prefix.h"

/* Fewer jobs than this are parsed sooner than a header is precompiled. */
enum { JOBS_WORTH_IT = 6 };

/*
 * Most included by files that handle VMA flags, 6.1 and 6.12. A tree that
 * lacks one goes without it.
 */
static const char *const common[] = {
	"linux/kernel.h",	"linux/module.h",
	"linux/init.h",		"linux/types.h",
	"linux/errno.h",	"linux/sched.h",
	"linux/sched/mm.h",	"linux/sched/signal.h",
	"linux/mm.h",		"linux/mman.h",
	"linux/fs.h",		"linux/slab.h",
	"linux/uaccess.h",	"linux/pagemap.h",
	"linux/highmem.h",	"linux/vmalloc.h",
	"linux/swap.h",		"linux/rmap.h",
	"linux/mmu_notifier.h", "linux/hugetlb.h",
	"linux/interrupt.h",	"linux/io.h",
	"linux/device.h",	"linux/pci.h",
	"linux/dma-mapping.h",	"linux/platform_device.h",
	"linux/mutex.h",	"linux/list.h",
	"linux/file.h",		"linux/seq_file.h",
	"linux/ptrace.h",	"linux/security.h",
	"linux/syscalls.h",	"linux/pkeys.h",
};

struct parse_prefixes {
	GHashTable *files; /* path of a precompiled header -> set of paths */
};

char *prefix_text(void)
{
	GString *text = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(common); i++)
		g_string_append_printf(
			text,
			"#if __has_include(<%s>)\n#include <%s>\n#endif\n",
			common[i], common[i]);
	return g_string_free(text, FALSE);
}

static char *list_path(const char *prefix)
{
	return g_strconcat(prefix, ".files", NULL);
}

static void note_file(CXFile file, CXSourceLocation *stack, unsigned int depth,
		      CXClientData data)
{
	AUTO_RELEASE(string) CXString name = clang_getFileName(file);

	(void)stack;
	(void)depth;
	g_string_append_printf(data, "%s\n", clang_getCString(name));
}

static GArray *unsaved_files(const struct compile_jobs *jobs, const char *text)
{
	GArray *unsaved =
		g_array_new(FALSE, FALSE, sizeof(struct CXUnsavedFile));
	struct CXUnsavedFile main_file = { PREFIX_SOURCE, text, strlen(text) };

	g_array_append_val(unsaved, main_file);
	for (guint i = 0; i < jobs->overlays->len; i++) {
		const struct overlay *overlay =
			&g_array_index(jobs->overlays, struct overlay, i);
		struct CXUnsavedFile file = { overlay->path, overlay->text,
					      overlay->length };

		if (overlay_concerns(overlay, NULL))
			g_array_append_val(unsaved, file);
	}
	return unsaved;
}

static bool save(CXTranslationUnit unit, const char *path)
{
	g_autofree char *fresh =
		g_strdup_printf("%s.%ld", path, (long)getpid());
	g_autofree char *files = list_path(path);
	g_autoptr(GString) names = g_string_new(NULL);

	clang_getInclusions(unit, note_file, names);
	return clang_saveTranslationUnit(unit, fresh, 0) == CXSaveError_None &&
	       g_file_set_contents(files, names->str, -1, NULL) &&
	       rename(fresh, path) == 0;
}

static bool build(const struct compile_jobs *jobs,
		  const struct compile_job *job, const char *path)
{
	g_autofree char *text = prefix_text();
	g_autoptr(GArray) unsaved = unsaved_files(jobs, text);
	g_autoptr(GPtrArray) arguments =
		compile_arguments(jobs, job, job->target);
	AUTO_RELEASE(index) CXIndex index = clang_createIndex(0, 0);
	AUTO_RELEASE(unit) CXTranslationUnit unit = NULL;

	g_ptr_array_add(arguments, g_strdup("-xc-header"));
	return clang_parseTranslationUnit2(
		       index, PREFIX_SOURCE,
		       (const char *const *)arguments->pdata,
		       (int)arguments->len,
		       (struct CXUnsavedFile *)(void *)unsaved->data,
		       unsaved->len,
		       CXTranslationUnit_ForSerialization |
			       CXTranslationUnit_Incomplete |
			       CXTranslationUnit_KeepGoing,
		       &unit) == CXError_Success &&
	       save(unit, path);
}

static const struct compile_target *target_at(const struct compile_jobs *jobs,
					      guint target)
{
	return &g_array_index(jobs->targets, struct compile_target, target);
}

/* A job that begins with a target, and how many there are. */
static const struct compile_job *find_user(const struct compile_jobs *jobs,
					   guint target, guint *ret_nr)
{
	const struct compile_job *user = NULL;

	*ret_nr = 0;
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		if (job->skip_reason || job->is_program || job->words ||
		    job->target != target)
			continue;
		user = job;
		(*ret_nr)++;
	}
	return user;
}

/* Worth it from the second call on, for those to come. */
static void build_kept(const struct compile_jobs *jobs, const char *path)
{
	g_autofree char *mark = g_strconcat(path, ".wanted", NULL);

	if (g_file_test(path, G_FILE_TEST_EXISTS) || jobs->jobs->len == 0)
		return;
	if (g_file_test(mark, G_FILE_TEST_EXISTS))
		build(jobs, &g_array_index(jobs->jobs, struct compile_job, 0),
		      path);
	else
		g_file_set_contents(mark, "", 0, NULL);
}

void parse_prefix_build(const struct compile_jobs *jobs, guint target)
{
	const char *path = target_at(jobs, target)->prefix;
	guint nr = 0;
	const struct compile_job *user = find_user(jobs, target, &nr);

	if (jobs->keeps_prefix) {
		build_kept(jobs, path);
		return;
	}
	unlink(path);
	if (nr >= JOBS_WORTH_IT)
		build(jobs, user, path);
}

static GHashTable *read_files(const char *prefix)
{
	g_autofree char *path = list_path(prefix);
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);
	g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);
	GHashTable *files =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; lines[i]; i++)
		g_hash_table_add(files, g_strdup(lines[i]));
	return files;
}

struct parse_prefixes *parse_prefixes_load(const struct compile_jobs *jobs)
{
	struct parse_prefixes *prefixes = g_new0(struct parse_prefixes, 1);

	prefixes->files =
		g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
				      (GDestroyNotify)g_hash_table_destroy);
	for (guint i = 0; i < jobs->targets->len; i++) {
		const struct compile_target *target = target_at(jobs, i);

		if (target->is_wanted &&
		    g_file_test(target->prefix, G_FILE_TEST_EXISTS))
			g_hash_table_insert(prefixes->files,
					    (gpointer)target->prefix,
					    read_files(target->prefix));
	}
	return prefixes;
}

void parse_prefixes_free(struct parse_prefixes *prefixes)
{
	if (!prefixes)
		return;
	g_hash_table_destroy(prefixes->files);
	g_free(prefixes);
}

const char *prefix_for(const struct parse_prefixes *prefixes,
		       const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target)
{
	const char *path = target_at(jobs, target)->prefix;
	const GHashTable *files =
		prefixes && !job->is_program &&
				(!job->words || jobs->keeps_prefix) ?
			g_hash_table_lookup(prefixes->files, path) :
			NULL;

	if (!files || g_hash_table_contains((GHashTable *)files, job->source))
		return NULL;
	return path;
}
