/* SPDX-License-Identifier: GPL-2.0-only */
/* Whether files are on disk as git noted them; private to git/. */
#ifndef VMALINT_CHANGE_GIT_ON_DISK_H
#define VMALINT_CHANGE_GIT_ON_DISK_H

#include <glib.h>
#include <stdbool.h>

struct git;

/*
 * For entries of an index in its order (struct index_entry, whose names live
 * as long) a byte each, owned: 1 if the file on disk may be another one. NULL
 * if there is no work tree to be read.
 */
guint8 *on_disk_differ(const struct git *git, const GArray *entries);

#endif
