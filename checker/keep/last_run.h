/* SPDX-License-Identifier: GPL-2.0-only */
/* What the last run found in the cache, in a file beside it; private. */
#ifndef VMALINT_KEEP_LAST_RUN_H
#define VMALINT_KEEP_LAST_RUN_H

#include <stdbool.h>

struct cache_run;

#define LAST_RUN_NAME "last-run"

/* False if nothing is known of it. */
bool last_run_read(const char *folder, struct cache_run *ret_run);

/* Whether that works matters to nobody. */
void last_run_write(const char *folder, const struct cache_run *run);

#endif
