// SPDX-License-Identifier: GPL-2.0-only
/*
 * How a build compiled a file: what make has just called us with, a .cmd file,
 * or a compile_commands.json. A file that it did not compile is parsed with
 * made-up words, and the build's headers.
 */
#include <string.h>

#include "arguments.h"
#include "arguments/module/module.h"
#include "base/beneath.h"
#include "base/name.h"
#include "base/session.h"
#include "base/text_file.h"
#include "build.h"
#include "command_database.h"
#include "compiler_arguments.h"
#include "options/stages.h"
#include "select/select.h"

/* Beside its object a source's command is kept; owned. */
static char *cmd_name(const char *source)
{
	g_autofree char *base = g_path_get_basename(source);

	base[strlen(base) - 1] = 'o';
	return g_strdup_printf(".%s.cmd", base);
}

static char *cmd_path_beside(const char *source)
{
	g_autofree char *folder = g_path_get_dirname(source);
	g_autofree char *name = cmd_name(source);

	return g_build_filename(folder, name, NULL);
}

/* Where the build keeps the command of a source: owned paths. */
static char *cmd_path(const struct compile_jobs *jobs, const char *source)
{
	gsize length = strlen(jobs->tree->root);
	g_autofree char *beside = cmd_path_beside(source);

	if (!name_is_below(source, jobs->tree->root))
		return g_steal_pointer(&beside);
	return g_build_filename(jobs->build, beside + length + 1, NULL);
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

/*
 * A module's source is named from where its compiler ran since 6.13; before
 * that it was the kernel's folder, and what is meant is in the tree that is
 * checked.
 */
static void find_folder(struct recorded_command *command, const char *named,
			const char *source)
{
	const char *place = named && !g_path_is_absolute(named) &&
					    g_str_has_suffix(source, named) ?
				    source + strlen(source) - strlen(named) :
				    NULL;

	if (!place || place[-1] != '/')
		return;
	g_free(command->folder);
	command->folder = g_strndup(source, (gsize)(place - source));
}

/*
 * The command that a .cmd file has for a source; owned. NULL if there is none,
 * with a problem recorded if there should be and session is not NULL.
 */
static struct recorded_command *cmd_command(struct session *session,
					    const struct compile_jobs *jobs,
					    const char *path,
					    const char *source)
{
	const char *folder = jobs->records ? jobs->tree->root : jobs->build;
	g_autofree char *reason = NULL;
	g_autofree char *named = NULL;
	gsize length = 0;
	g_autofree char *text = NULL;
	struct recorded_command *command;

	if (!g_file_test(path, G_FILE_TEST_EXISTS))
		return NULL;
	text = text_file_read(path, &length, &reason);
	command = text ? cmd_text_read(text, folder, &named) : NULL;
	if (command && jobs->records)
		find_folder(command, named, source);
	if (command && (!named || is_same_file(named, command->folder, source)))
		return command;
	if (session)
		session_problem(session, "compile", path, 1, "%s",
				!text	 ? reason :
				!command ? "holds no command that can be read" :
					   "is of another source; the file is "
					   "parsed with made-up arguments");
	recorded_command_free(command);
	return NULL;
}

/* A database moved along from elsewhere would never be of use. */
static void check_origin(struct session *session,
			 const struct compile_jobs *jobs, const char *path,
			 const char *root, GHashTable *commands)
{
	g_autofree char *beside = g_path_get_dirname(path);
	const char *const folders[] = { jobs->tree->root, jobs->build, beside,
					root };
	const char *first = NULL;
	GHashTableIter iter;
	gpointer source;

	g_hash_table_iter_init(&iter, commands);
	while (g_hash_table_iter_next(&iter, &source, NULL)) {
		for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
			if (folders[i] && name_is_below(source, folders[i]))
				return;
		}
		if (!first || strcmp(source, first) < 0)
			first = source;
	}
	if (first)
		session_problem(session, "compile", path, 1,
				"is of another tree: its files are such as %s",
				first);
}

/* The database of a folder, for who has sources in root; NULL: it has none. */
static GHashTable *database_at(struct session *session,
			       struct compile_jobs *jobs, const char *folder,
			       const char *root)
{
	g_autofree char *path =
		g_build_filename(folder, COMMAND_DATABASE, NULL);
	GHashTable *commands;

	if (!jobs->databases)
		jobs->databases = g_hash_table_new_full(
			g_str_hash, g_str_equal, g_free,
			(GDestroyNotify)g_hash_table_destroy);
	commands = g_hash_table_lookup(jobs->databases, path);
	if (commands || !g_file_test(path, G_FILE_TEST_EXISTS))
		return commands;
	commands = command_database_read(session, path);
	check_origin(session, jobs, path, root, commands);
	g_hash_table_insert(jobs->databases, g_steal_pointer(&path), commands);
	return commands;
}

/* The databases: of the build, and of a module's own folder. */
static const struct recorded_command *database_command(
	struct session *session, struct compile_jobs *jobs,
	const struct compile_job *job)
{
	g_autofree char *beside = g_path_get_dirname(job->source);
	const char *root = module_has_job(job) ? module_root(jobs, job) : NULL;
	const char *const folders[] = { jobs->records, jobs->build, beside };

	for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
		GHashTable *commands =
			folders[i] ?
				database_at(session, jobs, folders[i], root) :
				NULL;
		const struct recorded_command *command =
			commands ? g_hash_table_lookup(commands, job->source) :
				   NULL;

		if (command)
			return command;
	}
	return NULL;
}

static const GPtrArray *keep_arguments(struct compile_jobs *jobs,
				       char *const *words, const char *folder)
{
	GPtrArray *kept = g_ptr_array_new_with_free_func(g_free);

	compiler_arguments_keep(kept, words, folder);
	g_ptr_array_add(jobs->recorded, kept);
	return kept;
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
	const GPtrArray *given = jobs->options->by_make;
	g_autofree char *here = g_get_current_dir();
	g_autofree char **words = g_new0(char *, given->len + 1);

	for (guint i = 0; i < given->len; i++)
		words[i] = g_ptr_array_index(given, i);
	job->built_with = keep_arguments(jobs, words, here);
	if (jobs->build)
		place_pch(session, jobs, job);
}

/*
 * Where a module's build may keep the command of a source: beside it, or in
 * another folder that has the module's folders (MO=, since 6.13). Owned.
 */
static struct recorded_command *module_cmd(struct session *session,
					   const struct compile_jobs *jobs,
					   const char *source)
{
	g_autofree char *beside = cmd_path_beside(source);
	struct recorded_command *command =
		cmd_command(session, jobs, beside, source);

	for (const char *rest = beside; !command && rest;
	     rest = strchr(rest + 1, '/')) {
		g_autofree char *path =
			g_build_filename(jobs->records, rest, NULL);

		command = cmd_command(NULL, jobs, path, source);
	}
	return command;
}

void build_give_arguments(struct session *session, struct compile_jobs *jobs,
			  struct compile_job *job)
{
	const bool is_recorded = jobs->records && module_has_job(job);
	const struct recorded_command *known;
	struct recorded_command *command;
	const GPtrArray *words = NULL;
	g_autofree char *path = NULL;

	if (jobs->options->by_make->len > 0) {
		take_own_arguments(session, jobs, job);
		return;
	}
	if ((!jobs->build && !is_recorded) || job->file->is_header ||
	    job->is_program || job->skip_reason)
		return;
	path = is_recorded ? NULL : cmd_path(jobs, job->source);
	command = is_recorded ? module_cmd(session, jobs, job->source) :
				cmd_command(session, jobs, path, job->source);
	known = command ? command : database_command(session, jobs, job);
	if (known)
		words = keep_arguments(jobs, known->words, known->folder);
	if (is_recorded)
		job->recorded = words;
	else
		job->built_with = words;
	recorded_command_free(command);
}
