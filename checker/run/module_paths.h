/* SPDX-License-Identifier: GPL-2.0-only */
/* Paths of a module's run as its own repository has them. */
#ifndef VMALINT_RUN_MODULE_PATHS_H
#define VMALINT_RUN_MODULE_PATHS_H

#include <glib.h>

struct options;
struct report;
struct session;

/*
 * The home of a module (or NULL), if we are in it and no path was named, or a
 * change of its repository is checked; else NULL.
 */
const char *module_base(const struct options *options, const char *home);

/*
 * Makes all paths below report->home relative to it: of a finished report, of
 * the session's problems, in their texts, and the keys of arch_of (path to
 * anything, neither owned). Those of the tree, at root, become absolute.
 */
void paths_from_module(struct session *session, const char *root,
		       struct report *report, GHashTable *arch_of);

#endif
