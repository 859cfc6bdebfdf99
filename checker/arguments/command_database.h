/* SPDX-License-Identifier: GPL-2.0-only */
/* Commands that a build has recorded: .X.o.cmd, compile_commands.json. */
#ifndef VMALINT_ARGUMENTS_COMMAND_DATABASE_H
#define VMALINT_ARGUMENTS_COMMAND_DATABASE_H

#include <glib.h>
#include <stdbool.h>

/* Where tools keep how all files were compiled. */
#define COMMAND_DATABASE "compile_commands.json"

struct session;

/* How one file was compiled. Owned by who holds it. */
struct recorded_command {
	char *folder; /* where the compiler ran, absolute */
	char **words; /* of the whole command line */
};

void recorded_command_free(struct recorded_command *command);

/*
 * Reads a compile_commands.json into a table of absolute source path ->
 * struct recorded_command, which owns both; of two entries for one source the
 * first stays. What is wrong with it is a problem with its line, and costs
 * that entry, or all if it is no JSON at all.
 */
GHashTable *command_database_read(struct session *session, const char *path);

/*
 * The command in the text of a .X.o.cmd file, or NULL if it holds none;
 * ret_source, an owned path or NULL, is the file that it says it was for.
 */
struct recorded_command *cmd_text_read(const char *text, const char *folder,
				       char **ret_source);

#endif
