// SPDX-License-Identifier: GPL-2.0-only
/*
 * Which files need no look for findings that were there before. Two findings
 * are alike only if they are of the same expression, but for blanks; so a file
 * that has no such text has no such finding.
 */
#include <string.h>

#include "base/view.h"
#include "known.h"
#include "without_blanks.h"

struct compare_filter {
	GPtrArray *expressions; /* char *, bare; owned */
	bool is_unsure;		/* an expression is not as its file spells it */
};

static char *without_blanks(const char *text)
{
	GString *bare = g_string_new(NULL);

	without_blanks_append(bare, text);
	return g_string_free(bare, FALSE);
}

/* A whole file, without blanks; owned, NULL if it cannot be read. */
static char *file_without_blanks(const struct view *view, const char *path)
{
	gsize length = 0;
	g_autofree char *text = view_read(view, path, &length, NULL);

	return text ? without_blanks(text) : NULL;
}

struct compare_filter *compare_filter_new(const struct report *report,
					  const struct view *view,
					  const char *root)
{
	struct compare_filter *filter = g_new0(struct compare_filter, 1);

	filter->expressions = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < report->findings->len; i++) {
		const struct finding *finding =
			g_ptr_array_index(report->findings, i);
		g_autofree char *path =
			g_canonicalize_filename(finding->at.path, root);
		g_autofree char *text = file_without_blanks(view, path);
		char *expression = without_blanks(finding->expression);

		g_ptr_array_add(filter->expressions, expression);
		if (!*expression || !text || !strstr(text, expression))
			filter->is_unsure = true;
	}
	return filter;
}

void compare_filter_free(struct compare_filter *filter)
{
	g_ptr_array_free(filter->expressions, TRUE);
	g_free(filter);
}

bool compare_filter_fits(const struct compare_filter *filter,
			 const struct view *view, const char *path)
{
	g_autofree char *text =
		filter->is_unsure ? NULL : file_without_blanks(view, path);

	for (guint i = 0; text && i < filter->expressions->len; i++) {
		if (strstr(text, g_ptr_array_index(filter->expressions, i)))
			return true;
	}
	return !text;
}
