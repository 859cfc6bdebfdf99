// SPDX-License-Identifier: GPL-2.0-only
/* What an option takes, by its type: for the help, and to read it. */
#include <string.h>

#include "options/options.h"
#include "options/reader.h"
#include "options/table.h"

/* As many columns as a line of the help has beside the names. */
enum { HELP_COLUMNS = 48 };

char *option_help(const struct option_row *row)
{
	GString *help = g_string_new(row->help);
	const struct choice *choice = row->choices;
	gsize column = 0;

	if (!g_str_has_suffix(row->help, ":"))
		choice = NULL;
	for (; choice && choice->word; choice++) {
		gsize length = strlen(choice->word) + strlen(", ");
		bool is_first = choice == row->choices;
		bool fits = !is_first && column + length <= HELP_COLUMNS;

		g_string_append_printf(help, "%s%s%s", is_first ? "" : ",",
				       fits ? " " : "\n", choice->word);
		column = fits ? column + length : length;
	}
	return g_string_free(help, FALSE);
}

const char *option_group_title(enum option_group group)
{
	static const char *const titles[NR_OPTION_GROUPS] = {
		[GROUP_WHAT] = "What to check",
		[GROUP_CHANGE] = "Only a change",
		[GROUP_RULES] = "Rules, and what is allowed",
		[GROUP_OUTPUT] = "Output and exit code",
		[GROUP_RUN] = "Running",
		[GROUP_OTHER] = "Other",
	};

	return titles[group];
}

/* A revision that begins with a dash would be an option of git. */
static bool is_name(const struct option_row *row, const char *value)
{
	return *value && (row->type != OPTION_REVISION || *value != '-');
}

static const char *name_of_type(enum option_type type)
{
	return type == OPTION_FOLDER ? "a folder" :
	       type == OPTION_FILE   ? "a file" :
				       "a revision";
}

static bool read_name(struct reader *reader, const struct option_row *row,
		      const char *value, const char **ret_name)
{
	g_autofree char *option = g_strconcat("--", row->name, NULL);

	if (!is_name(row, value))
		return reader_refuse(reader, option, name_of_type(row->type),
				     value);
	*ret_name = reader_keep(reader, value);
	return true;
}

static bool read_choice(struct reader *reader, const struct option_row *row,
			const char *value, void *ret_enum)
{
	int chosen;

	if (!reader_choice(reader, row->kind, value, row->choices, &chosen))
		return false;
	memcpy(ret_enum, &chosen, sizeof(chosen));
	return true;
}

bool option_apply(struct reader *reader, const struct option_row *row,
		  const char *value)
{
	void *member = (char *)reader->options + row->offset;
	g_autofree char *option = g_strconcat("--", row->name, NULL);

	switch (row->type) {
	case OPTION_SPECIAL:
		return row->apply(reader, value);
	case OPTION_FLAG:
		*(bool *)member = true;
		return true;
	case OPTION_CHOICE:
		return read_choice(reader, row, value, member);
	case OPTION_NUMBER:
		return reader_number(reader, option, value, row->limit, member);
	case OPTION_FOLDER:
	case OPTION_FILE:
	case OPTION_REVISION:
		return read_name(reader, row, value, member);
	}
	return false;
}

bool option_is_of(const struct option_row *row, enum option_scope scope)
{
	if (scope == SCOPE_CHECK)
		return row->scope != SCOPE_PROGRAM &&
		       row->scope != SCOPE_REPORT;
	if (scope == SCOPE_REPORT &&
	    (row->scope == SCOPE_CHOICE || row->scope == SCOPE_OUTPUT))
		return true;
	return scope == SCOPE_PROGRAM || row->scope == SCOPE_ANY ||
	       row->scope == scope;
}
