// SPDX-License-Identifier: GPL-2.0-only
/* Flags that some configurations lack: by name, else by the tree's headers. */
#include <string.h>

#include "facts/facts.h"
#include "kinds.h"

/*
 * Masks that may be 0 or absent, and the symbols that decide (mm.h, 6.1 to
 * 7.x). A bit that is an alias means another flag elsewhere.
 */
static const struct optional_flag optional_flags[] = {
	{ "SOFTDIRTY", { "CONFIG_MEM_SOFT_DIRTY" }, false, false },
	{ "GROWSUP", { "STACK_GROWSUP", "PARISC" }, true, false },
	{ "SHADOW_STACK", { "SHADOW_STACK", "GCS", "CFI" }, true, false },
	{ "MTE", { "CONFIG_ARM64_MTE" }, true, false },
	{ "SAO", { "CONFIG_PPC" }, true, false },
	{ "SPARC_ADI", { "CONFIG_SPARC64" }, true, false },
	{ "ARM64_BTI", { "CONFIG_ARM64" }, true, false },
	{ "UFFD_MINOR", { "USERFAULTFD_MINOR" }, false, false },
	{ "UFFD_RWP", { "USERFAULTFD_RWP" }, false, false },
	{ "DROPPABLE", { "CONFIG_64BIT", "CONFIG_PPC32" }, false, true },
	{ "SEALED", { "CONFIG_64BIT" }, false, false },
	{ "ALLOW_ANY_UNCACHED", { "CONFIG_64BIT" }, false, false },
	{ "PKEY_BIT", { "PKEY" }, true, false },
};

/* Flags of which the tree says so itself, with an empty definition. */
static const struct optional_flag learned[] = { { "", { NULL }, false, false },
						{ "", { NULL }, true, false } };

const struct optional_flag *facts_optional_flag(const struct unit_facts *facts,
						const char *stem)
{
	for (gsize i = 0; stem && i < G_N_ELEMENTS(optional_flags); i++) {
		if (g_str_has_prefix(stem, optional_flags[i].stem))
			return &optional_flags[i];
	}
	if (!stem || facts_lacking(facts, stem) == LACKING_NEVER)
		return NULL;
	return &learned[facts_lacking(facts, stem) == LACKING_ALIAS];
}
