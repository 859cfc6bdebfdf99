// SPDX-License-Identifier: GPL-2.0-only
#include "stored/members.h"

#include <string.h>

#include "base/name.h"
#include "base/session.h"

void member_refuse(struct members *at, const char *name, const char *wanted)
{
	if (at->is_wrong)
		return;
	at->is_wrong = true;
	if (*at->list)
		session_problem(at->session, "report", at->path, 0,
				"%s[%" G_GSIZE_FORMAT "].%s: %s is wanted",
				at->list, at->index, name, wanted);
	else
		session_problem(at->session, "report", at->path, 0,
				"%s: %s is wanted", name, wanted);
}

const char *member_text(struct members *at, const json_t *object,
			const char *name)
{
	const json_t *member = json_object_get(object, name);
	const char *text = json_string_value(member);

	/* A NUL would end it for all who read on. */
	if (text && strlen(text) == json_string_length(member))
		return text;
	member_refuse(at, name, "a text");
	return "";
}

const char *member_text_or_none(struct members *at, const json_t *object,
				const char *name)
{
	return json_object_get(object, name) ? member_text(at, object, name) :
					       "";
}

const char *member_path(struct members *at, const json_t *object,
			const char *name)
{
	const char *path = member_text(at, object, name);

	if (*path && name_stays(path))
		return path;
	member_refuse(at, name, "a path without '..'");
	return "";
}

guint member_number(struct members *at, const json_t *object, const char *name,
		    guint least)
{
	const json_t *member = json_object_get(object, name);
	const json_int_t number = json_integer_value(member);

	if (json_is_integer(member) && number >= (json_int_t)least &&
	    number <= G_MAXINT)
		return (guint)number;
	member_refuse(at, name, least ? "a number from 1 on" : "a number");
	return least;
}

const json_t *member_list(struct members *at, const json_t *object,
			  const char *name)
{
	const json_t *list = json_object_get(object, name);

	if (json_is_array(list))
		return list;
	member_refuse(at, name, "a list");
	return NULL;
}
