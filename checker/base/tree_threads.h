/* SPDX-License-Identifier: GPL-2.0-only */
/* Does a heap of small things that bring up others, on all cores. */
#ifndef VMALINT_BASE_TREE_THREADS_H
#define VMALINT_BASE_TREE_THREADS_H

#include <glib.h>

/* No more threads than this. */
enum { TREE_THREADS_LIMIT = 16 };

/*
 * Calls act for the first item, and for each item that a call has added to
 * ret_more, in no order and from several threads, which count from 0. When it
 * returns all is done, and no thread is left: processes may be forked.
 */
void tree_threads_run(void (*act)(void *context, guint thread, gpointer item,
				  GPtrArray *ret_more),
		      void *context, gpointer first);

#endif
