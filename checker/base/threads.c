// SPDX-License-Identifier: GPL-2.0-only
#include "base/threads.h"

void threads_run(guint nr_items, guint items_per_thread, GThreadFunc act,
		 gpointer context)
{
	const guint nr_threads =
		MIN(g_get_num_processors(), nr_items / items_per_thread);
	g_autoptr(GPtrArray) threads = g_ptr_array_new();

	/* This thread is one of them, and will do if there can be no other. */
	for (guint i = 1; i < nr_threads; i++) {
		GThread *thread = g_thread_try_new("items", act, context, NULL);

		if (thread)
			g_ptr_array_add(threads, thread);
	}
	act(context);
	for (guint i = 0; i < threads->len; i++)
		g_thread_join(g_ptr_array_index(threads, i));
}
