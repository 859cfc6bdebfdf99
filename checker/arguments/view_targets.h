/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Where the headers of a target are for a view: those of the disk serve as long
 * as nothing that they are made of is otherwise in the view. Else they are made
 * for the view alone, so that no other run takes them for its own.
 */
#ifndef VMALINT_ARGUMENTS_VIEW_TARGETS_H
#define VMALINT_ARGUMENTS_VIEW_TARGETS_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct compile_target;
struct tree;

/*
 * True if one of the paths (a set of those that were looked at, absolute) is
 * another file in the tree's view than on disk, or a folder of them holds other
 * files.
 */
bool view_target_differs(const struct tree *tree, GHashTable *reads);

/* True if the view shows another version, which all headers have in them. */
bool view_version_differs(const struct tree *tree);

/* Gives a target a folder of its own: another one for each view. */
void view_target_place(const struct compile_jobs *jobs,
		       struct compile_target *target);

#endif
