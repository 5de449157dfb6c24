/* test_map_palette.c: every text that a map can show can be read on its ground, in every theme, and
 * what colour tells is told by something else too. */
#include "unit/unit.h"

#include "map/map.h"
#include "map/palette.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const themes[] = {"light", "dark", "print"};

/* Linear light of a colour's red, green and blue (sRGB). */
static void linear(const char *colour, double rgb[3])
{
    assert_true(colour[0] == '#' && strlen(colour) == 7);
    for (int i = 0; i < 3; i++) {
        char two[3] = {colour[1 + 2 * i], colour[2 + 2 * i], '\0'};
        double value = (double)strtoul(two, NULL, 16) / 255;
        rgb[i] = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
    }
}

/* Contrast of two colours by the rule of WCAG 2.1. */
static double contrast(const char *a, const char *b)
{
    double p[3], q[3];
    linear(a, p), linear(b, q);
    double x = 0.2126 * p[0] + 0.7152 * p[1] + 0.0722 * p[2];
    double y = 0.2126 * q[0] + 0.7152 * q[1] + 0.0722 * q[2];
    return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static void expect_contrast(const char *a, const char *b, double least)
{
    if (contrast(a, b) < least)
        fail_msg("%s on %s: %.2f", a, b, contrast(a, b));
}

static void every_text_can_be_read(void **state)
{
    (void)state;
    for (size_t t = 0; t < UNIT_COUNT(themes); t++) {
        const struct gt_theme *theme = gt_theme_find(themes[t]);
        const char *ground[GT_TINTS + 6] = {theme->page,    theme->box,     theme->shared,
                                            theme->zone[0], theme->zone[1], theme->zone[2]};
        memcpy(ground + 6, theme->tint, sizeof theme->tint);
        for (size_t g = 0; g < UNIT_COUNT(ground); g++) {
            expect_contrast(theme->ink, ground[g], 7);
            expect_contrast(theme->quiet, ground[g], 4.5);
            for (int i = 0; i < GT_EDGE_FAMILIES; i++) /* lines: WCAG asks 3 of graphics */
                expect_contrast(theme->family[i].colour, ground[g], 3);
        }
        for (int i = 0; i < GT_NODE_TYPES; i++)
            expect_contrast(theme->node[i].colour, theme->page, 4.5);
    }
}

/* CIE 1976 L*a*b* of linear light, D65. */
static void lab_of(const double rgb[3], double lab[3])
{
    const double xyz[3] = {
        (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505,
        0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2],
        (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089,
    };
    double f[3];
    for (int i = 0; i < 3; i++)
        f[i] = xyz[i] > 0.008856 ? cbrt(xyz[i]) : 7.787 * xyz[i] + 16.0 / 116;
    lab[0] = 116 * f[1] - 16, lab[1] = 500 * (f[0] - f[1]), lab[2] = 200 * (f[1] - f[2]);
}

/* How colours look without one kind of cone: Machado, Oliveira, Fernandes 2009, severity 1. */
static const double eyes[][3][3] = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {{0.152286, 1.052583, -0.204868},
     {0.114503, 0.786281, 0.099216},
     {-0.003882, -0.048116, 1.051998}},
    {{0.367322, 0.860646, -0.227968},
     {0.280085, 0.672501, 0.047413},
     {-0.011820, 0.042940, 0.968881}},
    {{1.255528, -0.076749, -0.178779},
     {-0.078411, 0.930809, 0.147602},
     {0.004733, 0.691367, 0.303900}},
};

static double difference(const char *a, const char *b, const double eye[3][3])
{
    double p[3], q[3], seen_p[3] = {0}, seen_q[3] = {0}, x[3], y[3], sum = 0;
    linear(a, p), linear(b, q);
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 3; k++)
            seen_p[i] += eye[i][k] * p[k], seen_q[i] += eye[i][k] * q[k];
    lab_of(seen_p, x), lab_of(seen_q, y);
    for (int i = 0; i < 3; i++)
        sum += (x[i] - y[i]) * (x[i] - y[i]);
    return sqrt(sum);
}

/* Ends of lines tell the families too; colours differ for all eyes by more than can be overlooked.
 */
static void families_differ_for_all_eyes(void **state)
{
    (void)state;
    for (size_t t = 0; t < UNIT_COUNT(themes); t++)
        for (size_t e = 0; e < UNIT_COUNT(eyes); e++)
            for (int i = 0; i < GT_EDGE_FAMILIES; i++)
                for (int k = 0; k < i; k++) {
                    const struct gt_family_look *family = gt_theme_find(themes[t])->family;
                    double found = difference(family[i].colour, family[k].colour, eyes[e]);
                    assert_int_not_equal(family[i].head, family[k].head);
                    if (found < 8)
                        fail_msg("%s: %s and %s: %.1f for eye %zu", themes[t],
                                 gt_edge_families[i].name, gt_edge_families[k].name, found, e);
                }
}

static void every_type_has_its_own_sign(void **state)
{
    (void)state;
    const struct gt_node_look *node = gt_theme_find(NULL)->node;
    for (int lang = 0; lang < GT_LANGS; lang++)
        for (int i = 0; i < GT_NODE_TYPES; i++)
            for (int k = 0; k < i; k++)
                assert_string_not_equal(node[i].sign.in[lang], node[k].sign.in[lang]);
}

static void finds_themes_and_sheets(void **state)
{
    (void)state;
    assert_string_equal(gt_theme_find(NULL)->name, "light");
    assert_null(gt_theme_find("no such theme"));
    assert_true(gt_paper_find("A3") == gt_paper_find("a3"));
    assert_null(gt_paper_find("a9"));
    assert_true(fabs(gt_paper_find("a4")->width / gt_paper_find("a4")->height - sqrt(2)) < 1e-3);
    assert_true(fabs(gt_paper_find("16:9")->width / gt_paper_find("16:9")->height - 16.0 / 9) <
                1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_can_be_read),
        cmocka_unit_test(families_differ_for_all_eyes),
        cmocka_unit_test(every_type_has_its_own_sign),
        cmocka_unit_test(finds_themes_and_sheets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
