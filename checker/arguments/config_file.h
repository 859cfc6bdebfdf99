/* SPDX-License-Identifier: GPL-2.0-only */
/* The real configuration that --config names, and which target it is for. */
#ifndef VMALINT_ARGUMENTS_CONFIG_FILE_H
#define VMALINT_ARGUMENTS_CONFIG_FILE_H

#include <glib.h>
#include <stdbool.h>

struct compile_jobs;
struct kconfig;
struct session;

/*
 * Reads a .config file, unpacking it if need be. False with one problem
 * recorded if it cannot be read or is anything else than a .config.
 */
bool config_file_read(struct session *session, const char *path,
		      struct kconfig *ret_config);

/*
 * The target of jobs->targets that a configuration is for: told by the
 * symbols that it sets, or else by the only name of --arch. False with a
 * problem recorded if there is none.
 */
bool config_file_target(struct session *session,
			const struct compile_jobs *jobs,
			const struct kconfig *config, guint *ret_target);

#endif
