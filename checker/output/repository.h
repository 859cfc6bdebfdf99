/* SPDX-License-Identifier: GPL-2.0-only */
/* Where the tree lies in the repository of a CI job; private to output/. */
#ifndef VMALINT_OUTPUT_REPOSITORY_H
#define VMALINT_OUTPUT_REPOSITORY_H

/*
 * What has to stand before a path of the tree to name it from the folder that
 * an environment variable names: "" if that is the tree, is not set, or does
 * not hold the tree; else something like "linux/". Free with g_free().
 */
char *repository_prefix(const char *root, const char *variable);

#endif
