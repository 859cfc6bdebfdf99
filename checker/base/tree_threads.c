// SPDX-License-Identifier: GPL-2.0-only
/* One heap for all threads; who finds it empty waits for those at work. */
#include "tree_threads.h"

/* Items that a thread takes at once, so that threads seldom meet. */
enum { HANDFUL = 8 };

struct crew {
	void (*act)(void *context, guint thread, gpointer item,
		    GPtrArray *ret_more);
	void *context;
	GMutex mutex;
	GCond changed;
	GPtrArray *heap; /* items to do */
	guint nr_busy, nr_waiting;
};

struct member {
	struct crew *crew;
	guint number;
	GThread *thread;
};

/* Takes some items, waiting for them if need be; none: all is done. */
static void take_some(struct crew *crew, GPtrArray *ret_items)
{
	guint nr;

	g_mutex_lock(&crew->mutex);
	while (crew->heap->len == 0 && crew->nr_busy > 0) {
		crew->nr_waiting++;
		g_cond_wait(&crew->changed, &crew->mutex);
		crew->nr_waiting--;
	}
	/* The last ones are for several threads, not for one. */
	nr = MIN(HANDFUL, (crew->heap->len + 1) / 2);
	for (guint i = 0; i < nr; i++)
		g_ptr_array_add(ret_items,
				g_ptr_array_steal_index(crew->heap,
							crew->heap->len - 1));
	crew->nr_busy += nr > 0;
	g_mutex_unlock(&crew->mutex);
}

static void give_more(struct crew *crew, GPtrArray *more)
{
	g_mutex_lock(&crew->mutex);
	crew->nr_busy--;
	for (guint i = 0; i < more->len; i++)
		g_ptr_array_add(crew->heap, g_ptr_array_index(more, i));
	if (crew->nr_waiting > 0)
		g_cond_broadcast(&crew->changed);
	g_mutex_unlock(&crew->mutex);
	g_ptr_array_set_size(more, 0);
}

static gpointer work(gpointer data)
{
	struct member *member = data;
	struct crew *crew = member->crew;
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	g_autoptr(GPtrArray) more = g_ptr_array_new();

	take_some(crew, items);
	while (items->len > 0) {
		for (guint i = 0; i < items->len; i++)
			crew->act(crew->context, member->number,
				  g_ptr_array_index(items, i), more);
		g_ptr_array_set_size(items, 0);
		give_more(crew, more);
		take_some(crew, items);
	}
	return NULL;
}

void crew_run(void (*act)(void *context, guint thread, gpointer item,
			  GPtrArray *ret_more),
	      void *context, gpointer first)
{
	const guint nr = MIN(g_get_num_processors(), CREW_LIMIT);
	struct member members[CREW_LIMIT] = { 0 };
	struct crew crew = {
		.act = act,
		.context = context,
		.heap = g_ptr_array_new(),
	};

	g_mutex_init(&crew.mutex);
	g_cond_init(&crew.changed);
	g_ptr_array_add(crew.heap, first);
	for (guint i = 0; i < nr; i++) {
		members[i].crew = &crew;
		members[i].number = i;
		/* Without a second thread the first does all. */
		if (i > 0)
			members[i].thread = g_thread_try_new("crew", work,
							     &members[i], NULL);
	}
	work(&members[0]);
	for (guint i = 1; i < nr; i++) {
		if (members[i].thread)
			g_thread_join(members[i].thread);
	}
	g_ptr_array_free(crew.heap, TRUE);
	g_cond_clear(&crew.changed);
	g_mutex_clear(&crew.mutex);
}
