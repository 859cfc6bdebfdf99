/* SPDX-License-Identifier: GPL-2.0-only */
/* Which folders belong together: a tree, a repository or a module. */
#ifndef VMALINT_BASE_PROJECT_ROOT_H
#define VMALINT_BASE_PROJECT_ROOT_H

#include <stdbool.h>

/* True for the root of a kernel tree: it has the header that defines a VMA. */
bool is_kernel_tree(const char *root);

/*
 * The root of the tree, the repository or the module that a folder (absolute,
 * without links) is in; the folder itself if it is in none. Owned. What lies
 * above may be anybody's: nothing there is asked, or read. A folder that
 * others may write to, as /tmp, is never taken for more than itself.
 */
char *project_root(const char *folder);

#endif
