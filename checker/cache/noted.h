/* SPDX-License-Identifier: GPL-2.0-only */
/* Files of cache_recall(), for who looks through the folder; private. */
#ifndef VMALINT_CACHE_NOTED_H
#define VMALINT_CACHE_NOTED_H

/* What their names begin with. */
#define NOTED_PREFIX "noted-"

#endif
