#include <sys/syscall.h>
#include <unistd.h>

/// Lets two names change places in one step (renameat2 with RENAME_EXCHANGE, which the C library's
/// own header shows to GNU sources only).
///
/// Without <fcntl.h>, which would declare `struct stat` here too: whoever imports it from the C
/// library would be told, by chance, that it is ours.
static inline int exchange_names(const char *one, const char *other) {
  const int working_folder = -100;  // AT_FDCWD
  return (int)syscall(SYS_renameat2, working_folder, one, working_folder, other, 1u << 1);
}
