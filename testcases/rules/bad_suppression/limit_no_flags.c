// SPDX-License-Identifier: GPL-2.0-only
/* A file that holds no flag is not read at all */
/* KNOWN-MISS: bad_suppression */
/* vmalint: allow-file(exact_compare) */

int area_nothing(void)
{
	return 0;
}
