/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What options must not be together; private to options/. Each records a
 * problem and returns false where something is wrong.
 */
#ifndef VMALINT_OPTIONS_VALIDATE_H
#define VMALINT_OPTIONS_VALIDATE_H

#include <stdbool.h>

struct reader;
struct rules_options;

/* True if --ignore or the settings name the rule. */
bool rule_is_ignored(const struct rules_options *options, const char *rule);

/* No two outputs go to one place. */
bool validate_outputs(struct reader *reader);

/* Some rule is left to check. */
bool validate_rules(struct reader *reader);

/* What says more about a change has one. */
bool validate_change(struct reader *reader);

/* A shard is one of a whole run. */
bool validate_shard(struct reader *reader);

#endif
