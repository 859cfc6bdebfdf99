// SPDX-License-Identifier: GPL-2.0-only
#include "symbols.h"

#include <string.h>

/* Whether an architecture has words of 64 bits, and an MMU. */
enum answer { ALWAYS, NEVER, EITHER };

/*
 * The symbols of architectures, 2.6 to 7.x; one that is a part of another
 * follows it. What begins with such a name is of that architecture.
 */
static const struct {
	const char *symbol, *family;
	enum answer is_long, has_mmu;
} arches[] = {
	{ "CONFIG_X86", "CONFIG_X86", EITHER, ALWAYS },
	{ "CONFIG_X86_32", "CONFIG_X86", NEVER, ALWAYS },
	{ "CONFIG_X86_64", "CONFIG_X86", ALWAYS, ALWAYS },
	{ "CONFIG_PPC", "CONFIG_PPC", EITHER, ALWAYS },
	{ "CONFIG_PPC32", "CONFIG_PPC", NEVER, ALWAYS },
	{ "CONFIG_PPC64", "CONFIG_PPC", ALWAYS, ALWAYS },
	{ "CONFIG_ARM", "CONFIG_ARM", NEVER, EITHER },
	{ "CONFIG_ARM64", "CONFIG_ARM64", ALWAYS, ALWAYS },
	{ "CONFIG_PARISC", "CONFIG_PARISC", EITHER, ALWAYS },
	{ "CONFIG_SPARC", "CONFIG_SPARC", EITHER, ALWAYS },
	{ "CONFIG_SPARC32", "CONFIG_SPARC", NEVER, ALWAYS },
	{ "CONFIG_SPARC64", "CONFIG_SPARC", ALWAYS, ALWAYS },
	{ "CONFIG_RISCV", "CONFIG_RISCV", EITHER, EITHER },
	{ "CONFIG_MIPS", "CONFIG_MIPS", EITHER, ALWAYS },
	{ "CONFIG_S390", "CONFIG_S390", ALWAYS, ALWAYS },
	{ "CONFIG_LOONGARCH", "CONFIG_LOONGARCH", EITHER, ALWAYS },
	{ "CONFIG_IA64", "CONFIG_IA64", ALWAYS, ALWAYS },
	{ "CONFIG_ALPHA", "CONFIG_ALPHA", ALWAYS, ALWAYS },
	{ "CONFIG_M68K", "CONFIG_M68K", NEVER, EITHER },
	{ "CONFIG_SUPERH", "CONFIG_SUPERH", NEVER, EITHER },
	{ "CONFIG_XTENSA", "CONFIG_XTENSA", NEVER, EITHER },
	{ "CONFIG_UML", "CONFIG_UML", EITHER, ALWAYS },
};

/* The longest row that a symbol begins with; -1: none. */
static int row_of(const char *symbol)
{
	int found = -1;
	gsize longest = 0;

	for (guint i = 0; i < G_N_ELEMENTS(arches); i++) {
		const gsize length = strlen(arches[i].symbol);

		if (length > longest &&
		    strncmp(symbol, arches[i].symbol, length) == 0 &&
		    (symbol[length] == '\0' || symbol[length] == '_')) {
			longest = length;
			found = (int)i;
		}
	}
	return found;
}

const char *symbol_arch(const char *symbol)
{
	const int row = row_of(symbol);

	for (guint i = 0; row >= 0 && i < G_N_ELEMENTS(arches); i++) {
		if (strcmp(arches[i].symbol, arches[row].family) == 0)
			return arches[i].symbol;
	}
	return NULL;
}

bool symbol_is_basic(const char *symbol)
{
	const int row = row_of(symbol);

	return (row >= 0 && strcmp(arches[row].symbol, symbol) == 0) ||
	       strcmp(symbol, "CONFIG_64BIT") == 0 ||
	       strcmp(symbol, "CONFIG_MMU") == 0;
}

/* What one symbol that is set says of another one. */
static bool contradicts(const char *set, const char *other, bool value)
{
	const int row = row_of(set), theirs = row_of(other);

	if (row < 0)
		return false;
	if (strcmp(other, "CONFIG_64BIT") == 0)
		return arches[row].is_long == (value ? NEVER : ALWAYS);
	if (strcmp(other, "CONFIG_MMU") == 0)
		return !value && arches[row].has_mmu == ALWAYS;
	if (theirs < 0)
		return false;
	if (value)
		return strcmp(arches[row].family, arches[theirs].family) != 0 ||
		       (arches[row].is_long != EITHER &&
			arches[theirs].is_long != EITHER &&
			arches[row].is_long != arches[theirs].is_long);
	/* CONFIG_ARM64_MTE needs CONFIG_ARM64, CONFIG_PPC64 CONFIG_PPC. */
	return strcmp(arches[theirs].symbol, other) == 0 &&
	       (theirs == row || strcmp(arches[row].family, other) == 0);
}

bool symbols_agree(const GPtrArray *symbols, guint values)
{
	for (guint i = 0; i < symbols->len; i++) {
		for (guint k = 0; (values >> i & 1) && k < symbols->len; k++) {
			if (k != i && contradicts(g_ptr_array_index(symbols, i),
						  g_ptr_array_index(symbols, k),
						  values >> k & 1))
				return false;
		}
	}
	return true;
}
