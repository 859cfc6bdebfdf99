/* SPDX-License-Identifier: GPL-2.0-only */
/* Comes first on every command line; the real one forces rebuilds. */
