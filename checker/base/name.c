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

bool name_lies_in(const char *folder, const char *path)
{
	char *real = realpath(path, NULL);
	char *top = real ? realpath(folder, NULL) : NULL;
	const gsize length = top ? strlen(top) : 0;
	const bool lies = !real || (top && strncmp(real, top, length) == 0 &&
				    (real[length] == '/' || length == 1));

	free(real);
	free(top);
	return lies;
}
