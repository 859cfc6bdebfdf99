// SPDX-License-Identifier: GPL-2.0-only
/* What all parts of the reader of Makefiles need. */
#include <string.h>

#include "base/name.h"
#include "base/view.h"
#include "makefile_parts.h"
#include "makefile_text.h"

char *makefile_text_of(const struct makefile *makefile, const char *text)
{
	return makefile_expand(&makefile->scope, text);
}

char *makefile_read_below_root(const struct makefile *makefile,
			       const char *path)
{
	gsize length = 0;

	if (!name_is_below(path, makefile->root))
		return NULL;
	return view_read(makefile->view, path, &length, NULL);
}

/* The rest of a line behind a word that it begins with; or NULL. */
const char *makefile_after_word(const char *line, const char *word)
{
	const gsize length = strlen(word);

	if (strncmp(line, word, length) != 0 ||
	    (line[length] && !strchr(" \t(\"'", line[length])))
		return NULL;
	return line + length + strspn(line + length, " \t");
}
