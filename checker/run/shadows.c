// SPDX-License-Identifier: GPL-2.0-only
#include "shadows.h"

#include <string.h>

#include "arguments/arguments.h"
#include "base/path_kind.h"
#include "base/sort.h"
#include "base/view.h"
#include "enabled.h"
#include "facts/shadows/shadows.h"
#include "findings/findings.h"
#include "options/options.h"
#include "rule.h"
#include "select/select.h"

/* Where flags are defined, 2.6 to 7.x. */
static const char *const headers[] = { "include/linux/mm_types.h",
				       "include/linux/mm.h" };

/* Where flags are told of a second time, 4.x to 7.x; elsewhere they are found
 * if they are selected. */
static const char *const places[] = {
	"Documentation/core-api/printk-formats.rst",
	"Documentation/filesystems/proc.rst",
	"fs/proc/task_mmu.c",
	"include/trace/events/mmflags.h",
	"rust/bindgen_parameters",
	"rust/bindings/bindings_helper.h",
	"rust/kernel/mm/virt.rs",
};

/* A table has two rows and more, near each other. */
enum { NEAR_LINES = 3 };

/* What is read for the rules, and whom they may speak of. */
struct shadow_run {
	const struct options *options;
	const struct tree *tree;
	GHashTable *reported; /* const char *: paths to report at */
	GPtrArray *read;      /* char *, owned: paths to read */
	struct shadows *shadows;
};

/* All of a selection is known to each shard; the first one has the texts. */
static bool is_elsewhere(const struct options *options)
{
	return options->run.shard_count > 0 && options->run.shard_index != 1;
}

static void tally_text(const struct options *options,
		       const struct selected_file *file, struct report *report)
{
	const GArray *lines = file->lines;
	const bool is_out = options_leave_out(&options->arguments, file->path);
	static const char reason[] = "left out by the settings";

	report_lines(report, file->path, (const guint32 *)lines->data,
		     lines->len);
	report_file(report, file->path, is_out ? FILE_SKIPPED : FILE_ANALYSED,
		    is_out ? reason : NULL, NULL);
	for (guint i = 0; i < lines->len; i++) {
		const guint32 line = g_array_index(lines, guint32, i);

		if (is_out)
			report_unseen(report, file->path, line, reason);
		else
			report_line_seen(report, file->path, line);
	}
}

static bool reads_shadows(const struct rule *rule)
{
	return rule->check_shadows;
}

static bool is_among(const char *path, const char *const *names, gsize nr)
{
	for (gsize i = 0; i < nr; i++) {
		if (strcmp(path, names[i]) == 0)
			return true;
	}
	return false;
}

static bool is_place(const char *path)
{
	return is_among(path, places, G_N_ELEMENTS(places)) ||
	       is_among(path, headers, G_N_ELEMENTS(headers));
}

bool shadows_concern(const struct selection *selection)
{
	for (guint i = 0; i < selection->files->len; i++) {
		if (is_place(g_array_index(selection->files,
					   struct selected_file, i)
				     .path))
			return true;
	}
	return selection->texts->len > 0;
}

GPtrArray *shadows_places(const struct tree *tree)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);

	for (gsize i = 0; i < G_N_ELEMENTS(places); i++) {
		g_autofree char *path =
			g_build_filename(tree->root, places[i], NULL);
		const bool is_there =
			view_knows(tree->view, path) ?
				view_text(tree->view, path) != NULL :
				g_file_test(path, G_FILE_TEST_EXISTS);

		if (is_there)
			g_ptr_array_add(found, g_steal_pointer(&path));
	}
	return found;
}

/* Whether some relevant lines follow each other as the rows of a table do. */
static bool may_hold_table(const struct selected_file *file)
{
	for (guint i = 1; i < file->lines->len; i++) {
		if (g_array_index(file->lines, guint32, i) -
			    g_array_index(file->lines, guint32, i - 1) <=
		    NEAR_LINES)
			return true;
	}
	return false;
}

static char *read_text(const struct shadow_run *run, const char *path,
		       gsize *ret_length)
{
	g_autofree char *full = g_build_filename(run->tree->root, path, NULL);

	return view_read(run->tree->view, full, ret_length, NULL);
}

/* A row has a string beside a flag: a quote on the line, and a bracket. */
static bool has_rows(const struct selected_file *file, const char *text,
		     gsize length)
{
	const char *line = text, *end = text + length;
	guint next = 0, nr_rows = 0;

	for (guint32 nr = 1; line < end && next < file->lines->len; nr++) {
		const char *stop = memchr(line, '\n', (gsize)(end - line));
		const gsize own = (gsize)((stop ? stop : end) - line);

		if (g_array_index(file->lines, guint32, next) == nr) {
			next++;
			nr_rows += memchr(line, '"', own) &&
				   (memchr(line, '{', own) ||
				    memchr(line, '[', own) ||
				    memchr(line, '(', own));
		}
		line += own + 1;
	}
	return nr_rows > 1;
}

static void add_read(struct shadow_run *run, const char *path)
{
	if (!g_ptr_array_find_with_equal_func(run->read, path, g_str_equal,
					      NULL))
		g_ptr_array_add(run->read, g_strdup(path));
}

/* Chooses what of the selection is read, and where findings count. */
static void choose(struct shadow_run *run, const struct selection *selection,
		   const struct compile_jobs *jobs)
{
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);
		const char *path = job->file->path;
		gsize length = 0;
		g_autofree char *text = NULL;

		if (job->is_elsewhere || g_path_is_absolute(path) ||
		    options_leave_out(&run->options->arguments, path))
			continue;
		g_hash_table_add(run->reported, (gpointer)path);
		if (is_place(path) || !may_hold_table(job->file))
			continue;
		text = read_text(run, path, &length);
		if (text && has_rows(job->file, text, length))
			add_read(run, path);
	}
	for (guint i = 0; i < selection->texts->len; i++) {
		const char *path =
			g_array_index(selection->texts, struct selected_file, i)
				.path;

		if (g_path_is_absolute(path))
			continue;
		add_read(run, path);
		if (!is_elsewhere(run->options) &&
		    !options_leave_out(&run->options->arguments, path))
			g_hash_table_add(run->reported, (gpointer)path);
	}
}

/* Whether anything that is read may be reported at. */
static bool has_subject(const struct shadow_run *run)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, run->reported);
	while (g_hash_table_iter_next(&iter, &path, NULL)) {
		if (is_place(path) ||
		    g_ptr_array_find_with_equal_func(run->read, path,
						     g_str_equal, NULL))
			return true;
	}
	return false;
}

static void read_headers(struct shadow_run *run)
{
	for (gsize i = 0; i < G_N_ELEMENTS(headers); i++) {
		gsize length = 0;
		g_autofree char *text = read_text(run, headers[i], &length);

		if (text)
			shadows_add_header(run->shadows, headers[i], text,
					   length);
	}
}

/* What the Makefile beside a source says of it. */
static void read_makefile(struct shadow_run *run, const char *source)
{
	static const char *const names[] = { "Kbuild", "Makefile" };
	g_autofree char *folder = g_path_get_dirname(source);

	for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *path =
			g_build_filename(folder, names[i], NULL);
		gsize length = 0;
		g_autofree char *text = read_text(run, path, &length);

		if (text) {
			shadows_add_makefile(run->shadows, source, text,
					     length);
			return;
		}
	}
}

static void read_all(struct shadow_run *run)
{
	read_headers(run);
	for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
		add_read(run, places[i]);
	sort_strings(run->read);
	for (guint i = 0; i < run->read->len; i++) {
		const char *path = g_ptr_array_index(run->read, i);
		gsize length = 0;
		g_autofree char *text = read_text(run, path, &length);

		if (!text)
			continue;
		shadows_add(run->shadows, path, text, length);
		if (path_is_source(path))
			read_makefile(run, path);
	}
	shadows_derive(run->shadows);
}

static void run_rules(const struct shadow_run *run, struct report *report)
{
	struct report found;

	report_init(&found);
	for (size_t i = 0; i < nr_rules; i++) {
		if (reads_shadows(all_rules[i]) &&
		    rule_is_enabled(run->options, all_rules[i]))
			all_rules[i]->check_shadows(run->shadows, &found);
	}
	for (guint i = 0; i < found.findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(found.findings, i);

		if (g_hash_table_contains(run->reported, finding->at.path))
			report_add(report, finding);
	}
	report_release(&found);
}

void shadows_check(const struct options *options,
		   const struct selection *selection,
		   const struct compile_jobs *jobs, struct report *report)
{
	struct shadow_run run = {
		.options = options,
		.tree = &selection->tree,
		.reported = g_hash_table_new(g_str_hash, g_str_equal),
		.read = g_ptr_array_new_with_free_func(g_free),
	};

	for (guint i = 0; !is_elsewhere(options) && i < selection->texts->len;
	     i++)
		tally_text(options,
			   &g_array_index(selection->texts,
					  struct selected_file, i),
			   report);
	if (rules_are_enabled(options, reads_shadows))
		choose(&run, selection, jobs);
	if (has_subject(&run)) {
		run.shadows = shadows_new(selection->tree.names);
		read_all(&run);
		run_rules(&run, report);
		shadows_free(run.shadows);
	}
	g_hash_table_destroy(run.reported);
	g_ptr_array_unref(run.read);
}
