/* SPDX-License-Identifier: GPL-2.0-only */
/* What a command may be told, and its help; private to options/. */
#ifndef VMALINT_OPTIONS_COMMANDS_H
#define VMALINT_OPTIONS_COMMANDS_H

#include <stdbool.h>

#include "options/options.h"
#include "options/table.h"

struct choice;
struct reader;

struct command_row {
	const char *usage;	      /* its lines in the help of the program */
	const char *summary;	      /* for manuals and shells */
	bool is_rare;		      /* -h names it, and no more */
	const struct choice *actions; /* of which it is told one; or NULL */
	enum option_scope scope;      /* of the options that it takes */
	enum option_scope listed;     /* .. and that its help lists */
	const char *head, *tail;      /* of its help, around the options */
	void (*begin)(struct options *options); /* own defaults; or NULL */
	bool (*finish)(struct reader *reader);
	/* ^ takes what is no option from paths; false with a problem; or NULL
	 */
};

#define COMMAND(id, name) extern const struct command_row name##_command;
#include "options/commands.def"
#undef COMMAND

/* Both by enum command; the names end with NULL. */
extern const struct command_row *const command_rows[];
extern const char *const command_names[];

/* What every run of checks needs, whoever asked for it. */
bool check_finish(struct reader *reader);

#endif
