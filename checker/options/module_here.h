/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef VMALINT_OPTIONS_MODULE_HERE_H
#define VMALINT_OPTIONS_MODULE_HERE_H

struct reader;
struct select_options;

/*
 * Where a tree is named and nothing to check, and we are in a module that is
 * none of it, that is what to check: its root becomes the one PATH.
 */
void module_here_take(struct reader *reader);

/*
 * The root of the module that is to be checked against a tree, or of its
 * repository, owned; NULL if the first PATH is of the tree, or there is none.
 */
char *options_module_root(const struct select_options *options,
			  const char *tree);

#endif
