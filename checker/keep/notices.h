/* SPDX-License-Identifier: GPL-2.0-only */
/* What was worth knowing when something was made, to be said in each run. */
#ifndef VMALINT_KEEP_NOTICES_H
#define VMALINT_KEEP_NOTICES_H

#include <glib.h>

/* Stage, path, line and text; see struct problem of base/session.h. */
#define NOTICES_TYPE "a(ayayuay)"

struct session;

/*
 * A floating value of what a session has recorded from a number of problems
 * on; NULL if one of them is more than a notice.
 */
GVariant *notices_pack(const struct session *session, guint since);

/* Records them in a session. */
void notices_tell(GVariant *notices, struct session *session);

#endif
