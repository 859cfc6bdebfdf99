// SPDX-License-Identifier: GPL-2.0-only
/* Starts what the command line asks for; the commands are in command/. */
#include <jansson.h>
#include <sys/stat.h>

#include "base/heap.h"
#include "base/session.h"
#include "base/surroundings.h"
#include "command/commands.h"
#include "options/options.h"
#include "output/output.h"
#include "parse/parse.h"
#include "rule.h"

static int show_version(struct session *session)
{
	g_autofree char *library = parse_library_version();
	g_autofree char *text = g_strdup_printf("vmalint %s (libclang %s)\n",
						VMALINT_VERSION, library);

	return output_text(session, text);
}

static int run(struct session *session, const struct options *options)
{
	switch (options->command) {
#define COMMAND(id, name)  \
	case COMMAND_##id: \
		return name##_run(session, options);
#include "options/commands.def"
#undef COMMAND
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
