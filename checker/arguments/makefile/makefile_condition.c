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

/* What is known of a condition. */
enum condition { CONDITION_NO, CONDITION_YES, CONDITION_UNDECIDED };

static enum condition are_equal(const struct makefile *makefile,
				const char *text)
{
	g_autofree char *left = NULL;
	g_autofree char *right = NULL;
	g_autofree char *left_value = NULL;
	g_autofree char *right_value = NULL;

	if (!split_sides(text, &left, &right))
		return CONDITION_NO;
	left_value = makefile_text_of(makefile, left);
	right_value = makefile_text_of(makefile, right);
	if (strstr(left_value, MAKEFILE_UNKNOWN) ||
	    strstr(right_value, MAKEFILE_UNKNOWN))
		return CONDITION_UNDECIDED;
	return strcmp(g_strstrip(left_value), g_strstrip(right_value)) == 0 ?
		       CONDITION_YES :
		       CONDITION_NO;
}

static enum condition is_set(const struct makefile *makefile, const char *name)
{
	const struct makefile_scope *scope = &makefile->scope;

	if (*makefile_raw_value(scope->variables, name))
		return CONDITION_YES;
	if (!g_str_has_prefix(name, "CONFIG_"))
		return CONDITION_NO;
	if (scope->config)
		return g_hash_table_contains(scope->config, name) ?
			       CONDITION_YES :
			       CONDITION_NO;
	return scope->is_config_unknown ? CONDITION_UNDECIDED : CONDITION_NO;
}

static enum condition opposite(enum condition condition)
{
	if (condition == CONDITION_UNDECIDED)
		return condition;
	return condition == CONDITION_YES ? CONDITION_NO : CONDITION_YES;
}

/* The value of a condition at the begin of a line; false: it is none. */
static bool read_condition(const struct makefile *makefile, const char *line,
			   enum condition *ret_holds)
{
	const char *rest;

	if ((rest = makefile_after_word(line, "ifdef")) != NULL)
		*ret_holds = is_set(makefile, rest);
	else if ((rest = makefile_after_word(line, "ifndef")) != NULL)
		*ret_holds = opposite(is_set(makefile, rest));
	else if ((rest = makefile_after_word(line, "ifeq")) != NULL)
		*ret_holds = are_equal(makefile, rest);
	else if ((rest = makefile_after_word(line, "ifneq")) != NULL)
		*ret_holds = opposite(are_equal(makefile, rest));
	else
		return false;
	return true;
}

/* True if lines count under a condition. */
static bool counts(const struct makefile_reading *reading,
		   enum condition condition)
{
	return condition == CONDITION_YES ||
	       (condition == CONDITION_UNDECIDED &&
		reading->makefile->takes_undecided);
}

static void begin_condition(struct makefile_reading *reading,
			    enum condition condition)
{
	const bool is_inside = makefile_is_active(reading);

	if (reading->nr_conditions == CONDITION_LIMIT) {
		reading->nr_lost++;
		return;
	}
	reading->conditions[reading->nr_conditions++] =
		(struct makefile_condition){
			.is_active = is_inside && counts(reading, condition),
			.was_active = condition == CONDITION_YES,
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
	enum condition holds = CONDITION_YES;

	if (reading->nr_lost > 0 || reading->nr_conditions == 0)
		return;
	condition = &reading->conditions[reading->nr_conditions - 1];
	read_condition(reading->makefile, rest, &holds);
	condition->is_active = condition->is_inside && !condition->was_active &&
			       counts(reading, holds);
	condition->was_active |= holds == CONDITION_YES;
}

/* True if the line was about a condition. */
bool makefile_take_condition(struct makefile_reading *reading, const char *line)
{
	enum condition holds;
	const char *rest;

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
