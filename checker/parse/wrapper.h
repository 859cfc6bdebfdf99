/* SPDX-License-Identifier: GPL-2.0-only */
/* The made-up unit that a header is parsed through, and words around units. */
#ifndef VMALINT_PARSE_WRAPPER_H
#define VMALINT_PARSE_WRAPPER_H

#include <glib.h>
#include <stdbool.h>

#include "inclusions.h"

struct view;

/* No name that a tree could hold: headers are parsed through this file. */
#define WRAPPER_NAME  MADE_UP "header-unit.c"

#define PREFIX_OPTION "-include-pch"

/* A header of trace events has code only where it is asked to define them. */
bool wrapper_is_trace(const struct view *view, const char *path);

/* The unit's text, owned. */
char *wrapper_text(const char *header, bool is_trace);

/*
 * The folders of -I among the arguments from an index on (char *, owned): what
 * later attempts at the file need not find out by errors again.
 */
GPtrArray *arguments_folders(const GPtrArray *arguments, guint from);

/* Without what only libclang can read, and only in this process; owned. */
GPtrArray *arguments_plain(const GPtrArray *arguments);

#endif
