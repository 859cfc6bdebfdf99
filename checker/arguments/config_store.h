/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Evaluated configurations, kept beside the headers that are made of them.
 * Evaluating takes some tenths of a second for each architecture; workers and
 * later runs take a kept one as long as no file changed that it came from.
 */
#ifndef VMALINT_ARGUMENTS_CONFIG_STORE_H
#define VMALINT_ARGUMENTS_CONFIG_STORE_H

#include <glib.h>
#include <stdbool.h>

struct kconfig;
struct kconfig_request;
struct session;

/*
 * Takes the configuration that was kept in a folder for this request. False,
 * with nothing to release, if there is none or a file changed since. What there
 * was to say of it is said again. looked is that of stamps_look(), or NULL.
 */
bool config_store_load(struct session *session, const char *folder,
		       const struct kconfig_request *request,
		       GHashTable *looked, struct kconfig *ret_config);

/*
 * The files that the kept configuration of a folder came from: an owned array
 * of owned paths. NULL if none is kept.
 */
GPtrArray *config_store_files(const char *folder);

/*
 * Keeps one whose files were read since a time, see stamp_now_ns(), unless one
 * may have changed meanwhile. What cannot be written is no error: it is made
 * again. notices (keep/notices.h), which may be floating, are kept with it.
 */
void config_store_save(const char *folder,
		       const struct kconfig_request *request,
		       const struct kconfig *config, gint64 since_ns,
		       GVariant *notices);

#endif
