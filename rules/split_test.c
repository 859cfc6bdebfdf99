// SPDX-License-Identifier: GPL-2.0-only
/*
 * Tests of one flag word, side by side in a condition, that could be one. Says
 * nothing where one test would answer differently in some configuration, and
 * cannot see tests that something else stands between.
 */
#include <string.h>

#include "facts/facts.h"
#include "rule.h"

static bool is_same_word(const struct unit_facts *facts,
			 const struct flag_test *a, const struct flag_test *b)
{
	g_autofree char *text = facts_source(facts, a->word);
	g_autofree char *other = facts_source(facts, b->word);

	return a->is_plain && b->is_plain && *text && strcmp(text, other) == 0;
}

/* The operands of a chain of && or of ||, in the order of the text. */
static void read_chain(const struct unit_facts *facts, guint32 index, guint8 op,
		       GArray *tests)
{
	const struct node *node;
	struct flag_test test;

	index = facts_without_casts(facts, index);
	node = facts_node(facts, index);
	if (node->kind == NODE_BINARY && node->op == op) {
		read_chain(facts, node->first, op, tests);
		read_chain(facts, node_child(facts, index, 1), op, tests);
		return;
	}
	(void)facts_flag_test(facts, index, &test);
	g_array_append_val(tests, test);
}

/* Both set, or not both: all flags matter. One set, or neither: any does. */
static bool asks_for_all(const struct flag_test *test, guint8 op)
{
	return (op == OP_LOGICAL_AND) != test->is_negated;
}

static bool is_split(const struct unit_facts *facts, guint8 op,
		     const struct flag_test *a, const struct flag_test *b)
{
	bool fits = asks_for_all(a, op) ? a->is_all && b->is_all :
					  a->is_any && b->is_any;

	return a->word && b->word && fits && a->is_negated == b->is_negated &&
	       (facts_kind(facts, a->mask)->value &
		facts_kind(facts, b->mask)->value) == 0 &&
	       is_same_word(facts, a, b);
}

/* `VM_A | VM_B': the masks of all tests, as they are written. */
static char *joined_masks(const struct unit_facts *facts,
			  const struct flag_test *tests, guint nr)
{
	GString *text = g_string_new(NULL);

	for (guint i = 0; i < nr; i++) {
		g_autofree char *mask = facts_source(facts, tests[i].mask);

		g_string_append_printf(text, "%s%s", i ? " | " : "", mask);
	}
	return g_string_free(text, FALSE);
}

static void report_split(const struct unit_facts *facts, guint8 op,
			 const struct flag_test *tests, guint nr,
			 struct report *report)
{
	const struct flag_test *test = tests;
	g_autofree char *word = facts_source(facts, test->word);
	g_autofree char *masks = joined_masks(facts, tests, nr);
	g_autofree char *message = NULL, *advice = NULL;
	struct finding *finding;

	message = g_strdup_printf("'%s' is tested %u times in a row, where one "
				  "test would do",
				  word, nr);
	if (asks_for_all(test, op))
		advice = g_strdup_printf("use '(%s & (%s)) %s (%s)'", word,
					 masks,
					 test->is_negated ? "!=" : "==", masks);
	else
		advice = g_strdup_printf(test->is_negated ?
						 "use '!(%s & (%s))'" :
						 "use '%s & (%s)'",
					 word, masks);
	finding = rule_report_node(report, &rule_split_test, facts, test->node,
				   message, advice);
	for (guint i = 1; i < nr; i++)
		rule_relate(report, finding, facts, tests[i].node,
			    "tested again here");
}

static void check_chain(const struct unit_facts *facts, guint32 index,
			struct report *report)
{
	const guint8 op = facts_node(facts, index)->op;
	g_autoptr(GArray) chain =
		g_array_new(FALSE, FALSE, sizeof(struct flag_test));
	const struct flag_test *tests;
	guint nr;

	read_chain(facts, index, op, chain);
	tests = (const struct flag_test *)chain->data;
	for (guint i = 0; i < chain->len; i += nr) {
		nr = 1;
		while (i + nr < chain->len &&
		       is_split(facts, op, &tests[i + nr - 1], &tests[i + nr]))
			nr++;
		if (nr > 1)
			report_split(facts, op, &tests[i], nr, report);
	}
}

static void check(const struct unit_facts *facts, struct report *report)
{
	for (guint32 i = 1; i < facts->nodes->len; i++) {
		const struct node *node = facts_node(facts, i);

		if (node->kind == NODE_BINARY &&
		    (node->op == OP_LOGICAL_AND || node->op == OP_LOGICAL_OR) &&
		    !(node->flags & NODE_FROM_MACRO) &&
		    facts_chain(facts, i) == i)
			check_chain(facts, i, report);
	}
}

DEFINE_RULE(split_test) = {
	.name = "split_test",
	.summary = "Two tests of one flag word that could be one",
	.severity = SEVERITY_NOTE,
	.confidence = CONFIDENCE_HIGH,
	.check = check,
};
