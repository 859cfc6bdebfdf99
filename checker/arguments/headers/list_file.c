// SPDX-License-Identifier: GPL-2.0-only
#include "list_file.h"

#include <glib.h>

#include "base/name.h"
#include "base/session.h"
#include "base/view.h"
#include "select/select.h"

/* What a view gives is no link. */
static bool leads_out(const struct tree *tree, const char *path)
{
	return !(tree->view && view_knows(tree->view, path)) &&
	       !name_lies_in(tree->root, path);
}

char *list_file_read(struct session *session, const struct tree *tree,
		     const char *name)
{
	g_autofree char *path = g_build_filename(tree->root, name, NULL);
	g_autofree char *reason = NULL;
	gsize length = 0;
	char *text = NULL;

	session_note_read(session, path);
	if (!view_has_file(tree->view, path))
		return NULL;
	if (leads_out(tree, path))
		reason = g_strdup("a link leads out of the tree");
	else
		text = view_read(tree->view, path, &length, &reason);
	if (!text)
		session_problem(session, "compile", name, 0,
				"cannot be read: %s", reason);
	return text;
}
