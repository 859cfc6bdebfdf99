// SPDX-License-Identifier: GPL-2.0-only
#include "enabled.h"

#include <stddef.h>

#include "options/options.h"
#include "rule.h"

bool rule_is_enabled(const struct options *options, const struct rule *rule)
{
	return options_enable(&options->rules, rule->name, rule->severity);
}

bool rules_are_enabled(const struct options *options,
		       bool (*is_of)(const struct rule *rule))
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (is_of(all_rules[i]) &&
		    rule_is_enabled(options, all_rules[i]))
			return true;
	}
	return false;
}
