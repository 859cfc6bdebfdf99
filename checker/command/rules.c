// SPDX-License-Identifier: GPL-2.0-only
/* `vmalint rules`: all rules in a line each, or the page of one. */
#include "commands.h"
#include "options/options.h"
#include "output/output.h"
#include "rule.h"

int rules_run(struct session *session, const struct options *options)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (options->rule_name)
		return output_text(session, rule_text(options->rule_name));
	for (size_t i = 0; i < nr_rules; i++)
		g_string_append_printf(
			text, "%-18s %-8s %-7s %s\n", all_rules[i]->name,
			severity_name(all_rules[i]->severity),
			confidence_name(all_rules[i]->confidence),
			all_rules[i]->summary);
	g_string_append(text, "\n'vmalint rules NAME' explains one.\n");
	return output_text(session, text->str);
}
