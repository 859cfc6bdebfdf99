// SPDX-License-Identifier: GPL-2.0-only
#include "flag_table_words.h"

#include "facts/shadows/shadows.h"
#include "facts/shadows/table_faults.h"
#include "rule.h"

enum { NR_NAMES = 6 };

/*
 * What is said of each kind. {1} is the flag and {2} the name or code that it
 * is about, {3} and {4} those of the other row, {5} the table, {6} what a bit
 * without a row is printed as.
 */
static const struct {
	enum severity severity;
	const char *message, *advice, *related;
} sayings[] = {
	[TABLE_UNKNOWN] = {
		SEVERITY_WARNING,
		"no header of the tree defines {1}",
		"remove the row, or name a flag that the tree has",
		"",
	},
	[TABLE_EMPTY_MASK] = {
		SEVERITY_WARNING,
		"{1} is 0 in some configurations that have this row, and a "
		"mask of 0 fits every value",
		"put the row under the condition that {1} is under",
		"it is 0 by this definition",
	},
	[TABLE_SAME_BIT] = {
		SEVERITY_WARNING,
		"'{2}' is never printed where {1} and {3} are one bit: the "
		"row of the latter comes first",
		"leave one row for a bit in each configuration",
		"the other row",
	},
	[TABLE_SAME_NAME] = {
		SEVERITY_WARNING,
		"'{2}' is printed for {1} as well as for {3}",
		"give each flag a name of its own",
		"the other row",
	},
	[TABLE_OTHERS_NAME] = {
		SEVERITY_WARNING,
		"'{2}' is printed for {1}, and is the name of {3}",
		"print {1} by its own name",
		"",
	},
	[TABLE_SWAPPED] = {
		SEVERITY_WARNING,
		"'{2}' for {1} and '{4}' for {3} look swapped",
		"swap the two names",
		"the other row",
	},
	[TABLE_LACKS] = {
		SEVERITY_NOTE,
		"no row of {5} is for {1}",
		"add a row for {1} behind this one",
		"the flag is defined here",
	},
	[DOCUMENT_STALE] = {
		SEVERITY_WARNING,
		"'{2}' is explained, but no row of {5} prints it",
		"remove the row, or correct its code",
		"the table",
	},
	[DOCUMENT_TWICE] = {
		SEVERITY_WARNING,
		"'{2}' is explained twice",
		"leave one row for a code",
		"the other row",
	},
	[DOCUMENT_SWAPPED] = {
		SEVERITY_WARNING,
		"'{2}' has the explanation of '{4}'",
		"swap the two rows",
		"the other row",
	},
	[DOCUMENT_LACKS] = {
		SEVERITY_NOTE,
		"'{2}', which {5} prints for {1}, is not explained",
		"add a row for '{2}' behind this one",
		"the row that prints it",
	},
	[SAMPLE_STALE] = {
		SEVERITY_NOTE,
		"the sample has '{2}', but no row of {5} prints it",
		"show what the kernel prints",
		"the table",
	},
};

/* What is said instead of a list by bits, or of one with a fill. */
static const char *const of_array[] = {
	[TABLE_EMPTY_MASK] =
		"{1} is 0 in some configurations that have this row, and "
		"ilog2(0) is no bit",
	[TABLE_SAME_BIT] =
		"the row of {1} takes the place of that of {3}, which is the "
		"same bit: '{4}' is never printed",
	[TABLE_LACKS] = "no row of {5} is for {1}, which is printed as '{6}'",
};

/* Several flags, or codes, that lack a row at one place are told of at once. */
static char *join(char *known, const char *more)
{
	g_autofree char *before = known;

	return g_strconcat(before, *before ? ", " : "", more, NULL);
}

static bool is_same_gap(const struct table_fault *a,
			const struct table_fault *b)
{
	return a->kind == b->kind && a->table == b->table && a->row == b->row &&
	       (a->kind == DOCUMENT_LACKS ||
		(a->kind == TABLE_LACKS && a->entry == b->entry));
}

/* The names that a saying may hold; the first two are owned. */
static void name_fault(const GArray *faults, guint index, char **names)
{
	const struct table_fault *first =
		&g_array_index(faults, struct table_fault, index);
	const bool is_row = first->row && first->kind != DOCUMENT_LACKS;

	names[0] = g_strdup("");
	names[1] = g_strdup("");
	for (guint i = index; i < faults->len; i++) {
		const struct table_fault *fault =
			&g_array_index(faults, struct table_fault, i);
		const struct table_entry *entry = fault->entry;

		if (i > index && !is_same_gap(first, fault))
			continue;
		names[0] = join(names[0],
				fault->flag && fault->kind == TABLE_LACKS ?
					fault->flag :
				entry ? entry->flag :
					"");
		names[1] = join(names[1], is_row ? fault->row->code.code :
					  entry	 ? entry->name :
						   "");
	}
	names[2] = first->other ? first->other->flag : (char *)first->flag;
	names[3] = first->other	    ? first->other->name :
		   first->other_row ? (char *)first->other_row->code.code :
				      NULL;
	names[4] = first->table ? first->table->name : NULL;
	names[5] = first->table ? first->table->fill : NULL;
	for (gsize i = 2; i < NR_NAMES; i++)
		names[i] = names[i] ? names[i] : (char *)"";
}

struct table_words table_words(const GArray *faults, guint index)
{
	const struct table_fault *fault =
		&g_array_index(faults, struct table_fault, index);
	const bool is_gap = fault->kind == TABLE_LACKS;
	char *names[NR_NAMES];
	struct table_words words = {
		.severity = sayings[fault->kind].severity,
		.relation = sayings[fault->kind].related,
	};
	const char *message = sayings[fault->kind].message;

	name_fault(faults, index, names);
	if (fault->kind < G_N_ELEMENTS(of_array) && of_array[fault->kind] &&
	    (is_gap ? *names[5] != '\0' : fault->table->kind == TABLE_BITS))
		message = of_array[fault->kind];
	if (is_gap && *names[5])
		words.severity = SEVERITY_WARNING;
	words.message = rule_say(message, (const char *const *)names, NR_NAMES);
	words.advice = rule_say(sayings[fault->kind].advice,
				(const char *const *)names, NR_NAMES);
	words.expression = g_strdup(*names[1] ? names[1] : names[0]);
	g_free(names[0]);
	g_free(names[1]);
	return words;
}

void table_words_release(struct table_words *words)
{
	g_free(words->expression);
	g_free(words->message);
	g_free(words->advice);
}

bool table_words_are_said(const GArray *faults, guint index)
{
	for (guint i = 0; i < index; i++) {
		if (is_same_gap(
			    &g_array_index(faults, struct table_fault, i),
			    &g_array_index(faults, struct table_fault, index)))
			return true;
	}
	return false;
}
