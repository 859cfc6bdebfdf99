// SPDX-License-Identifier: GPL-2.0-only
/* The words of a command line that a change is asked for with. */
#include "change_asked.h"

#include <stdlib.h>

#include "base/name.h"

/* A word of the command line as an absolute path; it may be gone by now. */
static char *absolute_path(const char *word)
{
	char *real = realpath(word, NULL);

	return real ? real : g_canonicalize_filename(word, NULL);
}

bool change_asks_for(const GPtrArray *named, const char *path)
{
	for (guint i = 0; i < named->len; i++) {
		g_autofree char *wanted =
			absolute_path(g_ptr_array_index(named, i));

		if (name_is_within(path, wanted))
			return true;
	}
	return named->len == 0;
}
