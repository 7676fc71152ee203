#ifndef CSHA256_H
#define CSHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has instructions of its own for SHA-256, and this file knows them.
bool sha256_is_built_in(void);

/// Takes in whole blocks of 64 bytes; only where it is built in.
///
/// `constants` are the 64 of the rounds.
void sha256_take_blocks(uint32_t *state, const uint32_t *constants, const void *blocks,
                        size_t count);

#endif
