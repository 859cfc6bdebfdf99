/* SPDX-License-Identifier: GPL-2.0-only */
/* Which files a unit has read. */
#ifndef VMALINT_PARSE_INCLUSIONS_H
#define VMALINT_PARSE_INCLUSIONS_H

#include <glib.h>

#include "libclang.h"

/* Our own made-up files are on no disk; their paths begin so. */
#define MADE_UP "/vmalint-"

/* Adds the paths of the files on disk that a unit read, as owned strings. */
void inclusions_add(CXTranslationUnit unit, GHashTable *files);

#endif
