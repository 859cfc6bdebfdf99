// SPDX-License-Identifier: GPL-2.0-only
#include "output/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

bool terminal_is_there(void)
{
	return isatty(STDERR_FILENO);
}

glong terminal_columns(void)
{
	struct winsize size;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || !size.ws_col)
		return 80;
	return size.ws_col;
}
