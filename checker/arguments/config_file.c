// SPDX-License-Identifier: GPL-2.0-only
/*
 * A configuration that somebody's build made. It is taken as it is: what
 * Kconfig would say to it is not asked.
 */
#include "config_file.h"

#include <string.h>

#include "arguments.h"
#include "arguments/arch/arch.h"
#include "arguments/kconfig/kconfig.h"
#include "base/session.h"
#include "base/unpack.h"
#include "options/stages.h"

/* Folders of arch/ whose symbol is not their name (6.1 to 6.12). */
static const struct {
	const char *folder, *symbol;
} other_symbols[] = {
	{ "powerpc", "PPC" },
	{ "sh", "SUPERH" },
	{ "um", "UML" },
};

/* How well a row fits a configuration. */
struct fit {
	guint agreeing, disagreeing;
};

/* The symbol that is on in every configuration of the architecture. */
static char *symbol_of(const char *folder)
{
	for (gsize i = 0; i < G_N_ELEMENTS(other_symbols); i++) {
		if (strcmp(other_symbols[i].folder, folder) == 0)
			return g_strdup(other_symbols[i].symbol);
	}
	return g_ascii_strup(folder, -1);
}

static bool has_value(const struct kconfig *config, const char *name,
		      const char *value)
{
	return strcmp(kconfig_value(config, name), value) == 0;
}

/* The folder of arch/ that a configuration tells of, or NULL. */
static const char *folder_for(const struct kconfig *config)
{
	const struct arch *arch;

	for (size_t i = 0; (arch = arch_at(i)); i++) {
		g_autofree char *symbol = symbol_of(arch->folder);

		if (has_value(config, symbol, "y"))
			return arch->folder;
	}
	return NULL;
}

static struct fit fit_of(const struct arch *arch, const struct kconfig *config)
{
	bool is_wide = has_value(config, "64BIT", "y");
	struct fit fit = { 0 };

	fit.disagreeing += is_wide != (arch->width == 64);
	for (guint i = 0; arch->pins && arch->pins[i].name; i++) {
		if (has_value(config, arch->pins[i].name, arch->pins[i].value))
			fit.agreeing++;
		else
			fit.disagreeing++;
	}
	return fit;
}

static bool is_better(struct fit fit, struct fit other)
{
	if (fit.disagreeing != other.disagreeing)
		return fit.disagreeing < other.disagreeing;
	return fit.agreeing > other.agreeing;
}

static bool best_target(const struct compile_jobs *jobs, const char *folder,
			const struct kconfig *config, guint *ret_target)
{
	struct fit best = { .disagreeing = G_MAXUINT };

	for (guint i = 0; i < jobs->targets->len; i++) {
		const struct arch *arch =
			g_array_index(jobs->targets, struct compile_target, i)
				.arch;
		struct fit fit = fit_of(arch, config);

		if (strcmp(arch->folder, folder) != 0 || !is_better(fit, best))
			continue;
		best = fit;
		*ret_target = i;
	}
	return best.disagreeing != G_MAXUINT;
}

/* What a .config never holds makes it one no more: see the first such line. */
static bool check_notices(struct session *session, const char *path,
			  const struct session *notices)
{
	const struct problem *first;

	if (notices->problems->len == 0)
		return true;
	first = &g_array_index(notices->problems, struct problem, 0);
	session_problem(session, "compile", path, first->line,
			"is no configuration: %s", first->text);
	return false;
}

bool config_file_read(struct session *session, const char *path,
		      struct kconfig *ret_config)
{
	g_autofree char *reason = NULL;
	gsize length = 0;
	g_autofree char *text = unpack_file(path, &length, &reason);
	struct session notices;
	bool done;

	if (!text) {
		session_problem(session, "compile", path, 0,
				"cannot read the configuration: %s", reason);
		return false;
	}
	session_init(&notices);
	kconfig_parse_dotconfig(&notices, path, text, length, ret_config);
	done = check_notices(session, path, &notices);
	session_release(&notices);
	if (done && g_hash_table_size(ret_config->values) == 0) {
		session_problem(session, "compile", path, 0,
				"is no configuration: it sets no symbol");
		done = false;
	}
	if (!done)
		kconfig_release(ret_config);
	return done;
}

bool config_file_target(struct session *session,
			const struct compile_jobs *jobs,
			const struct kconfig *config, guint *ret_target)
{
	const char *path = jobs->config_path;
	const GPtrArray *wanted = jobs->options->arches;
	const char *folder = folder_for(config);

	if (!folder && wanted->len == 1)
		folder = arch_find(g_ptr_array_index(wanted, 0))->folder;
	if (!folder) {
		session_problem(session, "compile", path, 0,
				"does not tell its architecture, as CONFIG_X86 "
				"would; --arch NAME does");
		return false;
	}
	if (best_target(jobs, folder, config, ret_target))
		return true;
	session_problem(session, "compile", path, 0,
			"is a configuration for %s, which is not among the "
			"architectures checked",
			folder);
	return false;
}
