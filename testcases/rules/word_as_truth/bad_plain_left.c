// SPDX-License-Identifier: GPL-2.0-only
/* Nothing says what is on the left; the mask on the right is always true. */
#include <linux/mm.h>

bool area_is_shared(unsigned long what)
{
	return what && VM_SHARED; /* EXPECT: word_as_truth */
}
