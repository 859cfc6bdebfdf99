// SPDX-License-Identifier: GPL-2.0-only
/*
 * The file of known findings: a head line, then one line each, sorted by path
 * so that two of them can be compared and merged by line. Lines are keyed by
 * fingerprint, which has no line number in it.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "base/session.h"
#include "base/sort.h"
#include "base/text_file.h"
#include "known.h"

#define HEAD "# vmalint baseline 1: path, rule, function, fingerprint"

/* "PATH RULE FUNCTION FINGERPRINT"; strings are owned. */
struct baseline_entry {
	char *path, *rule, *fingerprint;
	char *text; /* the line that it stands in */
	guint line;
	bool is_found;
};

/* Blanks part the columns; what could be mistaken for one is escaped. */
static char *escape(const char *text)
{
	GString *escaped = g_string_new(NULL);

	for (; *text; text++) {
		if ((guchar)*text <= ' ' || strchr("%#\177", *text))
			g_string_append_printf(escaped, "%%%02X",
					       (guchar)*text);
		else
			g_string_append_c(escaped, *text);
	}
	return g_string_free(escaped, FALSE);
}

static char *make_line(const struct report *report,
		       const struct finding *finding)
{
	const char *name = *finding->function ? finding->function : "-";
	g_autofree char *path = escape(report_path(report, finding->at.path));
	g_autofree char *function = escape(name);

	return g_strdup_printf("%s %s %s %s", path, finding->rule, function,
			       finding->fingerprint);
}

static void free_entry(gpointer data)
{
	struct baseline_entry *entry = data;

	g_free(entry->path);
	g_free(entry->rule);
	g_free(entry->fingerprint);
	g_free(entry->text);
	g_free(entry);
}

static bool is_fingerprint(const char *text)
{
	return strlen(text) == 32 &&
	       strspn(text, "0123456789abcdef") == strlen(text);
}

static struct baseline_entry *read_entry(const char *line, guint number)
{
	g_auto(GStrv) words = g_strsplit(line, " ", -1);
	struct baseline_entry *entry;

	if (g_strv_length(words) != 4 || !is_fingerprint(words[3]))
		return NULL;
	entry = g_new0(struct baseline_entry, 1);
	entry->path = g_strdup(words[0]);
	entry->rule = g_strdup(words[1]);
	entry->fingerprint = g_strdup(words[3]);
	entry->text = g_strdup(line);
	entry->line = number;
	return entry;
}

/* The entries of a text, owned; NULL with a problem recorded. */
static GPtrArray *parse_entries(struct session *session, const char *path,
				const char *text)
{
	g_autoptr(GPtrArray) entries =
		g_ptr_array_new_with_free_func(free_entry);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	if (!lines[0] || strcmp(lines[0], HEAD) != 0) {
		session_problem(session, "baseline", path, 0,
				"is no baseline of vmalint");
		return NULL;
	}
	for (guint i = 1; lines[i]; i++) {
		struct baseline_entry *entry;

		if (!*lines[i] || *lines[i] == '#')
			continue;
		entry = read_entry(lines[i], i + 1);
		if (!entry) {
			session_problem(session, "baseline", path, i + 1,
					"is no entry of a baseline");
			return NULL;
		}
		g_ptr_array_add(entries, entry);
	}
	return g_steal_pointer(&entries);
}

static GPtrArray *read_entries(struct session *session, const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = text_file_read(path, &length, &reason);

	if (text && strlen(text) < length) {
		session_problem(session, "baseline", path, 0,
				"is no baseline: it holds a NUL");
		return NULL;
	}
	if (text)
		return parse_entries(session, path, text);
	session_problem(session, "baseline", path, 0, "%s", reason);
	return NULL;
}

static bool is_unlisted(void *context, const struct finding *finding)
{
	struct baseline_entry *entry =
		g_hash_table_lookup(context, finding->fingerprint);

	if (entry)
		entry->is_found = true;
	return !entry;
}

/*
 * True if the run would have found what the entry lists. A file without flags
 * is not even selected, so one that is missing counts as looked at.
 */
static bool is_judged(const struct report *report,
		      const struct baseline_entry *entry)
{
	for (guint i = 0; i < report->files->len; i++) {
		const struct file_result *file =
			&g_array_index(report->files, struct file_result, i);
		g_autofree char *path = escape(report_path(report, file->path));

		if (strcmp(path, entry->path) == 0)
			return file->end == FILE_ANALYSED;
	}
	return true;
}

void baseline_apply(struct session *session, const char *path, const char *text,
		    enum baseline_extent extent, struct report *report)
{
	g_autoptr(GPtrArray) entries =
		text ? parse_entries(session, path, text) :
		       read_entries(session, path);
	g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

	if (!entries)
		return;
	for (guint i = 0; i < entries->len; i++) {
		struct baseline_entry *entry = g_ptr_array_index(entries, i);

		g_hash_table_insert(known, entry->fingerprint, entry);
	}
	report->baselined += report_keep(report, is_unlisted, known);
	for (guint i = 0; extent == BASELINE_WHOLE && i < entries->len; i++) {
		const struct baseline_entry *entry =
			g_ptr_array_index(entries, i);

		if (!entry->is_found && is_judged(report, entry))
			session_notice(
				session, "baseline", path, entry->line,
				"%s in %s is found no more; drop the line",
				entry->rule, entry->path);
	}
}

/* Only what we have written is written over. */
static bool may_write(struct session *session, const char *path)
{
	g_autofree char *text = NULL;
	gsize length = 0;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return true;
	text = text_file_read(path, &length, NULL);
	if (text && (length == 0 || g_str_has_prefix(text, HEAD "\n")))
		return true;
	session_problem(session, "baseline", path, 0,
			"is no baseline of vmalint; it is left alone");
	return false;
}

static bool is_none(void *context, const struct finding *finding)
{
	(void)context;
	(void)finding;
	return false;
}

/* The lines of a baseline that a run over a part of the tree leaves alone. */
static bool add_kept(struct session *session, const char *path,
		     const struct report *report,
		     const struct baseline_scope *scope, GPtrArray *lines)
{
	g_autoptr(GHashTable) found = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) entries = NULL;
	GStatBuf status;

	if (!scope || g_stat(path, &status) != 0 || status.st_size == 0)
		return true;
	entries = read_entries(session, path);
	for (guint i = 0; entries && i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);

		g_hash_table_add(found, (gpointer)finding->fingerprint);
	}
	for (guint i = 0; entries && i < entries->len; i++) {
		const struct baseline_entry *entry =
			g_ptr_array_index(entries, i);
		g_autofree char *name = g_uri_unescape_string(entry->path, "");

		if (g_hash_table_contains(found, entry->fingerprint) ||
		    (name && scope->covers(scope->context, name, entry->rule)))
			continue;
		g_ptr_array_add(lines, g_strdup(entry->text));
	}
	return entries != NULL;
}

void baseline_write(struct session *session, const char *path,
		    const struct baseline_scope *scope, struct report *report)
{
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GString) text = g_string_new(HEAD "\n");
	g_autoptr(GError) error = NULL;

	if (!may_write(session, path) ||
	    !add_kept(session, path, report, scope, lines))
		return;
	for (guint i = 0; i < report->findings->len; i++)
		g_ptr_array_add(
			lines, make_line(report, g_ptr_array_index(
							 report->findings, i)));
	sort_strings(lines);
	for (guint i = 0; i < lines->len; i++)
		g_string_append_printf(
			text, "%s\n",
			(const char *)g_ptr_array_index(lines, i));
	if (!g_file_set_contents_full(path, text->str, (gssize)text->len,
				      G_FILE_SET_CONTENTS_CONSISTENT, 0644,
				      &error)) {
		session_problem(session, "baseline", path, 0,
				"cannot be written: %s", error->message);
		return;
	}
	report->baselined += report_keep(report, is_none, NULL);
}
