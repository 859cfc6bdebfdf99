/* SPDX-License-Identifier: GPL-2.0-only */
/* Recognises a kernel tree and the shape of its VMA flag API. */
#ifndef VMALINT_SELECT_TREE_H
#define VMALINT_SELECT_TREE_H

#include <stdbool.h>

struct select_options;
struct session;
struct tree;

/*
 * Finds the root: --tree, else the first folder upwards from a PATH (or from
 * the current folder) that looks like a kernel tree; the first PATH that has
 * one decides. False with a problem if there is none.
 */
bool tree_find(struct session *session, const struct select_options *options,
	       struct tree *ret_tree);

/*
 * Reads version, API, level and flag names, which are added to those that it
 * has. False with a problem if the headers hold no struct vm_area_struct.
 */
bool tree_learn(struct session *session, struct tree *tree);

/*
 * Reads what the core of mm/ and of DMA, beside the headers, tells of flags:
 * see setters.h. It takes some 50 ms, so its names are kept with the others.
 */
void tree_learn_core(struct session *session, struct tree *tree);

/* True if the view gives a header that tree_learn() reads. */
bool tree_is_given(const struct tree *tree);

/* True if the text defines struct vm_area_struct with a const flag word. */
bool text_declares_const_vma(const char *text, unsigned long length);

#endif
