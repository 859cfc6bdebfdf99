/* SPDX-License-Identifier: GPL-2.0-only */
/* Keeps git from the programs that may change a file before it is compared. */
#ifndef VMALINT_CHANGE_GIT_FILTERS_H
#define VMALINT_CHANGE_GIT_FILTERS_H

#include "git.h"

/* In the environment of each git: no program's name, and "false". */
#define NO_PROGRAM_VARIABLE "VMALINT_NO_PROGRAM"
#define NO_VARIABLE	    "VMALINT_NO"

/*
 * Words for git, to stand before its command, that switch off all filters that
 * are configured: char *, owned. NULL with *ret_reason set if git fails.
 */
GPtrArray *filters_off(const struct git *git, char **ret_reason);

#endif
