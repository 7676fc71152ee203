// The version, as `VERSION` in the root of the project has it, and the commit, where `.ci/commit` has written one down.
#include "CShipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions" // #embed

static const char version[] = {
#embed "../../VERSION" suffix(, )
    0,
};

const char *shipped_version(void) { return version; }

// Takes second place to the one of `commit.c`, which git ignores and which may be absent.
__attribute__((weak)) const char *shipped_commit(void) { return ""; }
