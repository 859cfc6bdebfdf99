/* SPDX-License-Identifier: GPL-2.0-only */
/* Which rules of a kind a run has. Private to run/. */
#ifndef VMALINT_RUN_ENABLED_H
#define VMALINT_RUN_ENABLED_H

#include <stdbool.h>

struct options;
struct rule;

/* True if the options enable a rule. */
bool rule_is_enabled(const struct options *options, const struct rule *rule);

/* True if they enable any for which is_of() is true. */
bool rules_are_enabled(const struct options *options,
		       bool (*is_of)(const struct rule *rule));

#endif
