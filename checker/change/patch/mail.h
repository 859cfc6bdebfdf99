/* SPDX-License-Identifier: GPL-2.0-only */
/* Undoes what mail does to patches; private to patch/. */
#ifndef VMALINT_CHANGE_PATCH_MAIL_H
#define VMALINT_CHANGE_PATCH_MAIL_H

#include <glib.h>

struct mail_replies;

/*
 * The text with its mails in the order of their series ("[PATCH 2/3]"), their
 * bodies as they were written (MIME), and line ends of mail (CR LF) undone
 * where every line has them. Replies ("Re: ") with a diff are left out and
 * counted. Lines keep their number where nothing had to be decoded, sorted or
 * left out. Text that is no mail is returned as it is; owned.
 */
GBytes *mail_unpack(const char *text, gsize length,
		    struct mail_replies *ret_replies);

#endif
