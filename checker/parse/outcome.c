// SPDX-License-Identifier: GPL-2.0-only
/* What can be asked of an outcome, and its end. */
#include "parse.h"

bool parse_outcome_saw(const struct parse_outcome *outcome, guint32 line)
{
	for (guint i = 0; i < outcome->blind->len; i++) {
		const struct line_range *range =
			&g_array_index(outcome->blind, struct line_range, i);

		if (range->first <= line && line <= range->last)
			return false;
	}
	return true;
}

void parse_attempt_learn(struct parse_attempt *attempt, const GArray *outcomes)
{
	const struct parse_outcome *first =
		(const struct parse_outcome *)(const void *)outcomes->data;

	if (outcomes->len == 0)
		return;
	attempt->folders = first[outcomes->len - 1].folders;
	/* What a branch then has of errors is its own. */
	attempt->is_sure = attempt->variant && first->is_parsed &&
			   first->nr_errors == 0 && !first->is_second;
	attempt->is_proven = first->nr_over_pch > 0;
}

void parse_outcome_init(struct parse_outcome *outcome)
{
	*outcome = (struct parse_outcome){
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line_outcome)),
		.blind = g_array_new(FALSE, FALSE, sizeof(struct line_range)),
		.files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
					       NULL),
		.accused = g_hash_table_new_full(g_str_hash, g_str_equal,
						 g_free, NULL),
		.first_error = "",
	};
}

void parse_outcome_release(struct parse_outcome *outcome)
{
	if (outcome->lines)
		g_array_free(outcome->lines, TRUE);
	if (outcome->blind)
		g_array_free(outcome->blind, TRUE);
	outcome->lines = outcome->blind = NULL;
	g_clear_pointer(&outcome->recovered, g_array_unref);
	g_clear_pointer(&outcome->arguments, g_ptr_array_unref);
	g_clear_pointer(&outcome->folders, g_ptr_array_unref);
	g_clear_pointer(&outcome->files, g_hash_table_unref);
	g_clear_pointer(&outcome->accused, g_hash_table_unref);
}
