/* SPDX-License-Identifier: GPL-2.0-only */
#ifndef __KERNEL_PRINTK__
#define __KERNEL_PRINTK__

/* No format attribute: the compiler does not know %pGv. */
int _printk(const char *format, ...);

#define printk(format, ...)   _printk(format, ##__VA_ARGS__)
#define pr_info(format, ...)  printk(format, ##__VA_ARGS__)
#define pr_emerg(format, ...) printk(format, ##__VA_ARGS__)

#endif
