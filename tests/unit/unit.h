/* unit.h: what the unit tests share: cmocka, a random stream, and a folder for one test. */
#ifndef GT_TESTS_UNIT_H
#define GT_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define UNIT_COUNT(array) (sizeof(array) / sizeof *(array))

/* A stream of random numbers that is the same on every machine: SplitMix64 (Steele, Lea, Flood,
 * "Fast splittable pseudorandom number generators", OOPSLA 2014). */
static inline uint64_t unit_random(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* A random number below n. */
static inline uint32_t unit_below(uint64_t *state, uint32_t n)
{
    return (uint32_t)(unit_random(state) % n);
}

#endif
