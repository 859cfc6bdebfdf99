// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the build is, what it generated, how it compiled a file. Nothing is
 * written there. A file that it did not compile is parsed with made-up words,
 * and its headers.
 */
#include "build.h"

#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/kconfig/kconfig.h"
#include "base/beneath.h"
#include "base/name.h"
#include "base/session.h"
#include "base/text_file.h"
#include "command_database.h"
#include "compiler_arguments.h"
#include "options/options.h"
#include "select/select.h"

#define AUTOCONF "include/generated/autoconf.h"
#define DATABASE "compile_commands.json"

/* Files that are named in the notice; more are counted. */
enum { NAMES_SHOWN = 6 };

static char *in_folder(const char *folder, const char *name)
{
	return g_build_filename(folder, name, NULL);
}

static bool has_file(const char *folder, const char *name)
{
	g_autofree char *path = in_folder(folder, name);

	return g_file_test(path, G_FILE_TEST_EXISTS);
}

static bool is_configured(const char *folder)
{
	return has_file(folder, ".config") && has_file(folder, AUTOCONF);
}

bool build_find(struct session *session, struct compile_jobs *jobs)
{
	const char *named = jobs->options->build;
	const char *tree = jobs->tree->build ? jobs->tree->build :
					       jobs->tree->root;
	g_autofree char *here = g_get_current_dir();
	g_autofree char *absolute =
		named ? g_canonicalize_filename(named, here) : NULL;
	g_autofree char *config = NULL;

	if (named && !has_file(absolute, ".config")) {
		session_problem(session, "compile", named, 0,
				"is no configured folder: it has no .config");
		return false;
	}
	if (!named && (jobs->options->config || !is_configured(tree)))
		return true;
	jobs->build = session_string(session, named ? absolute : tree);
	config = in_folder(jobs->build, ".config");
	jobs->config_path = session_string(session, config);
	return true;
}

/* What the configuration in force does not have, as a header says it. */
static char *without_symbols(const char *text, const struct kconfig *config)
{
	GString *out = g_string_new(text);
	const char *line = text;

	while ((line = strstr(line, "#define CONFIG_")) != NULL) {
		const char *name = line + strlen("#define CONFIG_");
		gsize length = strcspn(name, " \n");
		g_autofree char *symbol = g_strndup(name, length);

		line = name;
		/* Of a module; or of a symbol that is called so. */
		if (g_hash_table_contains(config->values, symbol))
			continue;
		if (g_str_has_suffix(symbol, "_MODULE"))
			symbol[length - strlen("_MODULE")] = '\0';
		if (!g_hash_table_contains(config->values, symbol))
			g_string_append_printf(out, "#undef CONFIG_%.*s\n",
					       (int)length, name);
	}
	return g_string_free(out, FALSE);
}

bool build_give_headers(struct session *session, struct compile_jobs *jobs,
			guint target)
{
	struct compile_target *entry =
		&g_array_index(jobs->targets, struct compile_target, target);
	g_autofree char *autoconf = NULL;
	g_autofree char *reason = NULL;
	g_autofree char *text = NULL;
	struct overlay overlay = { 0 };
	gsize length = 0;

	if (!jobs->build || !is_configured(jobs->build))
		return true;
	autoconf = in_folder(jobs->build, AUTOCONF);
	text = text_file_read(autoconf, &length, &reason);
	if (!text) {
		session_problem(session, "compile", autoconf, 0,
				"cannot be read: %s", reason);
		return false;
	}
	overlay.path = session_string(session, autoconf);
	overlay.text = without_symbols(text, jobs->config);
	overlay.length = strlen(overlay.text);
	g_array_append_val(jobs->overlays, overlay);
	entry->folder = jobs->build;
	entry->is_ready = true;
	return true;
}

/* Where the build keeps the command of a source: owned paths. */
static char *cmd_path(const struct compile_jobs *jobs, const char *source)
{
	gsize length = strlen(jobs->tree->root);
	g_autofree char *object = g_strdup(source);
	g_autofree char *folder = NULL;
	g_autofree char *base = NULL;
	g_autofree char *name = NULL;

	object[strlen(object) - 1] = 'o';
	base = g_path_get_basename(object);
	name = g_strdup_printf(".%s.cmd", base);
	if (name_is_below(source, jobs->tree->root))
		folder = g_path_get_dirname(object + length + 1);
	else
		return g_strdup_printf("%.*s/%s",
				       (int)(strrchr(source, '/') - source),
				       source, name);
	return g_build_filename(jobs->build, folder, name, NULL);
}

/* A recorded path may go by way of symbolic links. */
static bool is_same_file(const char *path, const char *folder,
			 const char *source)
{
	g_autofree char *absolute = g_canonicalize_filename(path, folder);
	g_autofree char *found = NULL;
	g_autofree char *wanted = NULL;

	if (strcmp(absolute, source) == 0)
		return true;
	found = realpath(absolute, NULL);
	wanted = realpath(source, NULL);
	return found && wanted && strcmp(found, wanted) == 0;
}

static struct recorded_command *cmd_command(struct session *session,
					    const struct compile_jobs *jobs,
					    const char *source)
{
	g_autofree char *path = cmd_path(jobs, source);
	g_autofree char *reason = NULL;
	g_autofree char *named = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;
	struct recorded_command *command;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return NULL;
	text = text_file_read(path, &length, &reason);
	command = text ? cmd_text_read(text, jobs->build, &named) : NULL;
	if (command && (!named || is_same_file(named, jobs->build, source)))
		return command;
	session_problem(session, "compile", path, 1, "%s",
			!text	 ? reason :
			!command ? "holds no command that can be read" :
				   "is of another source; the file is parsed "
				   "with made-up arguments");
	recorded_command_free(command);
	return NULL;
}

/* A database moved along from elsewhere would never be of use. */
static void check_origin(struct session *session,
			 const struct compile_jobs *jobs, const char *path,
			 GHashTable *commands)
{
	g_autofree char *beside = g_path_get_dirname(path);
	const char *first = NULL;
	GHashTableIter iter;
	gpointer source;

	g_hash_table_iter_init(&iter, commands);
	while (g_hash_table_iter_next(&iter, &source, NULL)) {
		if (name_is_below(source, jobs->tree->root) ||
		    name_is_below(source, jobs->build) ||
		    name_is_below(source, beside))
			return;
		if (!first || strcmp(source, first) < 0)
			first = source;
	}
	if (first)
		session_problem(session, "compile", path, 1,
				"is of another tree: its files are such as %s",
				first);
}

/* The databases: of the build, and of a module's own folder. */
static GHashTable *database_at(struct session *session,
			       struct compile_jobs *jobs, const char *folder)
{
	g_autofree char *path = in_folder(folder, DATABASE);
	GHashTable *commands;

	if (!jobs->databases)
		jobs->databases = g_hash_table_new_full(
			g_str_hash, g_str_equal, g_free,
			(GDestroyNotify)g_hash_table_destroy);
	commands = g_hash_table_lookup(jobs->databases, path);
	if (commands || !g_file_test(path, G_FILE_TEST_EXISTS))
		return commands;
	commands = command_database_read(session, path);
	check_origin(session, jobs, path, commands);
	g_hash_table_insert(jobs->databases, g_steal_pointer(&path), commands);
	return commands;
}

static const struct recorded_command *database_command(
	struct session *session, struct compile_jobs *jobs, const char *source)
{
	g_autofree char *beside = g_path_get_dirname(source);
	const char *const folders[] = { jobs->build, beside };

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		GHashTable *commands = database_at(session, jobs, folders[i]);
		const struct recorded_command *command =
			commands ? g_hash_table_lookup(commands, source) : NULL;

		if (command)
			return command;
	}
	return NULL;
}

static void take_arguments(struct compile_jobs *jobs, struct compile_job *job,
			   char *const *words, const char *folder)
{
	GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);

	compiler_arguments_keep(kept, words, folder);
	job->built_with = kept;
	g_ptr_array_add(jobs->recorded, kept);
}

/*
 * Files with the same words share a precompiled header, over all calls of a
 * build. Folders of headers are left out of the comparison: those of the
 * kernel are the same in one build, and a header that is found in others is
 * none of the common ones.
 */
static void place_pch(struct session *session, struct compile_jobs *jobs,
		      const struct compile_job *job)
{
	struct compile_target *target = &g_array_index(
		jobs->targets, struct compile_target, job->target);
	g_autofree char *folder = g_path_get_dirname(target->pch_base);
	g_autoptr(GString) text = g_string_new(jobs->build);
	g_autofree char *key = NULL;
	g_autofree char *path = NULL;

	for (guint i = 0; i < job->built_with->len; i++) {
		const char *word = g_ptr_array_index(job->built_with, i);

		if (!g_str_has_prefix(word, "-I"))
			g_string_append_printf(text, "\n%s", word);
	}
	key = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
	path = g_strdup_printf("%s/make-%.16s.pch", folder, key);
	target->pch_base = session_string(session, path);
	jobs->keeps_pch = beneath_make(folder);
}

/* Those that make has just called us with. */
static void take_own_arguments(struct session *session,
			       struct compile_jobs *jobs,
			       struct compile_job *job)
{
	const GPtrArray *given = jobs->options->words;
	g_autofree char *here = g_get_current_dir();
	g_autofree char **words = g_new0(char *, given->len + 1);

	for (guint i = 0; i < given->len; i++)
		words[i] = g_ptr_array_index(given, i);
	take_arguments(jobs, job, words, here);
	if (jobs->build)
		place_pch(session, jobs, job);
}

void build_give_arguments(struct session *session, struct compile_jobs *jobs,
			  struct compile_job *job)
{
	const struct recorded_command *known;
	struct recorded_command *command;

	if (jobs->options->words->len > 0) {
		take_own_arguments(session, jobs, job);
		return;
	}
	if (!jobs->build || job->file->is_header || job->is_program ||
	    job->skip_reason)
		return;
	command = cmd_command(session, jobs, job->source);
	known = command ? command :
			  database_command(session, jobs, job->source);
	if (known)
		take_arguments(jobs, job, known->words, known->folder);
	recorded_command_free(command);
}

/* A header has no command, and a program none of the kernel's. */
static bool could_be_built(const struct compile_job *job)
{
	return !job->file->is_header && !job->is_program && !job->skip_reason;
}

void build_tell(struct session *session, const struct compile_jobs *jobs)
{
	g_autoptr(GString) names = g_string_new(NULL);
	guint nr_built = 0, nr_other = 0;

	if (!jobs->build || jobs->options->words->len > 0)
		return;
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		nr_built += job->built_with != NULL;
		if (job->built_with || !could_be_built(job))
			continue;
		if (nr_other++ < NAMES_SHOWN)
			g_string_append_printf(names, "%s%s",
					       names->len ? ", " : "",
					       job->file->path);
	}
	if (nr_other > NAMES_SHOWN)
		g_string_append_printf(names, " and %u more",
				       nr_other - NAMES_SHOWN);
	session_notice(
		session, "compile", jobs->build, 0,
		"has the commands of %u files; the arguments of %u others are made up%s%s",
		nr_built, nr_other, nr_other ? ": " : "", names->str);
}
