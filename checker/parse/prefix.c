// SPDX-License-Identifier: GPL-2.0-only
/*
 * Builds precompiled headers with libclang and keeps the list of the files that
 * are in one beside it.
 */
#include "prefix.h"

#include <string.h>
#include <unistd.h>

#include "base/stamps.h"
#include "base/variant_file.h"
#include "clang_handles.h"
#include "compile/compile.h"
#include "inclusions.h"
#include "kept.h"
#include "parse.h"
#include "select/select.h"
#include "shared.h"

#define PREFIX_SOURCE MADE_UP "prefix.h"

/* The key, the precompiled header, and what it was made of. */
#define LIST_TYPE "(ayay" STAMPS_TYPE ")"

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

/* A precompiled header that is up to date. */
struct prefix {
	char *path;
	GHashTable *files; /* path -> struct stamp * */
};

struct parse_prefixes {
	GHashTable *by_target; /* borrowed compile_target.prefix -> prefix */
	struct shared_unit *shared;
	struct kept_units *kept; /* or NULL */
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

static void prefix_free(gpointer data)
{
	struct prefix *prefix = data;

	g_free(prefix->path);
	g_hash_table_destroy(prefix->files);
	g_free(prefix);
}

static char *list_path(const char *prefix)
{
	return g_strconcat(prefix, ".files", NULL);
}

GArray *prefix_unsaved(const struct compile_jobs *jobs, const char *path,
		       const char *text)
{
	GArray *unsaved =
		g_array_new(FALSE, FALSE, sizeof(struct CXUnsavedFile));
	struct CXUnsavedFile main_file = { path, text, strlen(text) };

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

/*
 * The list of a precompiled header: what it is for, its file, and what it was
 * made of. NULL if one of these may have changed since a time.
 */
static GVariant *pack_list(const char *key, const char *path, GHashTable *names,
			   gint64 since_ns)
{
	GVariantBuilder list;
	GHashTableIter iter;
	gpointer name;
	bool is_sure = true;

	g_variant_builder_init(&list, G_VARIANT_TYPE(STAMPS_TYPE));
	g_hash_table_iter_init(&iter, names);
	while (g_hash_table_iter_next(&iter, &name, NULL)) {
		struct stamp stamp = stamp_of(name);

		is_sure = is_sure && stamp_is_before(&stamp, since_ns);
		stamps_add(&list, name, &stamp);
	}
	return g_variant_ref_sink(g_variant_new("(^ay^ay@" STAMPS_TYPE ")",
						is_sure ? key : "", path,
						g_variant_builder_end(&list)));
}

/* Each has a name of its own: another run may be reading the last one. */
static bool save(CXTranslationUnit unit, const char *key, const char *prefix,
		 gint64 since_ns)
{
	g_autofree char *path = g_strdup_printf("%s.%ld.%" G_GINT64_FORMAT,
						prefix, (long)getpid(),
						g_get_real_time());
	g_autofree char *files = list_path(prefix);
	g_autoptr(GHashTable) names =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GVariant) list = NULL;

	inclusions_add(unit, names);
	list = pack_list(key, path, names, since_ns);
	if (clang_saveTranslationUnit(unit, path, 0) == CXSaveError_None &&
	    variant_file_write(files, list))
		return true;
	unlink(path);
	return false;
}

static const struct compile_target *target_at(const struct compile_jobs *jobs,
					      guint target)
{
	return &g_array_index(jobs->targets, struct compile_target, target);
}

/* All jobs of a target can share what one in no special folder would use. */
GPtrArray *prefix_arguments(const struct compile_jobs *jobs, guint target)
{
	g_autofree char *source =
		g_build_filename(jobs->tree->root, "mm/vmalint.c", NULL);
	const struct compile_job job = { .source = source, .target = target };

	if (jobs->keeps_prefix)
		return compile_arguments(
			jobs, &g_array_index(jobs->jobs, struct compile_job, 0),
			target);
	return compile_arguments(jobs, &job, target);
}

/* All that decides what the header is made of, but for the files in it. */
static char *key_of(const struct compile_jobs *jobs, guint target,
		    const char *layout)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_autoptr(GPtrArray) arguments = prefix_arguments(jobs, target);
	g_autofree char *library = parse_library_identity();
	g_autofree char *text = prefix_text();
	const char *digest = target_at(jobs, target)->digest;

	g_ptr_array_add(arguments, g_steal_pointer(&library));
	g_ptr_array_add(arguments, g_steal_pointer(&text));
	g_ptr_array_add(arguments, g_strdup(layout));
	g_ptr_array_add(arguments, g_strdup(digest ? digest : "unknown"));
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

		g_checksum_update(sum, (const guchar *)overlay->path,
				  (gssize)strlen(overlay->path) + 1);
		g_checksum_update(sum, (const guchar *)overlay->text,
				  (gssize)overlay->length);
	}
	return g_strdup(g_checksum_get_string(sum));
}

static bool build(const struct compile_jobs *jobs, guint target,
		  const char *key)
{
	const gint64 since_ns = stamp_now_ns();
	g_autofree char *text = prefix_text();
	g_autoptr(GArray) unsaved = prefix_unsaved(jobs, PREFIX_SOURCE, text);
	g_autoptr(GPtrArray) arguments = prefix_arguments(jobs, target);
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
	       save(unit, key, target_at(jobs, target)->prefix, since_ns);
}

/* How many jobs are to begin with a target. */
static guint count_users(const struct compile_jobs *jobs, guint target)
{
	guint nr = 0;

	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		nr += !job->skip_reason && !job->is_elsewhere &&
		      !job->is_program && !job->is_known && !job->words &&
		      job->target == target;
	}
	return nr;
}

/* Adds the files of a list; false if one has changed. */
static bool take_files(GVariant *list, GHashTable *files)
{
	g_autoptr(GVariant) stamps = g_variant_get_child_value(list, 2);
	GVariantIter iter;
	struct stamp stamp;
	const char *path;

	if (!stamps_are_current(stamps))
		return false;
	g_variant_iter_init(&iter, stamps);
	while (stamps_next(&iter, &path, &stamp))
		g_hash_table_insert(files, g_strdup(path),
				    g_memdup2(&stamp, sizeof(stamp)));
	return true;
}

static GVariant *read_list(const char *prefix)
{
	g_autofree char *path = list_path(prefix);

	return variant_file_read(path, LIST_TYPE);
}

/* The precompiled header of a target, if it is for a key; or NULL. */
static struct prefix *load(const char *base, const char *key)
{
	g_autoptr(GVariant) list = read_list(base);
	struct prefix *prefix;
	const char *path, *made_for;

	if (!list)
		return NULL;
	g_variant_get(list, "(^&ay^&ay@" STAMPS_TYPE ")", &made_for, &path,
		      NULL);
	if (!g_str_equal(made_for, key) || !g_str_has_prefix(path, base) ||
	    !g_file_test(path, G_FILE_TEST_IS_REGULAR))
		return NULL;
	prefix = g_new0(struct prefix, 1);
	prefix->path = g_strdup(path);
	prefix->files =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	if (take_files(list, prefix->files))
		return prefix;
	prefix_free(prefix);
	return NULL;
}

/* Who still reads one of these parses without it from now on. */
static void remove_old(const char *prefix)
{
	g_autofree char *folder = g_path_get_dirname(prefix);
	g_autofree char *name = g_path_get_basename(prefix);
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *entry;

	while (directory && (entry = g_dir_read_name(directory)) != NULL) {
		g_autofree char *path = g_build_filename(folder, entry, NULL);

		if (g_str_has_prefix(entry, name) &&
		    !g_str_has_suffix(entry, ".wanted"))
			unlink(path);
	}
	if (directory)
		g_dir_close(directory);
}

/*
 * One file does not repay a precompiled header. Where others are to come, as
 * with make or a hook, it is worth it from the second call on.
 */
static bool is_worth_it(const struct compile_jobs *jobs, guint target)
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

enum prefix_end parse_prefix_build(const struct compile_jobs *jobs,
				   guint target, const char *layout,
				   enum prefix_wish wish)
{
	const char *base = target_at(jobs, target)->prefix;
	g_autofree char *key = NULL;
	struct prefix *prefix;

	if (wish == PREFIX_IF_WORTH_IT && !is_worth_it(jobs, target))
		return PREFIX_NOT_MADE;
	key = key_of(jobs, target, layout);
	prefix = load(base, key);
	if (prefix) {
		prefix_free(prefix);
		return PREFIX_REUSED;
	}
	remove_old(base);
	return build(jobs, target, key) ? PREFIX_BUILT : PREFIX_NOT_MADE;
}

struct parse_prefixes *parse_prefixes_load(const struct compile_jobs *jobs,
					   const char *layout)
{
	struct parse_prefixes *prefixes = g_new0(struct parse_prefixes, 1);

	prefixes->by_target = g_hash_table_new_full(g_str_hash, g_str_equal,
						    NULL, prefix_free);
	prefixes->shared = shared_unit_new();
	for (guint i = 0; i < jobs->targets->len; i++) {
		const struct compile_target *target = target_at(jobs, i);
		g_autofree char *key = NULL;
		struct prefix *prefix;

		if (!target->is_wanted ||
		    (!jobs->keeps_prefix && count_users(jobs, i) == 0))
			continue;
		key = key_of(jobs, i, layout);
		prefix = load(target->prefix, key);
		if (prefix)
			g_hash_table_insert(prefixes->by_target,
					    (gpointer)target->prefix, prefix);
	}
	return prefixes;
}

void parse_prefixes_free(struct parse_prefixes *prefixes)
{
	if (!prefixes)
		return;
	g_hash_table_destroy(prefixes->by_target);
	shared_unit_free(prefixes->shared);
	kept_units_free(prefixes->kept);
	g_free(prefixes);
}

/* The word behind `#` in a line, of a text that ends; NULL: no directive. */
static const char *directive_word(const char *line)
{
	line += strspn(line, " \t");
	if (*line != '#')
		return NULL;
	return line + 1 + strspn(line + 1, " \t");
}

/* Only what messages begin with, which no header depends on. */
static bool is_harmless(const char *word)
{
	const char *name = word + strcspn(word, " \t");

	name += strspn(name, " \t");
	return g_str_has_prefix(name, "pr_fmt") ||
	       g_str_has_prefix(name, "dev_fmt");
}

bool prefix_may_differ(const char *text)
{
	bool has_macros = false;

	for (const char *line = text; line; line = strchr(line, '\n')) {
		const char *word;

		line += *line == '\n';
		word = directive_word(line);
		if (!word)
			continue;
		if (has_macros && g_str_has_prefix(word, "include"))
			return true;
		if (g_str_has_prefix(word, "define") ||
		    g_str_has_prefix(word, "undef"))
			has_macros = has_macros || !is_harmless(word);
	}
	return false;
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

struct shared_unit *prefix_shared(const struct parse_prefixes *prefixes)
{
	return prefixes ? prefixes->shared : NULL;
}

static const struct prefix *prefix_of(const struct parse_prefixes *prefixes,
				      const struct compile_jobs *jobs,
				      guint target)
{
	return prefixes ? g_hash_table_lookup(prefixes->by_target,
					      target_at(jobs, target)->prefix) :
			  NULL;
}

const GHashTable *prefix_files(const struct parse_prefixes *prefixes,
			       const struct compile_jobs *jobs, guint target)
{
	const struct prefix *prefix = prefix_of(prefixes, jobs, target);

	return prefix ? prefix->files : NULL;
}

const char *prefix_for(const struct parse_prefixes *prefixes,
		       const struct compile_jobs *jobs,
		       const struct compile_job *job, guint target)
{
	const struct prefix *prefix = prefix_of(prefixes, jobs, target);

	if (!prefix || job->is_program || (job->words && !jobs->keeps_prefix) ||
	    g_hash_table_contains(prefix->files, job->source) ||
	    (prefixes->kept && kept_is_loner(prefixes->kept, job->source)))
		return NULL;
	return prefix->path;
}
