// SPDX-License-Identifier: GPL-2.0-only
/* One heap for all threads; who finds it empty waits for those at work. */
#include "tree_threads.h"

/* Items that a thread takes at once, so that threads seldom meet. */
enum { HANDFUL = 8 };

struct tree_threads {
	void (*act)(void *context, guint thread, gpointer item,
		    GPtrArray *ret_more);
	void *context;
	GMutex mutex;
	GCond changed;
	GPtrArray *heap; /* items to do */
	guint nr_busy, nr_waiting;
};

struct member {
	struct tree_threads *threads;
	guint number;
	GThread *thread;
};

/* Takes some items, waiting for them if need be; none: all is done. */
static void take_some(struct tree_threads *threads, GPtrArray *ret_items)
{
	guint nr;

	g_mutex_lock(&threads->mutex);
	while (threads->heap->len == 0 && threads->nr_busy > 0) {
		threads->nr_waiting++;
		g_cond_wait(&threads->changed, &threads->mutex);
		threads->nr_waiting--;
	}
	/* The last ones are for several threads, not for one. */
	nr = MIN(HANDFUL, (threads->heap->len + 1) / 2);
	for (guint i = 0; i < nr; i++)
		g_ptr_array_add(ret_items,
				g_ptr_array_steal_index(
					threads->heap, threads->heap->len - 1));
	threads->nr_busy += nr > 0;
	g_mutex_unlock(&threads->mutex);
}

static void give_more(struct tree_threads *threads, GPtrArray *more)
{
	g_mutex_lock(&threads->mutex);
	threads->nr_busy--;
	for (guint i = 0; i < more->len; i++)
		g_ptr_array_add(threads->heap, g_ptr_array_index(more, i));
	if (threads->nr_waiting > 0)
		g_cond_broadcast(&threads->changed);
	g_mutex_unlock(&threads->mutex);
	g_ptr_array_set_size(more, 0);
}

static gpointer work(gpointer data)
{
	struct member *member = data;
	struct tree_threads *threads = member->threads;
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_autoptr(GPtrArray) more = g_ptr_array_new();

	take_some(threads, items);
	while (items->len > 0) {
		for (guint i = 0; i < items->len; i++)
			threads->act(threads->context, member->number,
				     g_ptr_array_index(items, i), more);
		g_ptr_array_set_size(items, 0);
		give_more(threads, more);
		take_some(threads, items);
	}
	return NULL;
}

void tree_threads_run(void (*act)(void *context, guint thread, gpointer item,
				  GPtrArray *ret_more),
		      void *context, gpointer first)
{
	const guint nr = MIN(g_get_num_processors(), TREE_THREADS_LIMIT);
	struct member members[TREE_THREADS_LIMIT] = { 0 };
	struct tree_threads threads = {
		.act = act,
		.context = context,
		.heap = g_ptr_array_new(),
	};

	g_mutex_init(&threads.mutex);
	g_cond_init(&threads.changed);
	g_ptr_array_add(threads.heap, first);
	for (guint i = 0; i < nr; i++) {
		members[i].threads = &threads;
		members[i].number = i;
		/* Without a second thread the first does all. */
		if (i > 0)
			members[i].thread = g_thread_try_new("tree", work,
							     &members[i], NULL);
	}
	work(&members[0]);
	for (guint i = 1; i < nr; i++) {
		if (members[i].thread)
			g_thread_join(members[i].thread);
	}
	g_ptr_array_free(threads.heap, TRUE);
	g_cond_clear(&threads.changed);
	g_mutex_clear(&threads.mutex);
}
