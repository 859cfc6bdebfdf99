// SPDX-License-Identifier: GPL-2.0-only
#include "base/stop.h"

#include <sys/signalfd.h>
#include <unistd.h>

static sigset_t heard(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	return set;
}

void stop_listen(struct stop *stop)
{
	const sigset_t set = heard();

	sigprocmask(SIG_BLOCK, &set, &stop->before);
	stop->fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (stop->fd < 0)
		sigprocmask(SIG_SETMASK, &stop->before, NULL);
}

int stop_signal(const struct stop *stop)
{
	struct signalfd_siginfo info;

	if (stop->fd < 0 || read(stop->fd, &info, sizeof(info)) != sizeof(info))
		return 0;
	return (int)info.ssi_signo;
}

void stop_end(struct stop *stop)
{
	if (stop->fd < 0)
		return;
	close(stop->fd);
	sigprocmask(SIG_SETMASK, &stop->before, NULL);
	stop->fd = -1;
}

void stop_unblock(void)
{
	const sigset_t set = heard();

	sigprocmask(SIG_UNBLOCK, &set, NULL);
}
