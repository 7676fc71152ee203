#include <sys/syscall.h>

// The C library's headers are left out: what they declare would seem to be this module's.
extern long syscall(long number, ...);

/// Lets two names, from the working directory, change places in one step (renameat2 with
/// RENAME_EXCHANGE, which the C library's own header shows to GNU sources only).
static inline int exchange_names(const char *one, const char *other) {
  const int working_directory = -100;  // AT_FDCWD
  const unsigned int exchange = 1u << 1;  // RENAME_EXCHANGE
  return (int)syscall(SYS_renameat2, working_directory, one, working_directory, other, exchange);
}
