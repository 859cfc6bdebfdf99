// SPDX-License-Identifier: GPL-2.0-only
/* From rules of Kbuild files to the headers that they make. */
#include "made_headers.h"

#include <glib/gstdio.h>
#include <string.h>

#include "arguments/arch/arch.h"
#include "arguments/arguments.h"
#include "arguments/generated_includes.h"
#include "base/session.h"
#include "base/view.h"
#include "folder.h"
#include "kbuild_rules.h"
#include "made_list.h"
#include "offsets.h"
#include "select/select.h"

/* Where what a single folder needs is put, beside what all may include. */
#define LOCAL_FOLDER "local"

/* Of whom headers are made. */
struct making {
	const struct tree *tree;
	const struct arch *arch;
	const char *folder;	   /* of generated headers */
	GHashTable *values;	   /* of constants that are known; or NULL */
	GHashTable *reads;	   /* absolute paths, owned; or NULL */
	struct session *session;   /* for reads and problems; or NULL */
	struct kbuild_rules rules; /* of all files that were read */
	GHashTable *seen; /* char *, owned: folders that were looked at */
};

static void making_init(struct making *making)
{
	kbuild_rules_init(&making->rules);
	making->seen =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void making_release(struct making *making)
{
	kbuild_rules_release(&making->rules);
	g_hash_table_destroy(making->seen);
}

static void note_read(const struct making *making, const char *path)
{
	if (making->reads)
		g_hash_table_add(making->reads, g_strdup(path));
	if (making->session)
		session_note_read(making->session, path);
}

/* The text of a file of the tree; owned, NULL if it has none. */
static char *read_text(const struct making *making, const char *name)
{
	g_autofree char *path =
		g_build_filename(making->tree->root, name, NULL);
	gsize length = 0;

	note_read(making, path);
	return view_read(making->tree->view, path, &length, NULL);
}

static bool has_file(const struct making *making, const char *name)
{
	g_autofree char *path =
		g_build_filename(making->tree->root, name, NULL);

	note_read(making, path);
	return view_has_file(making->tree->view, path);
}

static const char *host_of(const struct arch *arch)
{
	return arch->host ? arch->host : arch->folder;
}

static void read_rules(struct making *making, const char *folder,
		       const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	const struct kbuild_place place = {
		.view = making->tree->view,
		.root = making->tree->root,
		.folder = *folder ? folder : ".",
		.arch = making->arch->folder,
		.host = host_of(making->arch),
	};

	if (has_file(making, path))
		kbuild_rules_read(&place, path, &making->rules);
}

/* Make prefers Kbuild to Makefile; "" is the top. */
static void read_folder(struct making *making, const char *folder)
{
	g_autofree char *kbuild = g_build_filename(folder, "Kbuild", NULL);

	if (g_hash_table_add(making->seen, g_strdup(folder)))
		read_rules(making, folder,
			   has_file(making, kbuild) ? "Kbuild" : "Makefile");
}

/* Where an #include of a source of constants may lead. */
struct include_place {
	const struct making *making;
	const char *folder;
};

/* The text of folder/name if there is such a file, else NULL; owned. */
static char *read_below(const struct making *making, const char *folder,
			const char *name)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	return has_file(making, path) ? read_text(making, path) : NULL;
}

static char *read_included(void *context, const char *name)
{
	const struct include_place *source = context;
	const struct making *making = source->making;
	const char *const *lent = making->arch->includes;
	g_autofree char *own =
		g_strconcat("arch/", making->arch->folder, "/include", NULL);
	char *text = read_below(making, source->folder, name);

	if (!text)
		text = read_below(making, own, name);
	if (!text)
		text = read_below(making, "include", name);
	for (guint i = 0; !text && lent && lent[i]; i++)
		text = read_below(making, lent[i], name);
	return text;
}

static const struct kbuild_rule *rule_for(const struct making *making,
					  const char *target)
{
	for (guint i = 0; i < making->rules.rules->len; i++) {
		const struct kbuild_rule *rule =
			g_ptr_array_index(making->rules.rules, i);

		if (strcmp(rule->target, target) == 0 && *rule->source)
			return rule;
	}
	return NULL;
}

/* The C file that an assembly file is compiled from; owned, or NULL. */
static char *source_of(const struct making *making, const char *assembly)
{
	const struct kbuild_rule *rule = rule_for(making, assembly);
	g_autofree char *beside = NULL;

	if (!g_str_has_suffix(assembly, ".s"))
		return NULL;
	if (rule && g_str_has_suffix(rule->source, ".c"))
		return g_strdup(rule->source);
	beside = g_strdup(assembly);
	beside[strlen(beside) - 1] = 'c';
	return has_file(making, beside) ? g_steal_pointer(&beside) : NULL;
}

/* The header that a rule makes of constants; owned, NULL if it does not. */
static char *constants_of(const struct making *making,
			  const struct kbuild_rule *rule)
{
	g_autofree char *path = source_of(making, rule->source);
	g_autofree char *text = path ? read_text(making, path) : NULL;
	g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;
	struct include_place source = { .making = making, .folder = folder };
	const struct offsets_help help = {
		.read = read_included,
		.context = &source,
		.values = making->values,
	};

	return text ? offsets_header(text, &help) : NULL;
}

static bool is_for_all(const struct making *making, const char *target)
{
	g_autofree char *own = g_strconcat("arch/", making->arch->folder,
					   "/include/generated/", NULL);
	g_autofree char *lent = g_strconcat("arch/", host_of(making->arch),
					    "/include/generated/", NULL);

	return g_str_has_suffix(target, ".h") &&
	       (g_str_has_prefix(target, "include/generated/") ||
		g_str_has_prefix(target, own) ||
		g_str_has_prefix(target, lent));
}

/* What stands in for a header is empty; others have written what is not. */
static bool is_of_others(const char *path, GHashTable *before)
{
	GStatBuf status;

	return !g_hash_table_contains(before, path) &&
	       g_stat(path, &status) == 0 && status.st_size > 0;
}

/*
 * Writes one header, or leaves a stand-in, and adds it to the list. What is
 * left of the paths of before is made no more.
 */
static bool write_one(const struct making *making,
		      const struct kbuild_rule *rule, GHashTable *before,
		      GVariantBuilder *list)
{
	g_autofree char *text = constants_of(making, rule);
	g_autofree char *path =
		g_build_filename(making->folder, rule->target, NULL);

	if (!text && is_of_others(path, before))
		return true;
	g_hash_table_remove(before, path);
	made_list_add(list, rule, text != NULL);
	return folder_write(making->session, making->folder, rule->target,
			    text ? text : "");
}

/* Adds a constant to a header. */
static void append_value(gpointer name, gpointer value, gpointer header)
{
	g_string_append_printf(header, "#define %s %s\n", (char *)name,
			       (char *)value);
}

/* A tree in which nothing makes what its headers need (a part of one). */
static bool write_expected(const struct making *making, GHashTable *done)
{
	static const char bounds[] = "include/generated/bounds.h";
	static const char offsets[] = "include/generated/asm-offsets.h";
	g_autoptr(GString) text = g_string_new(NULL);

	g_hash_table_foreach(making->values, append_value, text);
	return (g_hash_table_contains(done, bounds) ||
		folder_write(making->session, making->folder, bounds,
			     text->str)) &&
	       (g_hash_table_contains(done, offsets) ||
		folder_write(making->session, making->folder, offsets, ""));
}

/* A header is made once, however many rules say what it depends on. */
static bool write_all(const struct making *making)
{
	g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) before = made_list_paths(making->folder);
	GVariantBuilder list;
	GHashTableIter iter;
	bool is_written = true;
	gpointer old;

	made_list_init(&list);
	for (guint i = 0; i < making->rules.rules->len && is_written; i++) {
		const struct kbuild_rule *rule =
			g_ptr_array_index(making->rules.rules, i);

		if (*rule->recipe && !rule->is_listed &&
		    is_for_all(making, rule->target) &&
		    g_hash_table_add(done, rule->target))
			is_written = write_one(making, rule, before, &list);
	}
	g_hash_table_iter_init(&iter, before);
	while (is_written && g_hash_table_iter_next(&iter, &old, NULL))
		g_unlink(old);
	return made_list_write(making->folder, &list) && is_written &&
	       write_expected(making, done);
}

bool made_headers_write(struct session *session, const struct tree *tree,
			const struct arch *arch, GHashTable *values,
			const char *folder)
{
	struct making making = {
		.tree = tree,
		.arch = arch,
		.folder = folder,
		.values = values,
		.session = session,
	};
	g_autofree char *own = g_build_filename("arch", arch->folder, NULL);
	bool is_written;

	making_init(&making);
	read_rules(&making, "", "Makefile");
	read_rules(&making, own, "Makefile");
	read_folder(&making, "");
	/* Folders that these name in turn are appended meanwhile. */
	for (guint i = 0; i < making.rules.folders->len; i++)
		read_folder(&making,
			    g_ptr_array_index(making.rules.folders, i));
	is_written = write_all(&making);
	making_release(&making);
	return is_written;
}

/*
 * The rule for a header whose path ends in a name, or else a list that has it,
 * or NULL.
 */
static const struct kbuild_rule *rule_ending_in(const struct making *making,
						const char *name)
{
	g_autofree char *end = g_strconcat("/", name, NULL);
	const struct kbuild_rule *listed = NULL;

	for (guint i = 0; i < making->rules.rules->len; i++) {
		const struct kbuild_rule *rule =
			g_ptr_array_index(making->rules.rules, i);

		if (!*rule->recipe || (!g_str_has_suffix(rule->target, end) &&
				       strcmp(rule->target, name) != 0))
			continue;
		if (!rule->is_listed)
			return rule;
		listed = rule;
	}
	return listed;
}

/* Looks in the folder of a file and in those around it. */
static const struct kbuild_rule *find_rule(struct making *making,
					   const char *path, const char *name)
{
	g_autofree char *folder = g_path_get_dirname(path);
	const struct kbuild_rule *rule = NULL;

	while (strcmp(folder, ".") != 0 && !rule) {
		char *above = g_path_get_dirname(folder);

		read_folder(making, folder);
		rule = rule_ending_in(making, name);
		g_free(folder);
		folder = above;
	}
	return rule;
}

/* Where one header is only for a folder; false if it cannot be written. */
static bool write_locally(const struct making *making, const char *local,
			  const struct kbuild_rule *rule, GHashTable *unknown)
{
	g_autofree char *text = constants_of(making, rule);
	bool is_written;

	is_written = folder_write(NULL, local, rule->target, text ? text : "");
	if (!text)
		unknown_headers_add(unknown, local, rule);
	return is_written;
}

/*
 * Writes all headers that the Kbuild file of a rule makes, as the folder of one
 * makes others found that an earlier run has left. Rules come before lists.
 */
static bool write_local(const struct making *making, const char *local,
			const struct kbuild_rule *wanted, GHashTable *unknown)
{
	g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
	const guint nr = making->rules.rules->len;
	bool is_written = true;

	for (guint i = 0; i < 2 * nr && is_written; i++) {
		const struct kbuild_rule *rule =
			g_ptr_array_index(making->rules.rules, i % nr);

		if (*rule->recipe && rule->is_listed == (i >= nr) &&
		    g_str_has_suffix(rule->target, ".h") &&
		    strcmp(rule->path, wanted->path) == 0 &&
		    g_hash_table_add(done, rule->target))
			is_written =
				write_locally(making, local, rule, unknown);
	}
	return is_written;
}

char *compile_make_include(struct compile_jobs *jobs,
			   const struct compile_job *job, guint target,
			   const char *name, GHashTable *reads)
{
	const struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);
	struct making making = {
		.tree = jobs->tree,
		.arch = entry->arch,
		.folder = entry->folder,
		.reads = reads,
	};
	g_autofree char *local =
		g_build_filename(entry->folder, LOCAL_FOLDER, NULL);
	const struct kbuild_rule *rule;
	char *folder = NULL;

	/* A module outside of the tree is built by a Makefile of its own. */
	if (g_path_is_absolute(job->file->path) || strstr(name, ".."))
		return NULL;
	making_init(&making);
	rule = find_rule(&making, job->file->path, name);
	if (rule && write_local(&making, local, rule, jobs->unknown))
		folder = g_strdup_printf(
			"%s/%.*s", local,
			(int)(strlen(rule->target) - strlen(name)),
			rule->target);
	making_release(&making);
	return folder;
}

const struct unknown_header *compile_unknown_header(struct compile_jobs *jobs,
						    guint target,
						    const char *path)
{
	const char *folder =
		g_array_index(jobs->targets, struct compile_target, target)
			.folder;

	if (!g_str_has_prefix(path, folder))
		return NULL;
	if (g_hash_table_add(jobs->unknown_read, (gpointer)folder))
		unknown_headers_load(folder, jobs->unknown);
	return g_hash_table_lookup(jobs->unknown, path);
}
