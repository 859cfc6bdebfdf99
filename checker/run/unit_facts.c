// SPDX-License-Identifier: GPL-2.0-only
/* What is known of a unit before its parse. */
#include "unit_facts.h"

#include "arguments/arguments.h"
#include "facts/facts.h"
#include "select/select.h"

static enum facts_api api_of(const struct tree *tree)
{
	switch (tree->api) {
	case TREE_API_PLAIN:
		return FACTS_PLAIN;
	case TREE_API_CONST:
		return FACTS_CONST;
	case TREE_API_TYPED:
		return FACTS_TYPED;
	}
	return FACTS_PLAIN;
}

void analysis_begin(const struct analysis *analysis,
		    const struct compile_job *job,
		    const struct compile_target *target,
		    struct unit_facts *facts)
{
	const struct tree *tree = analysis->jobs->tree;

	facts_init(facts);
	facts->path = job->file->path;
	facts->arch = target->arch_name;
	facts->api = api_of(tree);
	facts->level = tree->level;
	facts->names = tree->names;
	facts->declares_vma = job->file->declares_vma;
	facts->is_program = job->is_program;
}
