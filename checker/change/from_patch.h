/* SPDX-License-Identifier: GPL-2.0-only */
/* Changes that a patch makes; private to change/. */
#ifndef VMALINT_CHANGE_FROM_PATCH_H
#define VMALINT_CHANGE_FROM_PATCH_H

#include <stdbool.h>

struct change;
struct change_options;
struct session;

/* --patch; as change_read(). */
bool from_patch_read(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change);

#endif
