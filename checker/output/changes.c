// SPDX-License-Identifier: GPL-2.0-only
/*
 * For --watch: what of a report is new, and what of an earlier one is gone. A
 * finding that has only moved with the code around it is neither.
 */
#include <stdio.h>
#include <string.h>

#include "base/sort.h"
#include "findings/findings.h"
#include "output/destination.h"
#include "output/formats.h"
#include "output/from_here.h"
#include "output/output.h"
#include "output/printable.h"

struct output_shown {
	GHashTable *lines; /* key of a finding -> how it was shown */
	GHashTable *told;  /* problems that were told, as lines */
};

struct output_shown *output_shown_new(void)
{
	struct output_shown *shown = g_new0(struct output_shown, 1);

	shown->lines =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	shown->told =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	return shown;
}

void output_shown_free(struct output_shown *shown)
{
	g_hash_table_destroy(shown->lines);
	g_hash_table_destroy(shown->told);
	g_free(shown);
}

/* Fingerprints do not depend on lines; the path comes first, see is_of(). */
static char *key_of(const struct finding *finding)
{
	return g_strdup_printf("%s\n%s\n%s", finding->at.path, finding->rule,
			       finding->fingerprint);
}

static bool is_of(const char *key, const char *path)
{
	gsize length = path ? strlen(path) : 0;

	return !path ||
	       (strncmp(key, path, length) == 0 && key[length] == '\n');
}

static char *gone_line(const struct finding *finding)
{
	GString *line = g_string_new(NULL);

	printable_append(line, finding->at.path);
	g_string_append_printf(line, ":%u:%u: gone: ", finding->at.line,
			       finding->at.column);
	printable_append(line, finding->message);
	g_string_append_printf(line, " [%s]\n", finding->rule);
	return g_string_free(line, FALSE);
}

/* Drops what is gone and appends it, sorted; returns how many there are. */
static guint append_gone(GString *out, struct output_shown *shown,
			 GHashTable *now, const struct output_change *change)
{
	g_autofree char *here = here_in(change->root);
	g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(g_free);
	GHashTableIter iter;
	gpointer key, line;

	g_hash_table_iter_init(&iter, shown->lines);
	while (g_hash_table_iter_next(&iter, &key, &line)) {
		if (!is_of(key, change->path) ||
		    g_hash_table_contains(now, key))
			continue;
		g_ptr_array_add(gone, path_from_here(here, line));
		g_hash_table_iter_remove(&iter);
	}
	sort_strings(gone);
	for (guint i = 0; i < gone->len; i++)
		g_string_append(out, g_ptr_array_index(gone, i));
	return gone->len;
}

/* Appends what is new; returns how many there are. */
static guint append_new(GString *out, struct output_shown *shown,
			const struct output_subject *subject, GHashTable *now)
{
	const GPtrArray *findings = subject->report->findings;
	g_autoptr(GPtrArray) fresh = g_ptr_array_new();
	struct report part = { .findings = fresh };
	struct output_subject new_ones = *subject;

	for (guint i = 0; i < findings->len; i++) {
		struct finding *finding = g_ptr_array_index(findings, i);
		char *key = key_of(finding);

		g_hash_table_add(now, g_strdup(key));
		if (!g_hash_table_contains(shown->lines, key))
			g_ptr_array_add(fresh, finding);
		/* It may have moved. */
		g_hash_table_replace(shown->lines, key, gone_line(finding));
	}
	new_ones.report = &part;
	text_append(out, &new_ones);
	return fresh->len;
}

/* Problems are told once. */
static void append_problems(GString *out, struct output_shown *shown,
			    const struct session *session)
{
	g_autoptr(GPtrArray) problems = problems_sorted(session);

	for (guint i = 0; i < problems->len; i++) {
		g_autoptr(GString) line = g_string_new(NULL);

		problem_append(line, g_ptr_array_index(problems, i));
		if (g_hash_table_add(shown->told, g_strdup(line->str)))
			g_string_append(out, line->str);
	}
}

static void append_tally(GString *out, const struct output_shown *shown,
			 const char *what, guint nr_new, guint nr_gone,
			 double seconds)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_ascii_formatd(text, sizeof(text), "%.3f", seconds);
	g_string_append(out, "watch: ");
	printable_append(out, what);
	g_string_append_printf(out, ": %u new, %u gone, %u in all (%s s)\n",
			       nr_new, nr_gone, g_hash_table_size(shown->lines),
			       text);
}

void output_shown_take(struct output_shown *shown,
		       const struct session *session,
		       const struct report *report)
{
	g_autoptr(GString) problems = g_string_new(NULL);

	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		g_hash_table_replace(shown->lines, key_of(finding),
				     gone_line(finding));
	}
	append_problems(problems, shown, session);
}

bool output_changes(struct session *session,
		    const struct output_options *options,
		    const struct output_change *change,
		    struct output_shown *shown)
{
	const struct output_context context = { .root = change->root };
	const struct output_subject subject = {
		.session = session,
		.options = options,
		.context = &context,
		.report = change->report,
	};
	g_autoptr(GHashTable) now =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GString) told = g_string_new(NULL);
	g_autoptr(GString) gone = g_string_new(NULL);
	guint nr_new = append_new(out, shown, &subject, now);
	guint nr_gone = append_gone(gone, shown, now, change);
	bool done;

	g_string_append(out, gone->str);
	done = out->len == 0 || destination_write(session, NULL, out);
	append_problems(told, shown, session);
	if (change->tells_always || nr_new + nr_gone > 0)
		append_tally(told, shown, change->what, nr_new, nr_gone,
			     change->seconds);
	fputs(told->str, stderr);
	fflush(stderr);
	return done;
}

void output_watching(const struct output_shown *shown, guint nr_folders,
		     guint nr_lost)
{
	fprintf(stderr, "watch: %u finding%s; looking at %u folder%s",
		g_hash_table_size(shown->lines),
		g_hash_table_size(shown->lines) == 1 ? "" : "s", nr_folders,
		nr_folders == 1 ? "" : "s");
	if (nr_lost > 0)
		fprintf(stderr,
			", and not at %u more: the system watches no more "
			"(fs.inotify.max_user_watches)",
			nr_lost);
	fputs("; Ctrl-C ends\n", stderr);
	fflush(stderr);
}
