// SPDX-License-Identifier: GPL-2.0-only
#include "vma_internal.h"

int main(void)
{
	return 0;
}
