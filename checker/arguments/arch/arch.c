// SPDX-License-Identifier: GPL-2.0-only
/* Finds the rows of architectures. */
#include "arch.h"

#include <fnmatch.h>
#include <string.h>

#include "rows.h"

static const struct arch *const arches[] = {
#define ARCH(folder) arch_##folder,
#include "arches.def"
#undef ARCH
};

const struct arch *arch_at(size_t index)
{
	for (size_t i = 0; i < sizeof(arches) / sizeof(arches[0]); i++) {
		for (const struct arch *row = arches[i]; row->name; row++) {
			if (index-- == 0)
				return row;
		}
	}
	return NULL;
}

static bool is_called(const struct arch *arch, const char *name)
{
	for (size_t i = 0; arch->aliases && arch->aliases[i]; i++) {
		if (strcmp(arch->aliases[i], name) == 0)
			return true;
	}
	return strcmp(arch->folder, name) == 0;
}

const struct arch *arch_find(const char *name)
{
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		if (!arch->is_variant && is_called(arch, name))
			return arch;
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
	const struct arch *arch, *best = NULL;
	size_t longest = 0;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
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
