#ifndef CSHIPPED_H
#define CSHIPPED_H

#include <stddef.h>

/// A file that travels inside the tool.
struct shipped_file {
  /// From the root of the project: `Templates/home.md`.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// All of them; `count` becomes how many there are.
const struct shipped_file *all_shipped_files(size_t *count);

/// The version of the tool, with the end of its line.
const char *shipped_version(void);

/// The commit that the tool was built from, or an empty text.
const char *shipped_commit(void);

#endif
