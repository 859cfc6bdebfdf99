// SPDX-License-Identifier: GPL-2.0-only
/* The commands of the program; `check` is in check.c. */
#include <jansson.h>
#include <sys/stat.h>

#include "base/heap.h"
#include "base/session.h"
#include "base/surroundings.h"
#include "command/b4.h"
#include "command/cache.h"
#include "command/check.h"
#include "command/hook.h"
#include "command/kbuild.h"
#include "command/merge.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "rule.h"
#include "run/cache_folder.h"

static int show_rules(struct session *session, const struct options *options)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (options->rule_name)
		return output_text(session, rule_text(options->rule_name));
	for (size_t i = 0; i < nr_rules; i++)
		g_string_append_printf(
			text, "%-18s %-8s %-7s %s\n", all_rules[i]->name,
			severity_name(all_rules[i]->severity),
			confidence_name(all_rules[i]->confidence),
			all_rules[i]->summary);
	g_string_append(text, "\n'vmalint rules NAME' explains one.\n");
	return output_text(session, text->str);
}

static int show_version(struct session *session)
{
	g_autofree char *library = parse_library_version();
	g_autofree char *text = g_strdup_printf("vmalint %s (libclang %s)\n",
						VMALINT_VERSION, library);

	return output_text(session, text);
}

static int check(struct session *session, struct options *options)
{
	struct cache_place *place = cache_place_enter(session, options);
	int status;

	if (options->command == COMMAND_HOOK)
		status = hook_run(session, options);
	else if (options->command == COMMAND_KBUILD)
		status = kbuild_run(session, options);
	else if (options->command == COMMAND_B4)
		status = b4_run(session, options);
	else
		status = check_run(session, options);
	cache_place_leave(place);
	return status;
}

static int run(struct session *session, struct options *options)
{
	switch (options->command) {
	case COMMAND_CHECK:
		return check(session, options);
	case COMMAND_RULES:
		return show_rules(session, options);
	case COMMAND_HOOK:
		return options->hook == HOOK_RUN ? check(session, options) :
						   hook_run(session, options);
	case COMMAND_KBUILD:
	case COMMAND_B4:
		return check(session, options);
	case COMMAND_MERGE:
		return merge_run(session, options);
	case COMMAND_CACHE:
		return cache_command_run(session, options);
	case COMMAND_HELP:
		return output_text(session, options->help);
	case COMMAND_VERSION:
		return show_version(session);
	}
	return 2;
}

static int start(struct session *session, int argc, char **argv)
{
	struct options options;
	int status;

	if (options_parse(session, argc, argv, rule_names, &options))
		status = run(session, &options);
	else
		status = output_failure(session, options.help);
	options_release(&options);
	return status;
}

int main(int argc, char **argv)
{
	struct session session;
	int status;

	/* What is written, nobody else may change, whoever may read it. */
	umask(umask(022) | 022);
	heap_prepare();
	parse_forget_environment();
	/* Where memory is out it then ends the program, and loses no text. */
	json_set_alloc_funcs(g_malloc, g_free);
	output_start();
	session_init(&session);
	status = surroundings_prepare(&session) ?
			 start(&session, argc, argv) :
			 output_failure(&session, NULL);
	session_release(&session);
	return status;
}
