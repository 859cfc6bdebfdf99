/* SPDX-License-Identifier: GPL-2.0-only */
/* Hears the signals that ask a run to end. */
#ifndef VMALINT_BASE_STOP_H
#define VMALINT_BASE_STOP_H

#include <signal.h>

/* While it listens, SIGINT and SIGTERM do nothing else. */
struct stop {
	int fd; /* readable once one has come; -1: it does not listen */
	sigset_t before;
};

void stop_listen(struct stop *stop);

/* The signal that has come, or 0. */
int stop_signal(const struct stop *stop);

/* From here on they do what they did before. */
void stop_end(struct stop *stop);

/* For a worker, which inherits the mask of who listens. */
void stop_unblock(void);

#endif
