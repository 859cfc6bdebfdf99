// SPDX-License-Identifier: GPL-2.0-only
/*
 * Before git compares a file on disk with a blob it runs the filter that the
 * file's attributes name (2.39, convert.c). They may be set in any file of the
 * configuration, and no word switches all of them off: each is, by its name.
 */
#include "filters.h"

#include <string.h>

#include "process.h"

#define SECTION "filter."

/* How each of a filter's keys is set so that nothing runs, nor is missed. */
static const struct {
	const char *key, *variable;
} settings[] = {
	{ ".clean", NO_PROGRAM_VARIABLE },
	{ ".smudge", NO_PROGRAM_VARIABLE },
	{ ".process", NO_PROGRAM_VARIABLE },
	{ ".required", NO_VARIABLE },
};

/*
 * A name may hold a '=', at which -c would cut it; what follows the last one
 * is the variable.
 */
static void turn_off(GPtrArray *words, const char *key)
{
	for (gsize i = 0; i < G_N_ELEMENTS(settings); i++) {
		if (g_str_has_prefix(key, SECTION) &&
		    g_str_has_suffix(key, settings[i].key))
			g_ptr_array_add(words,
					g_strdup_printf("--config-env=%s=%s",
							key,
							settings[i].variable));
	}
}

GPtrArray *filters_off(const struct git *git, char **ret_reason)
{
	static const char *const words[] = { "config",	    "--list",
					     "--name-only", "-z",
					     "--includes",  NULL };
	g_autoptr(GBytes) output = git_run(git, words, NULL, ret_reason);
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	GPtrArray *off;
	gsize length = 0;
	const char *key, *end;

	if (!output)
		return NULL;
	off = g_ptr_array_new_with_free_func(g_free);
	key = g_bytes_get_data(output, &length);
	end = key + length;
	while (key < end && memchr(key, '\0', (gsize)(end - key))) {
		if (g_hash_table_add(seen, (gpointer)key))
			turn_off(off, key);
		key += strlen(key) + 1;
	}
	return off;
}
