// SPDX-License-Identifier: GPL-2.0-only
/*
 * Where the build is, what it generated, and what is said of it; see
 * build_arguments.c for how it compiled a file. Nothing is written there.
 */
#include "build.h"

#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/kconfig/kconfig.h"
#include "arguments/module/module.h"
#include "base/session.h"
#include "base/text_file.h"
#include "command_database.h"
#include "options/stages.h"
#include "select/select.h"

#define AUTOCONF "include/generated/autoconf.h"

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

static bool is_cmd_name(const char *name)
{
	return *name == '.' && g_str_has_suffix(name, ".o.cmd");
}

static bool is_configured(const char *folder)
{
	return has_file(folder, ".config") && has_file(folder, AUTOCONF);
}

/* True if a module was built in a folder, or its commands are kept there. */
static bool has_records(const char *folder)
{
	g_autoptr(GPtrArray) commands = g_ptr_array_new_with_free_func(g_free);

	if (has_file(folder, COMMAND_DATABASE))
		return true;
	module_find_files(folder, is_cmd_name, commands);
	return commands->len > 0;
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
		if (!has_records(absolute)) {
			session_problem(
				session, "compile", named, 0,
				"is no configured folder, as it has no .config, "
				"and no module's that was built: it has neither "
				"a compile_commands.json nor .cmd files");
			return false;
		}
		jobs->records = session_string(session, absolute);
		named = NULL;
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

/* A header has no command, and a program none of the kernel's. */
static bool could_be_built(const struct compile_jobs *jobs,
			   const struct compile_job *job)
{
	return !job->file->is_header && !job->is_program && !job->skip_reason &&
	       (jobs->build || module_has_job(job));
}

void build_tell(struct session *session, const struct compile_jobs *jobs)
{
	g_autoptr(GString) names = g_string_new(NULL);
	guint nr_built = 0, nr_other = 0;

	const char *folder = jobs->records ? jobs->records : jobs->build;

	if (!folder || jobs->options->by_make->len > 0)
		return;
	for (guint i = 0; i < jobs->jobs->len; i++) {
		const struct compile_job *job =
			&g_array_index(jobs->jobs, struct compile_job, i);

		nr_built += job->built_with || job->recorded;
		if (job->built_with || job->recorded ||
		    !could_be_built(jobs, job))
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
		session, "compile", folder, 0,
		"has the commands of %u files; the arguments of %u others are made up%s%s",
		nr_built, nr_other, nr_other ? ": " : "", names->str);
}
