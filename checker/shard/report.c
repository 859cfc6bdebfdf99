// SPDX-License-Identifier: GPL-2.0-only
/* The packed report without the inputs, which another machine has not. */
#include <string.h>

#include "findings/findings.h"
#include "keep/inputs.h"
#include "shard/packing.h"

char *report_portable_type(void)
{
	const char *type = report_variant_type();
	gsize end = strlen(type) - strlen(INPUTS_TYPE ")");

	g_assert(g_str_equal(type + end, INPUTS_TYPE ")"));
	return g_strdup_printf("%.*s)", (int)end, type);
}

static void take_parts(GVariant *value, GVariant **parts)
{
	for (gsize i = 0; i < REPORT_VARIANT_INPUTS; i++)
		parts[i] = g_variant_get_child_value(value, i);
}

static void release_parts(GVariant **parts)
{
	for (gsize i = 0; i < REPORT_VARIANT_INPUTS; i++)
		g_variant_unref(parts[i]);
}

GVariant *report_to_portable(const struct report *report)
{
	g_autoptr(GVariant) whole = report_to_variant(report);
	GVariant *parts[REPORT_VARIANT_INPUTS];
	GVariant *value;

	take_parts(whole, parts);
	value = g_variant_ref_sink(
		g_variant_new_tuple(parts, REPORT_VARIANT_INPUTS));
	release_parts(parts);
	return value;
}

bool report_merge_portable(struct report *report, GVariant *value)
{
	g_autoptr(GVariant) whole = NULL;
	GVariant *parts[REPORT_VARIANT_INPUTS + 1];

	take_parts(value, parts);
	parts[REPORT_VARIANT_INPUTS] = inputs_to_variant(NULL);
	whole = g_variant_ref_sink(
		g_variant_new_tuple(parts, REPORT_VARIANT_INPUTS + 1));
	release_parts(parts);
	return report_merge_variant(report, whole);
}
