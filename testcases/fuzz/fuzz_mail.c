// SPDX-License-Identifier: GPL-2.0-only
/* Mails and mailboxes, in all their wrappings. */
#include "fuzz.h"

#include "change/patch/mail.h"
#include "change/patch/patch.h"

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
	struct mail_replies replies;
	g_autoptr(GBytes) text =
		mail_unpack((const char *)data, size, &replies);

	/* Decoding makes nothing longer, but for two line ends a mail. */
	g_assert(text && g_bytes_get_size(text) <= 3 * size + 2);
	return 0;
}
