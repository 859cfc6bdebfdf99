// SPDX-License-Identifier: GPL-2.0-only
/*
 * A handler of mmap that refuses a writable mapping and lets mprotect() make
 * one later. What is refused and what is left is found by the walk of paths.
 */
#include "facts/facts.h"
#include "rule.h"

/* mm/mprotect.c relies on these numbers, 2.6 to 7.1. */
static const struct access {
	guint64 flag;
	const char *name, *adjective;
} accesses[] = {
	{ 0x1, "READ", "readable" },
	{ 0x2, "WRITE", "writable" },
	{ 0x4, "EXEC", "executable" },
};

/* The names, with something before each, and the last with an "and". */
static char *names_of(guint64 flags, const char *prefix, bool is_adjective)
{
	GString *text = g_string_new(NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(accesses); i++) {
		if (!(flags & accesses[i].flag))
			continue;
		g_string_append_printf(text, "%s%s%s", text->len ? " and " : "",
				       prefix,
				       is_adjective ? accesses[i].adjective :
						      accesses[i].name);
	}
	return g_string_free(text, FALSE);
}

static char *message_for(const struct path_event *event)
{
	g_autofree char *refused = names_of(event->access, "VM_", false);
	g_autofree char *left = names_of(event->access, "VM_MAY", false);
	g_autofree char *later = names_of(event->access, "", true);

	return g_strdup_printf("%s is refused here, but mappings without it "
			       "keep %s: mprotect() makes them %s later",
			       refused, left, later);
}

/* What takes the flag away in this tree, of a VMA or of a descriptor. */
static char *advice_for(const struct unit_facts *facts,
			const struct path_event *event)
{
	g_autofree char *left = names_of(event->access, "VM_MAY", false);

	return facts->api == FACTS_PLAIN ?
		       g_strdup_printf("take %s out of vma->vm_flags on the "
				       "way on",
				       left) :
		       g_strdup_printf("clear %s on the way on, with "
				       "vm_flags_clear() or that of the "
				       "descriptor",
				       left);
}

static bool is_left(const struct unit_facts *facts,
		    const struct path_event *event)
{
	(void)facts;
	return event->kind == PATH_REFUSAL && event->access != 0;
}

static void check(const struct unit_facts *facts, struct report *report)
{
	const struct path_event *event;
	guint next = 0;

	while ((event = rule_next_fault(facts, &next, is_left)) != NULL) {
		g_autofree char *message = NULL;
		g_autofree char *advice = NULL;

		message = message_for(event);
		advice = advice_for(facts, event);
		rule_report_path(report, &rule_maywrite_left, facts, event,
				 message, advice);
	}
}

DEFINE_RULE(maywrite_left) = {
	.name = "maywrite_left",
	.summary = "A handler of mmap refuses an access and leaves it to "
		   "mprotect()",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.check = check,
};
