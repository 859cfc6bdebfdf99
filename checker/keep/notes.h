/* SPDX-License-Identifier: GPL-2.0-only */
/* Files of cache_recall(), for who looks through the folder; private. */
#ifndef VMALINT_KEEP_NOTES_H
#define VMALINT_KEEP_NOTES_H

/* What their names begin with. */
#define NOTED_PREFIX "noted-"

#endif
