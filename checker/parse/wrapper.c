// SPDX-License-Identifier: GPL-2.0-only
#include "wrapper.h"

#include <string.h>

#include "arguments/arguments.h"
#include "base/view.h"
#include "clang_handles.h"
#include "common_headers.h"

bool wrapper_is_trace(const struct view *view, const char *path)
{
	gsize length = 0;
	g_autofree char *text = view_read(view, path, &length, NULL);

	return text && strstr(text, "<trace/define_trace.h>");
}

char *wrapper_text(const char *header, bool is_trace)
{
	g_autofree char *before = common_headers_text();
	const char *more = is_trace ? "#define CREATE_TRACE_POINTS\n" : "";

	return g_strdup_printf("%s%s#include \"%s\"\n", before, more, header);
}

GPtrArray *arguments_folders(const GPtrArray *arguments, guint from)
{
	GPtrArray *folders = g_ptr_array_new_with_free_func(g_free);

	for (guint i = from; i < arguments->len; i++) {
		const char *word = g_ptr_array_index(arguments, i);

		if (g_str_has_prefix(word, "-I"))
			g_ptr_array_add(folders, g_strdup(word));
	}
	return folders;
}

GPtrArray *arguments_plain(const GPtrArray *arguments)
{
	GPtrArray *plain = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < arguments->len; i++) {
		const char *word = g_ptr_array_index(arguments, i);

		if (g_str_equal(word, PREFIX_OPTION) ||
		    g_str_equal(word, ABSENT_OPTION))
			i++;
		else
			g_ptr_array_add(plain, g_strdup(word));
	}
	return plain;
}
