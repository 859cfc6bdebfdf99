// SPDX-License-Identifier: GPL-2.0-only
/* Messages and paths as SARIF writes them. */
#include <string.h>

#include "output/json_text.h"
#include "sarif.h"

char *sarif_escape(const char *text)
{
	GString *out = g_string_new(NULL);

	for (; *text; text++) {
		if (strchr("[]\\", *text))
			g_string_append_c(out, '\\');
		/* Braces would hold the number of an argument. */
		if (*text == '{' || *text == '}')
			g_string_append_c(out, *text);
		g_string_append_c(out, *text);
	}
	return g_string_free(out, FALSE);
}

void sarif_set_message(json_t *object, const char *name, const char *text)
{
	g_autofree char *escaped = sarif_escape(text);

	object_set_text(object_add(object, name), "text", escaped);
}

void sarif_set_artifact(const struct sarif *sarif, json_t *object,
			const char *path)
{
	g_autofree char *whole = g_strconcat(sarif->prefix, path, NULL);
	g_autofree char *uri = g_uri_escape_string(whole, "/", FALSE);
	json_t *location = object_add(object, "artifactLocation");

	object_set_text(location, "uri", uri);
	object_set_text(location, "uriBaseId", "%SRCROOT%");
}
