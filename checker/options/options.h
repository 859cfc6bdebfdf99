/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The command line as data: parsed and validated once, then only read. Who puts
 * stages together gets all of it; a stage gets its part, see options/stages.h.
 */
#ifndef VMALINT_OPTIONS_OPTIONS_H
#define VMALINT_OPTIONS_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

#include "options/stages.h"

struct session;

enum command {
#define COMMAND(id, name) COMMAND_##id,
#include "options/commands.def"
#undef COMMAND
	COMMAND_VERSION, /* no word, but --version */
};

/* What `vmalint hook` is to do. */
enum hook_action { HOOK_INSTALL, HOOK_UNINSTALL, HOOK_RUN };

/* What `vmalint cache` is to do. */
enum cache_action { CACHE_STATS, CACHE_CLEAR };

/* All strings and arrays belong to the options. */
struct options {
	enum command command;
	const char *help; /* for COMMAND_HELP, and when no command was given */
	char **given;	  /* the words behind the command, as they came */
	const char *rule_name;	 /* `vmalint rules NAME`; NULL lists all */
	GPtrArray *reports;	 /* char *: files to merge */
	enum hook_action hook;	 /* for COMMAND_HOOK */
	enum cache_action cache; /* for COMMAND_CACHE */
	struct select_options select;
	struct change_options change;
	struct arguments_options arguments;
	struct keep_options keep;
	struct run_options run;
	struct rules_options rules;
	struct triage_options triage;
	struct report_options report;
	struct output_options output;
	GHashTable *origins; /* name of an option or a rule -> where it is set,
			      * but for defaults */
	GStringChunk *strings;
};

/*
 * Fills *ret_options from the command line. rule_names (NULL-terminated) are
 * the names that --select, --ignore and `rules NAME` accept. False with a
 * problem recorded when the words are wrong; the text names the word, and the
 * nearest right one where there is a near one; then help, if not NULL, is what
 * output_failure() should show along with it. options_release() is right to
 * call in both cases.
 */
bool options_parse(struct session *session, int argc, char **argv,
		   const char *const *rule_names, struct options *ret_options);

void options_release(struct options *options);

/*
 * Where an option or the severity of a rule is set: "command line", a place in
 * the settings, or "default"; borrowed.
 */
const char *options_origin(const struct options *options, const char *name);

/* True if the run looks at all that could be found. */
bool options_are_whole(const struct options *options);

#endif
