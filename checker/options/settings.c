// SPDX-License-Identifier: GPL-2.0-only
/*
 * A key file of up to three groups and one for each allowance:
 *
 *	[check]              options of the command line, without dashes
 *	[severity]           rule = note, warning or error
 *	[paths]              ignore = folders and patterns, with commas
 *	[allow drivers/x]    rules = .., reason = ..
 */
#include "options/settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/nearest.h"
#include "base/project_root.h"
#include "base/session.h"
#include "base/text_file.h"
#include "options/cflags.h"
#include "options/options.h"
#include "options/reader.h"
#include "options/settings_lines.h"
#include "options/table.h"

#define FILE_NAME ".vmalint"

/* Options that a project may set; the others are for who calls. */
static const char *const check_keys[] = { "select",  "ignore",	 "arch",
					  "fail-on", "baseline", "min-coverage",
					  "cflags",  NULL };

static const char *const path_keys[] = { "ignore", NULL };
static const char *const allow_keys[] = { "rules", "reason", NULL };
static const char *const group_names[] = { "check", "severity", "paths",
					   "allow PATTERN", NULL };

/* One file while it is read. */
struct settings {
	struct reader *reader;
	const char *path;
	GKeyFile *file;
	const struct settings_lines *lines;
};

/* key: that is wrong; "" for the group itself. */
static bool fail(const struct settings *settings, const char *group,
		 const char *key, const char *text)
{
	session_problem(settings->reader->session, "options", settings->path,
			settings_line(settings->lines, group, key), "[%s]: %s",
			group, text);
	return false;
}

/* The text of a complaint stands in the problem before this one. */
static bool fail_above(const struct settings *settings, const char *group,
		       const char *key)
{
	return fail(settings, group, key, "is wrong, as said above");
}

/* False with a guess at what was meant if the key is none of the group's. */
static bool check_key(const struct settings *settings, const char *group,
		      const char *key, const char *const *known)
{
	const char *nearest = nearest_word(key, known);
	g_autofree char *list = g_strjoinv(", ", (char **)known);
	g_autofree char *text =
		nearest ?
			g_strdup_printf("unknown key '%s'; did you mean '%s'?",
					key, nearest) :
			g_strdup_printf("unknown key '%s'; known are %s", key,
					list);

	return g_strv_contains(known, key) || fail(settings, group, key, text);
}

/* A list with commas or semicolons, as one with commas and no blanks. */
static char *value_of(const struct settings *settings, const char *group,
		      const char *key)
{
	g_autofree char *raw =
		g_key_file_get_value(settings->file, group, key, NULL);
	g_auto(GStrv) words = g_strsplit_set(raw ? raw : "", ",;", -1);
	g_autoptr(GPtrArray) trimmed = g_ptr_array_new();

	for (char **word = words; *word; word++) {
		if (*g_strstrip(*word))
			g_ptr_array_add(trimmed, *word);
	}
	g_ptr_array_add(trimmed, NULL);
	return g_strjoinv(",", (char **)trimmed->pdata);
}

/* A file that the settings name is beside them. */
static char *beside(const struct settings *settings, const char *value)
{
	g_autofree char *folder = g_path_get_dirname(settings->path);

	return g_path_is_absolute(value) ?
		       g_strdup(value) :
		       g_build_filename(folder, value, NULL);
}

static bool apply_row(const struct settings *settings, const char *key,
		      const char *value)
{
	for (size_t i = 0; i < nr_option_rows; i++) {
		if (strcmp(option_rows[i].name, key) == 0)
			return option_apply(settings->reader, &option_rows[i],
					    value);
	}
	return false;
}

/* Words with commas in them; folders count from where the settings are. */
static bool read_cflags(const struct settings *settings, const char *key)
{
	g_autofree char *folder = g_path_get_dirname(settings->path);
	g_autofree char *value =
		g_key_file_get_value(settings->file, "check", key, NULL);

	return cflags_apply(settings->reader, value ? value : "", folder);
}

/* Notes that an option or a severity is set here. */
static void note_origin(const struct settings *settings, const char *group,
			const char *key)
{
	struct reader *reader = settings->reader;
	g_autofree char *origin =
		g_strdup_printf("%s:%u", settings->path,
				settings_line(settings->lines, group, key));

	g_hash_table_insert(reader->options->origins,
			    (gpointer)reader_keep(reader, key),
			    (gpointer)reader_keep(reader, origin));
}

static bool read_check(const struct settings *settings, const char *group,
		       const char *key)
{
	g_autofree char *value = value_of(settings, group, key);
	g_autofree char *whole = NULL;

	if (!check_key(settings, group, key, check_keys))
		return false;
	if (g_hash_table_contains(settings->reader->given, key))
		return true;
	note_origin(settings, group, key);
	if (strcmp(key, "cflags") == 0)
		return read_cflags(settings, key) ||
		       fail_above(settings, group, key);
	if (strcmp(key, "baseline") == 0 && *value)
		whole = beside(settings, value);
	return apply_row(settings, key, whole ? whole : value) ||
	       fail_above(settings, group, key);
}

static bool check_rule(const struct settings *settings, const char *group,
		       const char *key, const char *rule)
{
	return reader_knows_rule(settings->reader, rule) ||
	       fail_above(settings, group, key);
}

static bool read_severity(const struct settings *settings, const char *group,
			  const char *key)
{
	static const struct choice levels[] = {
		{ "note", SEVERITY_NOTE },
		{ "warning", SEVERITY_WARNING },
		{ "error", SEVERITY_ERROR },
		{ NULL, 0 },
	};
	g_autofree char *value = value_of(settings, group, key);
	struct options *options = settings->reader->options;
	int level;

	if (!check_rule(settings, group, key, key))
		return false;
	if (!reader_choice(settings->reader, "severity", value, levels, &level))
		return fail_above(settings, group, key);
	note_origin(settings, group, key);
	g_hash_table_insert(options->rules.severities,
			    (gpointer)reader_keep(settings->reader, key),
			    GINT_TO_POINTER(level));
	return true;
}

static bool read_paths(const struct settings *settings, const char *group,
		       const char *key)
{
	g_autofree char *value = value_of(settings, group, key);
	g_auto(GStrv) patterns = g_strsplit(value, ",", -1);

	if (!check_key(settings, group, key, path_keys))
		return false;
	settings->reader->options->arguments.left_out_line =
		settings_line(settings->lines, group, key);
	for (char **pattern = patterns; *pattern; pattern++)
		reader_add_once(settings->reader,
				settings->reader->options->arguments.left_out,
				*pattern);
	return true;
}

static bool read_keys(const struct settings *settings, const char *group,
		      bool (*read)(const struct settings *settings,
				   const char *group, const char *key))
{
	g_auto(GStrv) keys =
		g_key_file_get_keys(settings->file, group, NULL, NULL);

	for (char **key = keys; key && *key; key++) {
		if (!read(settings, group, *key))
			return false;
	}
	return true;
}

static bool check_allow_key(const struct settings *settings, const char *group,
			    const char *key)
{
	return check_key(settings, group, key, allow_keys);
}

static bool read_allowance(const struct settings *settings, const char *group)
{
	struct reader *reader = settings->reader;
	g_autofree char *rules = value_of(settings, group, "rules");
	g_autofree char *reason =
		g_key_file_get_value(settings->file, group, "reason", NULL);
	g_auto(GStrv) names = g_strsplit(rules, ",", -1);
	struct allowance allowance = {
		.pattern = reader_keep(reader, group + strlen("allow ")),
		.line = settings_line(settings->lines, group, ""),
	};

	if (!read_keys(settings, group, check_allow_key))
		return false;
	if (!*rules)
		return fail(settings, group, "", "lacks its key 'rules'");
	if (!reason || !*reason)
		session_notice(reader->session, "options", settings->path,
			       allowance.line, "warning: [%s] gives no reason",
			       group);
	allowance.rules = g_ptr_array_new();
	g_array_append_val(reader->options->triage.allowances, allowance);
	for (char **name = names; *name; name++) {
		if (!check_rule(settings, group, "rules", *name))
			return false;
		reader_add_once(reader, allowance.rules, *name);
	}
	return true;
}

static bool read_group(const struct settings *settings, const char *group)
{
	const char *nearest;
	g_autofree char *text = NULL;

	if (strcmp(group, "check") == 0)
		return read_keys(settings, group, read_check);
	if (strcmp(group, "severity") == 0)
		return read_keys(settings, group, read_severity);
	if (strcmp(group, "paths") == 0)
		return read_keys(settings, group, read_paths);
	if (g_str_has_prefix(group, "allow ") && group[strlen("allow ")])
		return read_allowance(settings, group);
	nearest = nearest_word(group, group_names);
	text = nearest ? g_strdup_printf("unknown group; did you mean [%s]?",
					 nearest) :
			 g_strdup("unknown group; known are [check], "
				  "[severity], [paths] and [allow PATTERN]");
	return fail(settings, group, "", text);
}

static void tell_repeated(const struct settings *settings)
{
	const GArray *all = settings->lines->repeated;

	for (guint i = 0; i < all->len; i++) {
		const struct repeated_key *one =
			&g_array_index(all, struct repeated_key, i);

		session_notice(settings->reader->session, "options",
			       settings->path, one->line,
			       "warning: [%s]: '%s' stands in line %u already, "
			       "which does not count",
			       one->group, one->key, one->first_line);
	}
}

static bool read_groups(const struct settings *settings)
{
	g_auto(GStrv) groups = g_key_file_get_groups(settings->file, NULL);

	tell_repeated(settings);
	for (char **group = groups; *group; group++) {
		if (!read_group(settings, *group))
			return false;
	}
	return true;
}

static bool read_file(struct settings *settings)
{
	struct reader *reader = settings->reader;
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text =
		text_file_read(settings->path, &length, &reason);
	g_autoptr(GError) error = NULL;
	struct settings_lines *lines;
	bool done;

	if (!text || !g_key_file_load_from_data(settings->file, text, length,
						G_KEY_FILE_NONE, &error)) {
		session_problem(reader->session, "options", settings->path, 0,
				"cannot be read: %s",
				text ? error->message : reason);
		return false;
	}
	lines = settings_lines_new(text);
	settings->lines = lines;
	done = read_groups(settings);
	settings_lines_free(lines);
	return done;
}

/* Upwards from a file or folder, up to its root; an owned path or NULL. */
static char *find_upwards(const char *start)
{
	g_autofree char *here = realpath(start, NULL);
	g_autofree char *root = NULL;

	if (here && !g_file_test(here, G_FILE_TEST_IS_DIR)) {
		char *folder = g_path_get_dirname(here);

		g_free(here);
		here = folder;
	}
	root = here ? project_root(here) : NULL;
	while (root) {
		g_autofree char *path = g_build_filename(here, FILE_NAME, NULL);
		g_autofree char *above = g_path_get_dirname(here);

		/* What a link leads to elsewhere is none of the tree's words.
		 */
		if (g_file_test(path, G_FILE_TEST_EXISTS) &&
		    name_lies_in(root, path))
			return g_steal_pointer(&path);
		if (strcmp(here, root) == 0 || strcmp(above, here) == 0)
			break;
		g_free(here);
		here = g_steal_pointer(&above);
	}
	return NULL;
}

static char *find_file(const struct options *options)
{
	if (options->triage.settings)
		return g_strdup(options->triage.settings);
	if (options->triage.no_settings)
		return NULL;
	if (options->select.paths->len > 0)
		return find_upwards(
			g_ptr_array_index(options->select.paths, 0));
	return find_upwards(options->select.tree ? options->select.tree : ".");
}

bool settings_read(struct reader *reader)
{
	g_autofree char *path = find_file(reader->options);
	g_autoptr(GKeyFile) file = NULL;
	struct settings settings = { .reader = reader, .path = path };

	if (!path)
		return true;
	file = g_key_file_new();
	settings.file = file;
	reader->options->triage.settings = reader_keep(reader, path);
	return read_file(&settings);
}
