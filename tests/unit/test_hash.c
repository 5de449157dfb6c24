/* test_hash.c: SHA-256 by the examples of FIPS 180-4 and NIST's test vectors. */
#include "unit/unit.h"

#include "base/hash.h"

#include <string.h>

static void agrees_with_nist(void **state)
{
    (void)state;
    static const struct {
        const char *text, *digest;
    } rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
         "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
         "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
    };
    for (size_t i = 0; i < UNIT_COUNT(rows); i++) {
        char out[GT_SHA256_TEXT];
        assert_ptr_equal(gt_sha256(rows[i].text, strlen(rows[i].text), out), out);
        assert_string_equal(out, rows[i].digest);
    }
}

static void hashes_a_million_letters(void **state)
{
    (void)state;
    char *text = malloc(1000000), out[GT_SHA256_TEXT];
    memset(text, 'a', 1000000);
    assert_string_equal(gt_sha256(text, 1000000, out),
                        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(text);
}

/* A NUL is a byte like any other. */
static void hashes_bytes_not_texts(void **state)
{
    (void)state;
    char out[GT_SHA256_TEXT];
    assert_string_equal(gt_sha256("\0\0\0\0", 4, out),
                        "df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_nist),
        cmocka_unit_test(hashes_a_million_letters),
        cmocka_unit_test(hashes_bytes_not_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
