// SPDX-License-Identifier: GPL-2.0-only
/* The names of rules.def alone, for a rule that is asked about others. */
#include <stddef.h>

#include "rule.h"

const char *const rule_names[] = {
#define RULE(rule_name) #rule_name,
#include "rules.def"
#undef RULE
	NULL,
};
