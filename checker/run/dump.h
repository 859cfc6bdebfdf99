/* SPDX-License-Identifier: GPL-2.0-only */
/* What --dump prints in place of findings. */
#ifndef VMALINT_RUN_DUMP_H
#define VMALINT_RUN_DUMP_H

struct analysis;
struct session;

/* Prints what --dump asks for, of each job. Returns the exit code. */
int dump_write(struct session *session, const struct analysis *analysis);

#endif
