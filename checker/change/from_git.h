/* SPDX-License-Identifier: GPL-2.0-only */
/* Changes that git knows of; private to change/. */
#ifndef VMALINT_CHANGE_FROM_GIT_H
#define VMALINT_CHANGE_FROM_GIT_H

#include <glib.h>
#include <stdbool.h>

struct change;
struct change_base;
struct change_options;
struct session;

/* --staged and --since; as change_read() and change_complete(). */
bool from_git_read(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change *change);
bool from_git_complete(struct session *session,
		       const struct change_options *options, const char *root,
		       struct change *change);

/* As change_settle(). */
bool from_git_settle(struct session *session,
		     const struct change_options *options, const char *root,
		     struct change *change, const GPtrArray *paths);

/* As change_headers(), of the index. */
GPtrArray *from_git_headers(struct session *session,
			    const struct change_options *options,
			    const char *root, struct change *change);

/* Makes a view of --base REV, for a patch. */
bool from_git_base(struct session *session,
		   const struct change_options *options, const char *root,
		   struct change_base *base);

#endif
