/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * What a rule is: a pure function from the facts of one unit to findings.
 * A rule keeps no state, prints nothing and reads no option; the same facts
 * always give the same findings.
 */
#ifndef VMALINT_RULES_RULE_H
#define VMALINT_RULES_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "findings/findings.h"

struct code_error;
struct flag_definition;
struct flag_event;
struct flag_use;
struct mirror;
struct path_event;
struct shadow_place;
struct shadows;
struct unit_facts;

enum confidence { CONFIDENCE_HIGH, CONFIDENCE_MEDIUM, CONFIDENCE_LOW };

struct rule {
	const char *name;	/* equals the file name; never reused */
	const char *summary;	/* equals the first sentence of the .md */
	enum severity severity; /* notes are off unless selected */
	enum confidence confidence;
	/* One of these, or both of the first two; the others are NULL. */
	void (*check)(const struct unit_facts *facts, struct report *report);
	void (*check_shadows)(const struct shadows *shadows,
			      struct report *report);
	void (*check_copies)(const struct mirror *mirror,
			     struct report *report);
};

/* Opens the only global of a rule's file. */
#define DEFINE_RULE(rule_name) const struct rule rule_##rule_name

#define RULE(rule_name)	       extern const struct rule rule_##rule_name;
#include "rules.def"
#undef RULE

/* All rules, sorted by name. */
extern const struct rule *const all_rules[];
extern const size_t nr_rules;

/* Their names, in the same order, and NULL behind them. */
extern const char *const rule_names[];

/* The rule of this name, or NULL. */
const struct rule *rule_find(const char *name);

/* The text of rules/NAME.md, built in; NULL for a name that is none. */
const char *rule_text(const char *name);

/* "high", "medium", "low". */
const char *confidence_name(enum confidence confidence);

/*
 * Reports what a rule says of an expression or statement, at its place; in a
 * macro, that is where the macro is used. advice may be NULL. The finding
 * belongs to the report.
 */
struct finding *rule_report_node(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts, guint32 index,
				 const char *message, const char *advice);

/* The same for an error of the parser that is about flags, at its place. */
struct finding *rule_report_error(struct report *report,
				  const struct rule *rule,
				  const struct unit_facts *facts,
				  const struct code_error *error,
				  const char *message, const char *advice);

/* A rule that judges each error by itself; message and advice are owned. */
struct error_rule {
	bool (*is_fault)(const struct unit_facts *facts,
			 const struct code_error *error);
	char *(*message)(const struct unit_facts *facts,
			 const struct code_error *error);
	char *(*advice)(const struct unit_facts *facts,
			const struct code_error *error);
};

/* Reports every error that is a fault of this kind. */
void rule_check_errors(struct report *report, const struct rule *rule,
		       const struct unit_facts *facts,
		       const struct error_rule *error_rule);

/* Reports what a rule says of an event, at the event's expression; as above. */
struct finding *rule_report(struct report *report, const struct rule *rule,
			    const struct unit_facts *facts,
			    const struct flag_event *event, const char *message,
			    const char *advice);

/* Reports what a rule says of a use, at the value that is used; as above. */
struct finding *rule_report_use(struct report *report, const struct rule *rule,
				const struct unit_facts *facts,
				const struct flag_use *use, const char *message,
				const char *advice);

/* A rule that judges each use by itself; message and advice are owned. */
struct use_rule {
	bool (*is_fault)(const struct unit_facts *facts,
			 const struct flag_use *use);
	char *(*message)(const struct unit_facts *facts,
			 const struct flag_use *use);
	char *(*advice)(const struct unit_facts *facts,
			const struct flag_use *use);
};

/* Reports every use that is a fault. */
void rule_check_uses(struct report *report, const struct rule *rule,
		     const struct unit_facts *facts,
		     const struct use_rule *use_rule);

/*
 * Lets a finding replace an expression, or that of an event, by a text, unless
 * it came out of a macro or another file.
 */
void rule_offer_fix_node(struct report *report, struct finding *finding,
			 const struct unit_facts *facts, guint32 index,
			 const char *text);
void rule_offer_fix(struct report *report, struct finding *finding,
		    const struct unit_facts *facts,
		    const struct flag_event *event, const char *text);

/* The same for what the walk over a path has found. */
struct finding *rule_report_path(struct report *report, const struct rule *rule,
				 const struct unit_facts *facts,
				 const struct path_event *event,
				 const char *message, const char *advice);

/* Adds a second place to a finding; nothing for node 0. */
void rule_relate(struct report *report, struct finding *finding,
		 const struct unit_facts *facts, guint32 node,
		 const char *message);

/* Shows where the VMA came from, what is locked, and the call that led here. */
void rule_relate_path(struct report *report, struct finding *finding,
		      const struct unit_facts *facts,
		      const struct path_event *event);

/* A text with names in the places of {1}, {2} and so on; owned. */
char *rule_say(const char *text, const char *const *names,
	       unsigned int nr_names);

/* Reports what a rule says of a place of a text; advice may be NULL. */
struct finding *rule_report_shadow(struct report *report,
				   const struct rule *rule,
				   const struct shadow_place *at,
				   const char *expression, const char *message,
				   const char *advice);

/* Adds a second place to a finding; nothing for a place without a path. */
void rule_relate_shadow(struct report *report, struct finding *finding,
			const struct shadow_place *at, const char *message);

/* The same of where a flag is defined. */
void rule_relate_definition(struct report *report, struct finding *finding,
			    const struct flag_definition *definition,
			    const char *message);

/*
 * The next path event that is a fault, from the index *next on, which then is
 * that behind it; borrowed, NULL if there is none. Of several at one place only
 * the first counts: it is reported once, however many ways lead to it.
 */
const struct path_event *rule_next_fault(
	const struct unit_facts *facts, guint *next,
	bool (*is_fault)(const struct unit_facts *facts,
			 const struct path_event *event));

#endif
