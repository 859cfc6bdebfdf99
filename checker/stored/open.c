// SPDX-License-Identifier: GPL-2.0-only
#include "stored/stored.h"

#include <string.h>

#include "base/session.h"
#include "base/text_file.h"

#define SCHEMA "vmalint/1"

json_t *stored_open(struct session *session, const char *stage,
		    const char *path)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = strcmp(path, "-") == 0 ?
					text_file_read_input(&length, &reason) :
					text_file_read(path, &length, &reason);
	json_auto_t *root = NULL;
	json_error_t error;

	if (!text) {
		session_problem(session, stage, path, 0, "%s", reason);
		return NULL;
	}
	root = json_loadb(text, length,
			  JSON_DECODE_ANY | JSON_REJECT_DUPLICATES |
				  JSON_ALLOW_NUL,
			  &error);
	if (!root)
		session_problem(session, stage, path,
				(unsigned int)MAX(error.line, 0),
				"is no JSON: %s", error.text);
	else if (g_strcmp0(json_string_value(json_object_get(root, "schema")),
			   SCHEMA))
		session_problem(session, stage, path, 0,
				"is no report that 'vmalint check --format "
				"json' has written");
	else
		return g_steal_pointer(&root);
	return NULL;
}
