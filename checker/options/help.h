/* SPDX-License-Identifier: GPL-2.0-only */
/* The texts of --help; private to options/. */
#ifndef VMALINT_OPTIONS_HELP_H
#define VMALINT_OPTIONS_HELP_H

#include "options/options.h"

/*
 * The help on a command, or on the whole program for COMMAND_HELP. Lines are
 * at most 80 columns wide. Free with g_free().
 */
char *help_text(enum command topic);

/*
 * The same for -h: of commands with many options just the usual ones, so that
 * it fits a screen of 24 lines. Owned.
 */
char *help_text_short(enum command topic);

#endif
