/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How reasons begin of lines that errors hide. They travel as texts: from the
 * parser through the report of a shard to the tally.
 */
#ifndef VMALINT_BASE_UNSEEN_REASON_H
#define VMALINT_BASE_UNSEEN_REASON_H

/* Then the place of the error, and the error. */
#define UNSEEN_ERROR "error in its declaration: "

#define UNSEEN_LOST  "outside of any declaration that the parser kept"

#endif
