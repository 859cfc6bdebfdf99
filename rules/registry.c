// SPDX-License-Identifier: GPL-2.0-only
/* Expands rules.def: the list of rules and their built-in texts. */
#include <string.h>

#include "rule.h"
#include "rule_texts.h"

const struct rule *const all_rules[] = {
#define RULE(rule_name) &rule_##rule_name,
#include "rules.def"
#undef RULE
};

const size_t nr_rules = sizeof(all_rules) / sizeof(all_rules[0]);

static const struct {
	const char *name, *text;
} texts[] = {
#define RULE(rule_name) { #rule_name, rule_text_##rule_name },
#include "rules.def"
#undef RULE
};

const struct rule *rule_find(const char *name)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (strcmp(all_rules[i]->name, name) == 0)
			return all_rules[i];
	}
	return NULL;
}

const char *rule_text(const char *name)
{
	for (size_t i = 0; i < nr_rules; i++) {
		if (strcmp(texts[i].name, name) == 0)
			return texts[i].text;
	}
	return NULL;
}
