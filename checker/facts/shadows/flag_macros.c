// SPDX-License-Identifier: GPL-2.0-only
#include "flag_macros.h"

#include <stdbool.h>
#include <string.h>

/* Longer bodies and deeper calls are left as they are. */
enum { BODY_LIMIT = 1000, DEPTH_LIMIT = 10 };

struct flag_macro {
	char *parameter, *body;
};

static void free_macro(gpointer data)
{
	struct flag_macro *macro = data;

	g_free(macro->parameter);
	g_free(macro->body);
	g_free(macro);
}

GHashTable *flag_macros_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
				     free_macro);
}

void flag_macros_add(GHashTable *macros, const char *name, char *body)
{
	g_auto(GStrv) words = g_strsplit(body, " ", 4);
	struct flag_macro *macro;

	if (words[0] && words[1] && words[2] && words[3] &&
	    strcmp(words[2], ")") == 0 && strlen(body) < BODY_LIMIT &&
	    !g_hash_table_contains(macros, name)) {
		macro = g_new0(struct flag_macro, 1);
		macro->parameter = g_strdup(words[1]);
		macro->body = g_strdup(words[3]);
		g_hash_table_insert(macros, g_strdup(name), macro);
	}
	g_free(body);
}

/* `VMA_ ## name ## _BIT' for `INIT_VM_FLAG ( IO )'; owned. */
static char *apply_macro(const struct flag_macro *macro, const char *argument)
{
	g_auto(GStrv) words = g_strsplit(macro->body, " ", -1);
	GString *out = g_string_new(NULL);
	bool pastes = false;

	for (char **word = words; *word; word++) {
		if (strcmp(*word, "##") == 0) {
			pastes = true;
			continue;
		}
		if (out->len && !pastes)
			g_string_append_c(out, ' ');
		g_string_append(out, strcmp(*word, macro->parameter) == 0 ?
					     argument :
					     *word);
		pastes = false;
	}
	return g_string_free(out, FALSE);
}

/* A body in which calls with one word as argument are written out; owned. */
static char *expand_calls(GHashTable *macros, const char *body, guint depth)
{
	g_auto(GStrv) words = g_strsplit(body, " ", -1);
	const guint nr = g_strv_length(words);
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < nr && out->len < BODY_LIMIT; i++) {
		const struct flag_macro *macro =
			g_hash_table_lookup(macros, words[i]);
		g_autofree char *instead = NULL;
		g_autofree char *inner = NULL;

		if (macro && depth < DEPTH_LIMIT && i + 3 < nr &&
		    strcmp(words[i + 1], "(") == 0 &&
		    strcmp(words[i + 3], ")") == 0) {
			inner = apply_macro(macro, words[i + 2]);
			instead = expand_calls(macros, inner, depth + 1);
			i += 3;
		}
		g_string_append_printf(out, "%s%s%s%s", out->len ? " " : "",
				       instead ? "( " : "",
				       instead ? instead : words[i],
				       instead ? " )" : "");
	}
	return g_string_free(out, FALSE);
}

char *flag_macros_expand(GHashTable *macros, const char *body)
{
	return expand_calls(macros, body, 0);
}
