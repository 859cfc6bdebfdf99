/* SPDX-License-Identifier: GPL-2.0-only */
/* What a change makes of the headers that a build makes. */
#ifndef VMALINT_COMMAND_CHANGE_BUILT_H
#define VMALINT_COMMAND_CHANGE_BUILT_H

struct change;
struct options;

/*
 * Has the headers that a build of the tree makes otherwise than without the
 * change count as headers of the change, which is complete.
 */
void change_find_built(const struct options *options, const char *root,
		       struct change *change);

#endif
