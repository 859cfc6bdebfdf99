// SPDX-License-Identifier: GPL-2.0-only
#include "change_built.h"

#include <glib.h>
#include <stdbool.h>

#include "base/session.h"
#include "change/change.h"
#include "run/built.h"
#include "select/select.h"

static void take_all(struct change_base *base, const GPtrArray *headers)
{
	for (guint i = 0; i < headers->len; i++) {
		const struct built_header *header =
			g_ptr_array_index(headers, i);

		change_add_built(base, header->path, header->before,
				 header->after);
	}
}

static bool select_none(struct session *session, const char *root,
			const struct view *view, struct selection *ret_none)
{
	const struct selection_scope scope = { .root = root, .view = view };

	return files_select_none(session, &scope, ret_none);
}

void change_find_built(const struct options *options, const char *root,
		       struct change *change)
{
	struct selection after, before;
	struct session quiet;

	session_init(&quiet);
	for (guint i = 0; i < change->bases->len; i++) {
		struct change_base *base = g_ptr_array_index(change->bases, i);
		g_autoptr(GPtrArray) headers =
			g_ptr_array_new_with_free_func(built_header_free);
		/* Before the first commit there is no tree. */
		bool has_both =
			select_none(&quiet, root, change->after, &after);

		has_both &= select_none(&quiet, root, base->view, &before);
		if (has_both)
			built_differences(options, &before.tree, &after.tree,
					  headers);
		take_all(base, headers);
		selection_release(&before);
		selection_release(&after);
	}
	session_release(&quiet);
}
