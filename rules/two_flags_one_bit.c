// SPDX-License-Identifier: GPL-2.0-only
/* Flags of the tree that are one bit by mistake. */
#include "facts/shadows/clashes.h"
#include "facts/shadows/shadows.h"
#include "rule.h"

static struct shadow_place place_of(const struct flag_definition *definition)
{
	return (struct shadow_place){
		.path = definition->path,
		.line = definition->line,
		.column = definition->column,
		.end_column = definition->end_column,
	};
}

static void report_shared(const struct flag_clash *clash, struct report *report)
{
	const struct shadow_place at = place_of(clash->definition);
	const char *name = clash->definition->name;
	const char *other = clash->other->name;
	g_autofree char *message = g_strdup_printf(
		"%s is bit %d, which is %s as well: who sets or tests one "
		"gets both",
		name, clash->bit, other);
	g_autofree char *advice = g_strdup_printf(
		"give %s a bit of its own, or define it as %s if it is to be "
		"another name for that",
		name, other);
	struct finding *finding = rule_report_shadow(
		report, &rule_two_flags_one_bit, &at, name, message, advice);

	rule_relate_definition(report, finding, clash->other,
			       "the other flag of this bit");
}

static void report_twin(const struct flag_clash *clash, struct report *report)
{
	const struct shadow_place at = place_of(clash->definition);
	const char *name = clash->definition->name;
	const char *number = clash->other->name;
	g_autofree char *message = g_strdup_printf("%s is bit %d, but %s is %d",
						   name, clash->bit, number,
						   clash->other_bit);
	g_autofree char *advice =
		g_strdup_printf("make the mask of its own number, %s", number);
	struct finding *finding = rule_report_shadow(
		report, &rule_two_flags_one_bit, &at, name, message, advice);

	rule_relate_definition(report, finding, clash->other,
			       "the number of this flag");
}

static void check(const struct shadows *shadows, struct report *report)
{
	g_autoptr(GArray) clashes = shadows_clashes(shadows);

	for (guint i = 0; i < clashes->len; i++) {
		const struct flag_clash *clash =
			&g_array_index(clashes, struct flag_clash, i);

		if (clash->kind == CLASH_TWIN)
			report_twin(clash, report);
		else
			report_shared(clash, report);
	}
}

DEFINE_RULE(two_flags_one_bit) = {
	.name = "two_flags_one_bit",
	.summary = "Two flags of the tree that share a bit, or a mask that is "
		   "of another bit than its number",
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.check_shadows = check,
};
