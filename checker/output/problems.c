// SPDX-License-Identifier: GPL-2.0-only
/* Problems of a run, in an order that does not depend on the workers. */
#include <string.h>

#include "base/session.h"
#include "output/formats.h"
#include "output/printable.h"

static gint compare_problems(gconstpointer left, gconstpointer right)
{
	const struct problem *a = *(const struct problem *const *)left;
	const struct problem *b = *(const struct problem *const *)right;
	int order = strcmp(a->path, b->path);

	if (!order)
		order = (a->line > b->line) - (a->line < b->line);
	if (!order)
		order = strcmp(a->stage, b->stage);
	if (!order)
		order = strcmp(a->text, b->text);
	return order;
}

void problem_append(GString *out, const struct problem *problem)
{
	g_string_append(out, "vmalint: ");
	printable_append(out, problem->path);
	if (problem->line)
		g_string_append_printf(out, ":%u", problem->line);
	if (*problem->path || problem->line)
		g_string_append(out, ": ");
	printable_append(out, problem->text);
	g_string_append_c(out, '\n');
}

GPtrArray *problems_sorted(const struct session *session)
{
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	GPtrArray *distinct = g_ptr_array_new();

	for (guint i = 0; i < session->problems->len; i++)
		g_ptr_array_add(all, &g_array_index(session->problems,
						    struct problem, i));
	g_ptr_array_sort(all, compare_problems);
	for (guint i = 0; i < all->len; i++) {
		if (i && !compare_problems(&all->pdata[i - 1], &all->pdata[i]))
			continue;
		g_ptr_array_add(distinct, all->pdata[i]);
	}
	return distinct;
}
