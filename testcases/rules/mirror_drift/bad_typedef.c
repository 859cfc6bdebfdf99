// SPDX-License-Identifier: GPL-2.0-only
/* A typedef that stands for less. */
/* FOLDER: tools/testing/vma */

typedef unsigned int vm_flags_t; /* EXPECT: mirror_drift */
