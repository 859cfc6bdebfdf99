/* SPDX-License-Identifier: GPL-2.0-only */
/* Paths as a person can open them; private to output/. */
#ifndef VMALINT_OUTPUT_FROM_HERE_H
#define VMALINT_OUTPUT_FROM_HERE_H

/*
 * Where in the tree the current folder is: "" for its root, and anywhere
 * outside; else a path of the tree. Owned.
 */
char *here_in(const char *root);

/*
 * A path of the tree, as it is called from such a place: "nommu.c" or
 * "../fs/exec.c" in mm/. Absolute ones stay. Owned.
 */
char *path_from_here(const char *here, const char *path);

#endif
