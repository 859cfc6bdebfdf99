/* SPDX-License-Identifier: GPL-2.0-only */
/* Work on independent items in several threads. */
#ifndef VMALINT_BASE_THREADS_H
#define VMALINT_BASE_THREADS_H

#include <glib.h>

/*
 * Has as many threads do the same, of which this one is one: as many as there
 * are processors, and no more than one for so many of the items. Each takes
 * items until none is left. All have ended when this returns: those of a
 * GThreadPool live on for a while (GLib 2.74), and a worker that is forked
 * while one of them holds a lock of GLib's waits for that lock for ever.
 */
void threads_run(guint nr_items, guint items_per_thread, GThreadFunc act,
		 gpointer context);

#endif
