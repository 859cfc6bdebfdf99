// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which files need no look for findings that were there before. Two findings
 * are alike only if they are of the same expression, but for blanks; so a file
 * that has no such text has no such finding.
 */
#include <string.h>

#include "bare.h"
#include "base/view.h"
#include "known.h"

struct likely {
	GPtrArray *expressions; /* char *, bare; owned */
	bool is_unsure;		/* an expression is not as its file spells it */
};

static char *without_blanks(const char *text)
{
	GString *bare = g_string_new(NULL);

	bare_append(bare, text);
	return g_string_free(bare, FALSE);
}

/* A whole file, without blanks; owned, NULL if it cannot be read. */
static char *bare_file(const struct view *view, const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = view_read(view, path, &length, &reason);

	return text ? without_blanks(text) : NULL;
}

struct likely *likely_new(const struct report *report, const struct view *view,
			  const char *root)
{
	struct likely *likely = g_new0(struct likely, 1);

	likely->expressions = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);
		g_autofree char *path =
			g_canonicalize_filename(finding->at.path, root);
		g_autofree char *text = bare_file(view, path);
		char *expression = without_blanks(finding->expression);

		g_ptr_array_add(likely->expressions, expression);
		if (!*expression || !text || !strstr(text, expression))
			likely->is_unsure = true;
	}
	return likely;
}

void likely_free(struct likely *likely)
{
	g_ptr_array_free(likely->expressions, TRUE);
	g_free(likely);
}

bool likely_in(const struct likely *likely, const struct view *view,
	       const char *path)
{
	g_autofree char *text = likely->is_unsure ? NULL :
						    bare_file(view, path);

	for (guint i = 0; text && i < likely->expressions->len; i++) {
		if (strstr(text, g_ptr_array_index(likely->expressions, i)))
			return true;
	}
	return !text;
}
