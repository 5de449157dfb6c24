/* test_strmap.c: a table from text to number, against a plain array. */
#include "unit/unit.h"

#include "base/strmap.h"

#include <string.h>

static void an_empty_table_knows_nothing(void **state)
{
    (void)state;
    struct gt_strmap map = {0};
    assert_int_equal(gt_strmap_get(&map, ""), GT_NONE);
    assert_int_equal(gt_strmap_get(&map, "a"), GT_NONE);
    gt_strmap_fini(&map);
    gt_strmap_fini(&map);
}

static void a_key_is_its_text(void **state)
{
    (void)state;
    struct gt_strmap map = {0};
    char same[] = "changning";
    gt_strmap_put(&map, "changning", 1);
    gt_strmap_put(&map, "", 2);
    gt_strmap_put(&map, "changning ", 3);
    assert_int_equal(gt_strmap_get(&map, same), 1);
    assert_int_equal(gt_strmap_get(&map, ""), 2);
    assert_int_equal(gt_strmap_get(&map, "changnin"), GT_NONE);
    gt_strmap_put(&map, same, 4);
    assert_int_equal(gt_strmap_get(&map, "changning"), 4);
    assert_int_equal(map.n, 3);
    gt_strmap_fini(&map);
}

static void agrees_with_a_plain_array(void **state)
{
    (void)state;
    enum { KEYS = 5000 };
    static char key[KEYS][12];
    static uint32_t value[KEYS];
    struct gt_strmap map = {0};
    uint64_t seed = 9;
    size_t n = 0;
    for (uint32_t i = 0; i < KEYS; i++) {
        snprintf(key[i], sizeof key[i], "%u-%u", i * 7919 % 1000, i);
        value[i] = GT_NONE;
    }
    for (int step = 0; step < 40000; step++) {
        uint32_t i = unit_below(&seed, KEYS);
        if (gt_strmap_get(&map, key[i]) != value[i])
            fail_msg("%s is %u, expected %u", key[i], gt_strmap_get(&map, key[i]), value[i]);
        if (step % 2) {
            n += value[i] == GT_NONE;
            value[i] = unit_below(&seed, 1000000);
            gt_strmap_put(&map, key[i], value[i]);
            assert_int_equal(map.n, n);
            assert_true(map.n < map.room);
        }
    }
    for (uint32_t i = 0; i < KEYS; i++)
        assert_int_equal(gt_strmap_get(&map, key[i]), value[i]);
    gt_strmap_fini(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_table_knows_nothing),
        cmocka_unit_test(a_key_is_its_text),
        cmocka_unit_test(agrees_with_a_plain_array),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
