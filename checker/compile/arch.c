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

static bool builds_alone(const struct arch *arch, const char *path)
{
	for (size_t i = 0; arch->files && arch->files[i]; i++) {
		if (fnmatch(arch->files[i], path, 0) == 0)
			return true;
	}
	return false;
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
	for (size_t i = 0; i < nr_arches; i++) {
		if (builds_alone(&arch_table[i], path))
			return &arch_table[i];
	}
	for (size_t i = 0; i < nr_arches; i++) {
		if (!arch_table[i].is_variant &&
		    is_in_folder(&arch_table[i], path))
			return &arch_table[i];
	}
	return NULL;
}
