// SPDX-License-Identifier: GPL-2.0-only
/* Writes the manual page and the completions when vmalint is built. */
#include <stdio.h>
#include <string.h>

#include "options/manual.h"

static char *text_of(const char *kind)
{
	if (strcmp(kind, "man") == 0)
		return manual_page(VMALINT_VERSION);
	if (strcmp(kind, "bash") == 0)
		return manual_bash();
	if (strcmp(kind, "zsh") == 0)
		return manual_zsh();
	return strcmp(kind, "fish") == 0 ? manual_fish() : NULL;
}

/* KIND FILE, as often as wanted. */
int main(int argc, char **argv)
{
	for (int i = 1; i + 1 < argc; i += 2) {
		g_autoptr(GError) error = NULL;
		g_autofree char *text = text_of(argv[i]);

		if (!text ||
		    !g_file_set_contents(argv[i + 1], text, -1, &error)) {
			fprintf(stderr, "%s: %s\n", argv[i + 1],
				error ? error->message : "unknown kind");
			return 1;
		}
	}
	return 0;
}
