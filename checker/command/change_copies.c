// SPDX-License-Identifier: GPL-2.0-only
/*
 * A copy and the kernel's own do not include each other, and still a change of
 * one is a change of how they compare.
 */
#include "change_copies.h"

#include <stdbool.h>
#include <string.h>

#include "base/name.h"
#include "change/change.h"
#include "run/copies.h"

/* The path of a changed file, relative to the tree; NULL outside of it. */
static const char *relative(const struct changed_file *file, const char *root)
{
	return name_is_within(file->path, root) ?
		       file->path + strlen(root) + 1 :
		       NULL;
}

/* Most changes are of no such file, and need no look at the copies. */
static bool may_be_concerned(const char *root, const struct change *change)
{
	for (guint i = 0; i < change->files->len; i++) {
		const char *path =
			relative(g_ptr_array_index(change->files, i), root);

		if (path && copies_may_be_concerned(path))
			return true;
	}
	return false;
}

static bool are_concerned(const struct mirror_copies *copies, const char *root,
			  const struct change *change)
{
	for (guint i = 0; i < change->files->len; i++) {
		const struct changed_file *file =
			g_ptr_array_index(change->files, i);
		const char *path = relative(file, root);

		if (path && copies_are_concerned(copies, path, file->before,
						 file->after))
			return true;
	}
	return false;
}

GPtrArray *change_copies(const struct options *options, const char *root,
			 const struct change *change)
{
	GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
	struct mirror_copies *copies =
		may_be_concerned(root, change) ?
			copies_open(options, root, change->after) :
			NULL;
	g_autoptr(GPtrArray) paths =
		copies && are_concerned(copies, root, change) ?
			copies_paths(copies) :
			NULL;

	for (guint i = 0; paths && i < paths->len; i++)
		g_ptr_array_add(found,
				g_build_filename(root,
						 g_ptr_array_index(paths, i),
						 NULL));
	copies_close(copies);
	return found;
}
