/* random.h: numbers that look random and are the same for the same seed on every machine
 * (SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
 */
#ifndef GT_MAP_RANDOM_H
#define GT_MAP_RANDOM_H

#include <stdint.h>

struct gt_random {
    uint64_t state;
};

static inline uint64_t gt_random_next(struct gt_random *random)
{
    uint64_t z = random->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* At least 0 and below 1. */
static inline double gt_random_real(struct gt_random *random)
{
    return (double)(gt_random_next(random) >> 11) * 0x1.0p-53;
}

/* Below n > 0. */
static inline uint32_t gt_random_below(struct gt_random *random, uint32_t n)
{
    return (uint32_t)(((gt_random_next(random) >> 32) * n) >> 32);
}

#endif
