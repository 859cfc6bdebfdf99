/* SPDX-License-Identifier: GPL-2.0-only */
/* Texts that are made of the tables of commands and options at build time. */
#ifndef VMALINT_OPTIONS_MANUAL_H
#define VMALINT_OPTIONS_MANUAL_H

#include "options/options.h"

struct option_row;

/* A command, as the manual and the shells know it. */
struct manual_command {
	const char *name;
	enum command topic; /* of its help */
	const char *summary;
	const char *words; /* what may follow it, besides options and files */
};

extern const struct manual_command manual_commands[];
extern const size_t nr_manual_commands;

/* The words that an option takes, with blanks between them; "" if any; owned.
 */
char *manual_values(const struct option_row *row);

/* True if the option takes files or folders, else words. */
bool manual_takes_file(const struct option_row *row);

/* Each is an owned text. */
char *manual_page(const char *version);
char *manual_bash(void);
char *manual_zsh(void);
char *manual_fish(void);

#endif
