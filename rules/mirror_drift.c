// SPDX-License-Identifier: GPL-2.0-only
/*
 * Says how a copy and the kernel's own definition differ. What counts as a
 * difference is decided in mirror/.
 */
#include "mirror/mirror.h"

#include <string.h>

#include "rule.h"

/* Longer parts say less than the two places. */
enum { PART_LIMIT = 100 };

static char *part(const char *text)
{
	const gsize length = strlen(text);

	return length <= PART_LIMIT ?
		       g_strdup(text) :
		       g_strdup_printf("%.*s ..", PART_LIMIT, text);
}

/* What is here, and there. */
static char *difference(const char *name, const char *mine, const char *theirs)
{
	g_autofree char *here = part(mine);
	g_autofree char *there = part(theirs);

	if (!*mine)
		return g_strdup_printf("the copy of '%s' lacks '%s', which the "
				       "kernel's has",
				       name, there);
	if (!*theirs)
		return g_strdup_printf("the copy of '%s' has '%s', which the "
				       "kernel's has not",
				       name, here);
	return g_strdup_printf("the copy of '%s' has '%s' where the kernel's "
			       "has '%s'",
			       name, here, there);
}

static char *twin_message(const struct drift *drift)
{
	if (!*drift->mine)
		return g_strdup_printf("'%s' lacks %s, which its twin has",
				       drift->name, drift->theirs);
	if (!*drift->theirs)
		return g_strdup_printf("'%s' has %s, which its twin has not",
				       drift->name, drift->mine);
	return g_strdup_printf("'%s' has %s where its twin has %s", drift->name,
			       drift->mine, drift->theirs);
}

static const char *there_of(const struct drift *drift)
{
	switch (drift->kind) {
	case DRIFT_TWICE:
		return "the other one";
	case DRIFT_TWIN:
		return "its twin";
	default:
		return "the kernel's own";
	}
}

static char *message_of(const struct drift *drift)
{
	const char *name = drift->name;

	switch (drift->kind) {
	case DRIFT_BODY:
	case DRIFT_SIGNATURE:
	case DRIFT_VALUE:
	case DRIFT_TYPE:
	case DRIFT_TYPE_NAME:
		return difference(name, drift->mine, drift->theirs);
	case DRIFT_MEMBER:
		return *drift->theirs ?
			       difference(name, drift->mine, drift->theirs) :
			       g_strdup_printf("the kernel's structure has no "
					       "member '%s'",
					       name);
	case DRIFT_ENUMERATOR:
		return g_strdup_printf("the copy of the enumeration lacks '%s'",
				       name);
	case DRIFT_UNDECLARED:
		return g_strdup_printf(
			"'%s' is used here, and declared nowhere "
			"in the tests",
			name);
	case DRIFT_HELPER:
		return g_strdup_printf("what is included here calls '%s', "
				       "which the copies lack",
				       name);
	case DRIFT_TWICE:
		return g_strdup_printf("'%s' is defined twice", name);
	case DRIFT_MARKER:
		return g_strdup_printf("a merge has left '%s' here", name);
	case DRIFT_TWIN:
		return twin_message(drift);
	case DRIFT_GUARD:
		return g_strdup_printf("the copy of '%s' is under '%s', the "
				       "kernel's under '%s'",
				       name, drift->mine, drift->theirs);
	case DRIFT_STALE:
		return g_strdup_printf("the kernel has no '%s' that this could "
				       "be a copy of",
				       name);
	}
	return g_strdup("");
}

static const char *advice_of(const struct drift *drift)
{
	switch (drift->kind) {
	case DRIFT_ENUMERATOR:
	case DRIFT_HELPER:
	case DRIFT_UNDECLARED:
		return "copy the kernel's definition";
	case DRIFT_TWICE:
		return "remove one of them";
	case DRIFT_MARKER:
		return "finish the merge";
	case DRIFT_TWIN:
		return "give both the same flags";
	case DRIFT_STALE:
		return "remove it, or rename it as the kernel did";
	default:
		return "say the same in both, or allow it where it must "
		       "differ";
	}
}

static bool is_note(enum drift_kind kind)
{
	return kind >= DRIFT_GUARD;
}

static struct place place_of(const struct drift_place *place)
{
	return (struct place){
		.path = place->path,
		.line = place->line,
		.column = place->column,
		.end_line = place->line,
		.end_column = place->column + 1,
	};
}

static void check(const struct mirror *mirror, struct report *report)
{
	for (guint i = 0; i < mirror->drifts->len; i++) {
		const struct drift *drift =
			&g_array_index(mirror->drifts, struct drift, i);
		g_autofree char *message = message_of(drift);
		g_autofree char *expression =
			g_strconcat(drift->name, " ", drift->mine, NULL);
		const struct finding finding = {
			.rule = rule_mirror_drift.name,
			.severity = is_note(drift->kind) ?
					    SEVERITY_NOTE :
					    rule_mirror_drift.severity,
			.at = place_of(&drift->here),
			.message = message,
			.advice = advice_of(drift),
			.expression = expression,
		};
		struct finding *added = report_add(report, &finding);
		const struct related related = {
			.at = place_of(&drift->there),
			.message = there_of(drift),
		};

		if (drift->there.path)
			report_add_related(report, added, &related);
	}
}

DEFINE_RULE(mirror_drift) = {
	.name = "mirror_drift",
	.summary = "A copy of the kernel's flag helpers that says something "
		   "else than the kernel",
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_HIGH,
	.check_copies = check,
};
