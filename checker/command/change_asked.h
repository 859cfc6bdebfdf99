/* SPDX-License-Identifier: GPL-2.0-only */
/* Which files of a change the command line asks for. */
#ifndef VMALINT_COMMAND_CHANGE_ASKED_H
#define VMALINT_COMMAND_CHANGE_ASKED_H

#include <glib.h>
#include <stdbool.h>

/* True if what is named (char *) leaves the file, an absolute path, in. */
bool change_asks_for(const GPtrArray *named, const char *path);

#endif
