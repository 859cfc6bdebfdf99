// SPDX-License-Identifier: GPL-2.0-only
#include "change_run.h"

#include <string.h>

#include "base/path_kind.h"
#include "options/options.h"

bool change_run_lists(const GPtrArray *paths, const char *path)
{
	return g_ptr_array_find_with_equal_func((GPtrArray *)paths, path,
						g_str_equal, NULL);
}

/* Selected files that the change does not touch. */
static guint count_users(const struct change_run *run, const GArray *files)
{
	guint nr = 0;

	for (guint i = 0; i < files->len; i++) {
		const struct selected_file *file =
			&g_array_index(files, struct selected_file, i);
		g_autofree char *path =
			g_canonicalize_filename(file->path, run->root);

		nr += change_run_lists(run->users, path);
	}
	return nr;
}

static const char *change_name(const struct change_options *options)
{
	switch (options->kind) {
	case CHANGE_STAGED:
		return "what is staged";
	case CHANGE_SINCE:
		return options->revision;
	case CHANGE_PATCH:
		return strcmp(options->patch, "-") == 0 ? "standard input" :
							  options->patch;
	case CHANGE_NONE:
		break;
	}
	return "";
}

static guint count_sources(const struct change *change)
{
	guint nr = 0;

	for (guint i = 0; i < change->files->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(change->files, i);

		nr += path_is_source(file->path);
	}
	return nr;
}

char *change_run_describe(const struct change_run *run)
{
	GString *text = g_string_new(NULL);
	const struct selection *selection = &run->selection;
	guint nr_users = count_users(run, selection->files) +
			 count_users(run, selection->texts);
	guint nr_flags =
		selection->files->len + selection->texts->len - nr_users;
	guint nr_sources = count_sources(&run->change);
	guint nr_other = run->change.nr_other + run->change.others->len +
			 run->change.files->len - nr_sources;

	g_string_append_printf(
		text, "%s%s: %u C files and headers, %u with flags",
		run->options->change.kind == CHANGE_SINCE ? "since " : "",
		change_name(&run->options->change), nr_sources, nr_flags);
	if (nr_other > 0)
		g_string_append_printf(text, "; %u other files", nr_other);
	if (nr_users > 0)
		g_string_append_printf(
			text, "; %u users of changed headers checked again",
			nr_users);
	if (run->nr_known > 0)
		g_string_append_printf(text, "; %u findings were there before",
				       run->nr_known);
	if (run->nr_elsewhere > 0)
		g_string_append_printf(
			text, "; %u findings on lines that it does not touch",
			run->nr_elsewhere);
	return g_string_free(text, FALSE);
}
