// SHA-256 by the instructions that processors have for it, which Swift has no names for.
//
// Source: Intel, *Intel SHA Extensions*, July 2013. Other processors take the way in Swift.
#include "CSHA256.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

bool sha256_is_built_in(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

/// The four words of a block from `start` on, which are written with their highest byte first.
__attribute__((target("ssse3"))) static inline __m128i words(const uint8_t *start) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)start), order);
}

/// The four words that follow on sixteen.
__attribute__((target("sha,sse4.1"))) static inline __m128i following(__m128i first, __m128i second,
                                                                      __m128i third,
                                                                      __m128i fourth) {
  __m128i sum =
      _mm_add_epi32(_mm_sha256msg1_epu32(first, second), _mm_alignr_epi8(fourth, third, 4));
  return _mm_sha256msg2_epu32(sum, fourth);
}

__attribute__((target("sha,sse4.1"))) void sha256_take_blocks(uint32_t *state,
                                                              const uint32_t *constants,
                                                              const void *blocks, size_t count) {
  // The instructions want the eight words of the state, a to h, as a b e f and c d g h.
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (const uint8_t *block = blocks; count > 0; count--, block += 64) {
    __m128i w[] = {words(block), words(block + 16), words(block + 32), words(block + 48)};
    __m128i one = abef, other = cdgh;
#pragma unroll
    for (int four = 0; four < 16; four++) {
      __m128i *now = &w[four % 4];
      __m128i sum = _mm_add_epi32(*now, _mm_loadu_si128((const __m128i *)constants + four));
      other = _mm_sha256rnds2_epu32(other, one, sum);
      one = _mm_sha256rnds2_epu32(one, other, _mm_shuffle_epi32(sum, 0x0E));
      *now = following(*now, w[(four + 1) % 4], w[(four + 2) % 4], w[(four + 3) % 4]);
    }
    abef = _mm_add_epi32(abef, one);
    cdgh = _mm_add_epi32(cdgh, other);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

#else

bool sha256_is_built_in(void) { return false; }

void sha256_take_blocks(uint32_t *state, const uint32_t *constants, const void *blocks,
                        size_t count) {
  (void)state, (void)constants, (void)blocks, (void)count;
}

#endif
