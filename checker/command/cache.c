// SPDX-License-Identifier: GPL-2.0-only
/* Puts what a cache folder holds, or what became of it, into words. */
#include "commands.h"

#include <glib.h>
#include <stdbool.h>

#include "base/session.h"
#include "keep/keep.h"
#include "options/options.h"
#include "output/output.h"
#include "run/cache_folder.h"

/* What could not be removed is named up to this, then counted. */
enum { NAMED_AT_MOST = 5 };

static char *mebibytes(guint64 bytes)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof(text), "%.1f", (double)bytes / (1 << 20));
	return g_strconcat(text, " MiB", NULL);
}

static void append_sum(GString *out, const char *name,
		       const struct cache_sum *sum)
{
	g_autofree char *size = mebibytes(sum->bytes);

	g_string_append_printf(out, "%-20s %7" G_GUINT64_FORMAT " %12s", name,
			       sum->nr, size);
	if (sum->limit > 0)
		g_string_append_printf(out,
				       ", at most %" G_GUINT64_FORMAT " MiB",
				       sum->limit >> 20);
	g_string_append_c(out, '\n');
}

static void append_run(GString *out, const struct cache_run *run)
{
	g_autoptr(GDateTime) ended =
		g_date_time_new_from_unix_local(run->ended);
	g_autofree char *when = ended ? g_date_time_format(ended, "%F %T") :
					g_strdup("?");
	guint nr = run->nr_taken + run->nr_made;

	g_string_append_printf(out, "last run (%s): %u of %u results taken",
			       when, run->nr_taken, nr);
	if (nr > 0)
		g_string_append_printf(out, " (%" G_GUINT64_FORMAT "%%)",
				       run->nr_taken * G_GUINT64_CONSTANT(100) /
					       nr);
	g_string_append_c(out, '\n');
}

static void append_foreign(GString *out, guint nr)
{
	if (nr > 0)
		g_string_append_printf(
			out, "%u file%s or folder%s not vmalint's\n", nr,
			nr == 1 ? "" : "s", nr == 1 ? " is" : "s are");
}

static int show_stats(struct session *session, const struct options *options,
		      const char *folder)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct cache_sum all = { 0 };
	struct cache_state state;

	cache_look(folder, options->keep.size, &state);
	g_string_append_printf(out, "cache: %s%s\n", folder,
			       state.nr_files ? "" :
						" (nothing is kept there)");
	for (int kind = 0; kind < NR_CACHE_KINDS; kind++) {
		append_sum(out, cache_kind_name((enum cache_kind)kind),
			   &state.kinds[kind]);
		all.nr += state.kinds[kind].nr;
		all.bytes += state.kinds[kind].bytes;
	}
	append_sum(out, "all", &all);
	append_foreign(out, state.nr_foreign);
	if (state.has_run)
		append_run(out, &state.last_run);
	return output_text(session, out->str);
}

/* What is left makes the exit code 2, and says why. */
static void tell_left(struct session *session, const char *folder,
		      const struct cache_cleared *cleared)
{
	guint nr = cleared->left->len;

	for (guint i = 0; i < nr && i < NAMED_AT_MOST; i++)
		session_problem(session, "cache", NULL, 0, "not removed: %s",
				(char *)g_ptr_array_index(cleared->left, i));
	if (nr > NAMED_AT_MOST)
		session_problem(session, "cache", folder, 0,
				"%u more files were not removed",
				nr - NAMED_AT_MOST);
	if (cleared->nr_kept > 0)
		session_problem(session, "cache", folder, 0,
				"%u generated headers were not removed: %s",
				cleared->nr_kept, cleared->why_kept);
}

static int clear(struct session *session, const char *folder)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autofree char *size = NULL;
	struct cache_cleared cleared;
	int status;

	cache_clear(folder, &cleared);
	size = mebibytes(cleared.bytes);
	g_string_append_printf(out, "cache: %s: %u file%s removed, %s\n",
			       folder, cleared.nr, cleared.nr == 1 ? "" : "s",
			       size);
	append_foreign(out, cleared.nr_foreign);
	tell_left(session, folder, &cleared);
	status = output_text(session, out->str);
	if (session_is_incomplete(session))
		status = output_failure(session, NULL);
	cache_cleared_release(&cleared);
	return status;
}

/* A folder that is not there is an empty one. */
static bool can_look(struct session *session, const char *folder)
{
	GDir *directory = NULL;
	GError *error = NULL;

	if (g_file_test(folder, G_FILE_TEST_EXISTS))
		directory = g_dir_open(folder, 0, &error);
	if (directory)
		g_dir_close(directory);
	if (!error)
		return true;
	session_problem(session, "cache", NULL, 0, "%s", error->message);
	g_error_free(error);
	return false;
}

int cache_run(struct session *session, const struct options *options)
{
	const char *folder = cache_folder_find(session, options);
	const char *refusal = cache_folder_refusal(options);

	if (refusal)
		session_problem(session, "cache", NULL, 0,
				"there is no folder for a cache: %s", refusal);
	if (refusal || !can_look(session, folder))
		return output_failure(session, NULL);
	if (options->cache == CACHE_STATS)
		return show_stats(session, options, folder);
	return clear(session, folder);
}
