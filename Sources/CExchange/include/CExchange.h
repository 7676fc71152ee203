#ifndef CEXCHANGE_H
#define CEXCHANGE_H

/// Lets two names change places in one step: 0, or -1 with `errno`.
int exchange_names(const char *one, const char *other);

#endif
