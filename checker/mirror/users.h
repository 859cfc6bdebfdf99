/* SPDX-License-Identifier: GPL-2.0-only */
/* Names that the copies lack. Private to mirror/. */
#ifndef VMALINT_MIRROR_USERS_H
#define VMALINT_MIRROR_USERS_H

struct comparing;
struct mirror_request;
struct definitions;

/*
 * Reports names of the flag API that the tests, or the kernel's sources that
 * are built with them, use and that nobody declares there. Reads more of the
 * kernel to show what is missing.
 */
void find_missing(const struct mirror_request *request,
		  const struct comparing *comparing,
		  struct definitions *kernel);

#endif
