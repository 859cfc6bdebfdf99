// SPDX-License-Identifier: GPL-2.0-only
/*
 * What became of the paths behind tests of an access, once they have ended: the
 * access is refused if all with the flag fail, and left to mprotect() if one
 * without it comes to a good end.
 */
#include "accesses.h"

/* How the paths behind a test have ended so far. */
struct verdict {
	bool is_refused;  /* with the flag, one failed .. */
	bool goes_on;	  /* .. and one did not */
	bool is_optional; /* without it, one came to a good end */
	guint32 company; /* the test of another flag that comes with it; or 0 */
	guint32 within;	 /* the test of this flag, before; or 0 */
	guint64 left;	 /* flags that came to a good end without their MAY */
};

void verdicts_begin(struct path_walk *walk)
{
	walk->verdicts = g_hash_table_new_full(NULL, NULL, NULL, g_free);
}

void verdict_add(struct path_walk *walk, const struct access_paths *paths,
		 enum result_class with, enum result_class without)
{
	gpointer key = GUINT_TO_POINTER(paths->test);
	struct verdict *verdict = g_hash_table_lookup(walk->verdicts, key);

	if (!verdict) {
		verdict = g_new0(struct verdict, 1);
		g_hash_table_insert(walk->verdicts, key, verdict);
	}
	if (paths->with.is_reached) {
		if (with == RESULT_ERROR)
			verdict->is_refused = true;
		else
			verdict->goes_on = true;
	}
	verdict->company = paths->company;
	verdict->within = paths->within;
	if (paths->without.is_reached && without != RESULT_ERROR) {
		verdict->is_optional = true;
		verdict->left |= paths->flags &
				 ~(paths->without.named >> ACCESS_SHIFT);
	}
}

static gint compare_nodes(gconstpointer a, gconstpointer b)
{
	const struct path_event *left = a, *right = b;

	return (left->node > right->node) - (left->node < right->node);
}

/*
 * True if the access is refused only beside another one that may be left out:
 * a mapping of drivers/sbus/char/flash.c (6.12) is read or written, not both.
 */
static bool is_of_company(const struct path_walk *walk,
			  const struct verdict *verdict)
{
	const struct verdict *other = g_hash_table_lookup(
		walk->verdicts, GUINT_TO_POINTER(verdict->company));

	return verdict->company && other && other->is_optional;
}

static guint64 left_of(const struct path_walk *walk, guint32 test)
{
	const struct verdict *verdict =
		g_hash_table_lookup(walk->verdicts, GUINT_TO_POINTER(test));

	return verdict ? verdict->left : 0;
}

void accesses_end(struct path_walk *walk)
{
	GHashTableIter iter;
	gpointer test, value;
	g_autoptr(GArray) found = NULL;

	if (!walk->verdicts)
		return;
	found = g_array_new(FALSE, FALSE, sizeof(struct path_event));
	g_hash_table_iter_init(&iter, walk->verdicts);
	while (g_hash_table_iter_next(&iter, &test, &value)) {
		const struct verdict *verdict = value;
		struct path_event event = {
			.kind = PATH_REFUSAL,
			.node = GPOINTER_TO_UINT(test),
			.function = walk->function,
			.name = "",
			.handler = "",
			.access = verdict->left,
		};

		if (verdict->within) {
			event.node = verdict->within;
			event.access = left_of(walk, verdict->within);
		}
		if (verdict->is_refused && !verdict->goes_on && event.access &&
		    !is_of_company(walk, verdict))
			g_array_append_val(found, event);
	}
	g_array_sort(found, compare_nodes);
	for (guint i = 0; i < found->len; i++)
		record_event(walk, g_array_index(found, struct path_event, i));
	g_clear_pointer(&walk->verdicts, g_hash_table_destroy);
}
