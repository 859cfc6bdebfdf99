/* SPDX-License-Identifier: GPL-2.0-only */
/* Texts that are made of the tables of commands and options at build time. */
#ifndef VMALINT_OPTIONS_MANUAL_H
#define VMALINT_OPTIONS_MANUAL_H

#include "options/options.h"

struct choice;
struct option_row;

/* The words to choose from, with blanks between them; "" if any; owned. */
char *manual_choices(const struct choice *choice);

/* Likewise: what may follow a command, besides options and files. */
char *manual_actions(enum command command);

/* True if the option takes files or folders, else words. */
bool manual_takes_file(const struct option_row *row);

/* Each is an owned text. */
char *manual_page(const char *version);
char *manual_bash(void);
char *manual_zsh(void);
char *manual_fish(void);

#endif
