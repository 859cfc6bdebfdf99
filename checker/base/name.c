// SPDX-License-Identifier: GPL-2.0-only
#include "base/name.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

bool name_stays(const char *path)
{
	/* Most have none: this is asked of each name of an index. */
	for (const char *at = path; (at = strstr(at, "..")) != NULL; at++) {
		if ((at == path || at[-1] == '/') &&
		    (at[2] == '\0' || at[2] == '/'))
			return false;
	}
	return true;
}

bool name_read(const char *text, enum name_kind kind, struct name *ret_name)
{
	ret_name->text = text;
	if (*text == '\0' || *text == '/' || !name_stays(text))
		return false;
	return kind == NAME_BELOW ||
	       (!strchr(text, '/') && strcmp(text, ".") != 0);
}

char *name_join(const char *folder, struct name name)
{
	return g_build_filename(folder, name.text, NULL);
}

bool name_is_within(const char *path, const char *folder)
{
	gsize length = strlen(folder);

	/* The root ends with the slash that is looked for. */
	while (length > 0 && folder[length - 1] == '/')
		length--;
	return strncmp(path, folder, length) == 0 &&
	       (path[length] == '/' || path[length] == '\0');
}

bool name_is_below(const char *path, const char *folder)
{
	return name_is_within(path, folder) && strlen(path) > strlen(folder);
}

bool name_is_within_any(const char *path, const GPtrArray *folders)
{
	for (guint i = 0; i < folders->len; i++) {
		if (name_is_within(path, g_ptr_array_index(folders, i)))
			return true;
	}
	return false;
}

bool name_lies_in(const char *folder, const char *path)
{
	char *real = realpath(path, NULL);
	char *top = real ? realpath(folder, NULL) : NULL;
	const bool lies = !real || (top && name_is_within(real, top));

	free(real);
	free(top);
	return lies;
}
