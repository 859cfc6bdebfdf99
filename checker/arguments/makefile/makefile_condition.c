// SPDX-License-Identifier: GPL-2.0-only
/* Conditions of Makefiles: ifdef, ifeq, else. */
#include <string.h>

#include "makefile_parts.h"
#include "makefile_text.h"

bool makefile_is_active(const struct makefile_reading *reading)
{
	return !reading->is_in_define && reading->nr_lost == 0 &&
	       (reading->nr_conditions == 0 ||
		reading->conditions[reading->nr_conditions - 1].is_active);
}

/* The two sides of `(a,b)`, `"a" "b"` or `'a' 'b'`; owned. */
static bool split_sides(const char *text, char **ret_left, char **ret_right)
{
	const char *middle, *end;

	if (*text == '(') {
		guint depth = 0;

		for (middle = text + 1; *middle; middle++) {
			if (*middle == ',' && depth == 0)
				break;
			depth += *middle == '(';
			depth -= *middle == ')' && depth > 0;
		}
		end = strrchr(text, ')');
		if (!*middle || !end || end < middle)
			return false;
		*ret_left = g_strndup(text + 1, (gsize)(middle - text - 1));
		*ret_right = g_strndup(middle + 1, (gsize)(end - middle - 1));
		return true;
	}
	if (*text != '"' && *text != '\'')
		return false;
	middle = strchr(text + 1, *text);
	if (!middle)
		return false;
	*ret_left = g_strndup(text + 1, (gsize)(middle - text - 1));
	middle += 1 + strspn(middle + 1, " \t");
	end = *middle ? strchr(middle + 1, *middle) : NULL;
	*ret_right = end ? g_strndup(middle + 1, (gsize)(end - middle - 1)) :
			   g_strdup("");
	return true;
}

static bool are_equal(const struct makefile *makefile, const char *text)
{
	g_autofree char *left = NULL;
	g_autofree char *right = NULL;
	g_autofree char *left_value = NULL;
	g_autofree char *right_value = NULL;

	if (!split_sides(text, &left, &right))
		return false;
	left_value = makefile_text_of(makefile, left);
	right_value = makefile_text_of(makefile, right);
	return strcmp(g_strstrip(left_value), g_strstrip(right_value)) == 0;
}

/* The value of a condition at the begin of a line; false: it is none. */
static bool read_condition(const struct makefile *makefile, const char *line,
			   bool *ret_holds)
{
	const char *rest;

	if ((rest = makefile_after_word(line, "ifdef")) != NULL)
		*ret_holds = *makefile_raw_value(makefile->variables, rest);
	else if ((rest = makefile_after_word(line, "ifndef")) != NULL)
		*ret_holds = !*makefile_raw_value(makefile->variables, rest);
	else if ((rest = makefile_after_word(line, "ifeq")) != NULL)
		*ret_holds = are_equal(makefile, rest);
	else if ((rest = makefile_after_word(line, "ifneq")) != NULL)
		*ret_holds = !are_equal(makefile, rest);
	else
		return false;
	return true;
}

static void begin_condition(struct makefile_reading *reading, bool holds)
{
	const bool is_inside = makefile_is_active(reading);

	if (reading->nr_conditions == CONDITION_LIMIT) {
		reading->nr_lost++;
		return;
	}
	reading->conditions[reading->nr_conditions++] =
		(struct makefile_condition){
			.is_active = is_inside && holds,
			.was_active = holds,
			.is_inside = is_inside,
		};
}

static void end_condition(struct makefile_reading *reading)
{
	if (reading->nr_lost > 0)
		reading->nr_lost--;
	else if (reading->nr_conditions > 0)
		reading->nr_conditions--;
}

/* `else`, and `else ifeq (..)`. */
static void turn_condition(struct makefile_reading *reading, const char *rest)
{
	struct makefile_condition *condition;
	bool holds = true;

	if (reading->nr_lost > 0 || reading->nr_conditions == 0)
		return;
	condition = &reading->conditions[reading->nr_conditions - 1];
	read_condition(reading->makefile, rest, &holds);
	condition->is_active = condition->is_inside && !condition->was_active &&
			       holds;
	condition->was_active |= holds;
}

/* True if the line was about a condition. */
bool makefile_take_condition(struct makefile_reading *reading, const char *line)
{
	const char *rest;
	bool holds;

	if (reading->is_in_define)
		return false;
	if (read_condition(reading->makefile, line, &holds))
		begin_condition(reading, holds);
	else if ((rest = makefile_after_word(line, "else")) != NULL)
		turn_condition(reading, rest);
	else if (makefile_after_word(line, "endif"))
		end_condition(reading);
	else
		return false;
	return true;
}
