// SPDX-License-Identifier: GPL-2.0-only
/* Finds rows of the table of architectures. */
#include "arch.h"

#include <fnmatch.h>
#include <string.h>

const struct arch *arch_find(const char *folder)
{
	for (size_t i = 0; i < nr_arches; i++) {
		if (!arch_table[i].is_variant &&
		    strcmp(arch_table[i].folder, folder) == 0)
			return &arch_table[i];
	}
	return NULL;
}

/* The length of the longest pattern that takes the path; 0 if none does. */
static size_t pattern_length(const struct arch *arch, const char *path)
{
	size_t longest = 0;

	for (size_t i = 0; arch->files && arch->files[i]; i++) {
		size_t length = strlen(arch->files[i]);

		if (length > longest && fnmatch(arch->files[i], path, 0) == 0)
			longest = length;
	}
	return longest;
}

static bool is_in_folder(const struct arch *arch, const char *path)
{
	static const char above[] = "arch/";
	size_t length = strlen(arch->folder);

	if (strncmp(path, above, sizeof(above) - 1) != 0)
		return false;
	path += sizeof(above) - 1;
	return strncmp(path, arch->folder, length) == 0 && path[length] == '/';
}

const struct arch *arch_of_path(const char *path)
{
	const struct arch *best = NULL;
	size_t longest = 0;

	for (size_t i = 0; i < nr_arches; i++) {
		const struct arch *arch = &arch_table[i];
		size_t length = pattern_length(arch, path);

		if (length > longest) {
			longest = length;
			best = arch;
		} else if (!best && !arch->is_variant &&
			   is_in_folder(arch, path)) {
			best = arch;
		}
	}
	return best;
}
