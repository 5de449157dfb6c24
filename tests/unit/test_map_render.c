/* test_map_render.c: whole maps of random and of hostile graphs: nothing overlaps, nothing leaves
 * the page, nothing of the data becomes markup, and the same input gives the same bytes. */
#include "unit/unit.h"

#include "graph/graph.h"
#include "map/draw.h"
#include "map/map.h"
#include "map/outline.h"
#include "map/page.h"
#include "map/scene.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

/* A graph of n nodes of all types in two districts and m random ties. */
static struct gt_graph *random_graph(uint32_t n, uint32_t m, uint64_t seed)
{
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    for (int d = 0; d < 2; d++)
        gt_graph_put_document(
            graph,
            &(struct gt_document){.id = d ? "b" : "a",
                                  .number = d ? "普科委〔2025〕22号" : "长科委〔2025〕3号",
                                  .title = "答复",
                                  .issuer = "x",
                                  .date = "2025-01-02",
                                  .district = d ? GT_DISTRICT_putuo : GT_DISTRICT_changning,
                                  .sha256 = "0"},
            &faults);
    for (uint32_t i = 0; i < n; i++) {
        char id[32], name[64], name_en[64];
        snprintf(id, sizeof id, "node-%u", i);
        snprintf(name, sizeof name, "第%u号技术创新服务中心", i * i);
        snprintf(name_en, sizeof name_en, "Innovation Centre No. %u", i * i);
        gt_graph_put_node(graph,
                          &(struct gt_node){.id = id,
                                            .type = (enum gt_node_type)(i % GT_NODE_TYPES),
                                            .name = name,
                                            .name_en = name_en,
                                            .districts = (1 + i % 3 % 2) << GT_DISTRICT_changning},
                          &faults);
    }
    for (uint32_t e = 0; e < m; e++) {
        struct gt_statement statement = {.status =
                                             (enum gt_edge_status)unit_below(&seed, GT_STATUSES),
                                         .evidence = {unit_below(&seed, 2), e, e + 9}};
        gt_graph_put_statement(graph, unit_below(&seed, n),
                               (enum gt_edge_type)unit_below(&seed, GT_EDGE_TYPES),
                               unit_below(&seed, n), &statement);
    }
    gt_graph_finish(graph);
    double *column = gt_graph_add_column(graph, "size");
    for (uint32_t i = 0; i < n; i++)
        column[i] = i % 7 ? (double)unit_below(&seed, 50) : (double)NAN;
    assert_int_equal(faults.n, 0);
    gt_faults_fini(&faults);
    return graph;
}

static void render(const struct gt_graph *graph, const struct gt_map_options *options,
                   struct gt_buffer *out)
{
    struct gt_error err = {0};
    struct gt_selected selected = {0};
    struct gt_map_quality quality;
    gt_select(graph, &(struct gt_selection){0}, &selected);
    if (!gt_map_render(graph, &selected, options, out, &quality, &err))
        fail_msg("%s", err.text);
    assert_int_equal(quality.overlaps, 0);
    gt_selected_fini(&selected);
}

/* A line's end stands on the outline of its box: no tenth of a point inside or outside. */
static bool is_on_outline(const struct gt_scene *scene, uint32_t number, struct gt_point p)
{
    const struct gt_scene_box *box = &scene->boxes[number];
    enum gt_form form = scene->theme->node[box->type].form;
    struct gt_rect more = gt_rect_grow(&box->rect, 0.1), less = gt_rect_grow(&box->rect, -0.1);
    return gt_outline_holds(&more, form, box->font, p) &&
           !gt_outline_holds(&less, form, box->font, p);
}

/* It stays on the page, and its pieces go over into one another without a corner. */
static void expect_good_line(const struct gt_scene *scene, const struct gt_scene_line *line)
{
    const struct gt_path *path = &line->path;
    assert_true(is_on_outline(scene, line->from, gt_path_at(path, 0)));
    assert_true(is_on_outline(scene, line->to, gt_path_at(path, path->n)));
    for (int i = 0; i < path->n; i++) {
        const struct gt_point *p = path->piece[i].p, *next = path->piece[i + 1].p;
        for (int k = 0; k <= 20; k++) {
            struct gt_point at = gt_path_at(path, i + k / 20.0);
            assert_true(at.x >= 0 && at.y >= 0 && at.x <= scene->width && at.y <= scene->height);
        }
        if (i + 1 == path->n)
            break;
        assert_memory_equal(&p[3], &next[0], sizeof *p);
        double x = p[3].x - p[2].x, y = p[3].y - p[2].y;
        double u = next[1].x - next[0].x, v = next[1].y - next[0].y;
        assert_true(fabs(atan2(x * v - y * u, x * u + y * v)) < 0.02);
    }
}

static void expect_good_scene(const struct gt_graph *graph, const struct gt_map_options *options)
{
    struct gt_error err = {0};
    struct gt_selected selected = {0};
    struct gt_scene scene = {0};
    gt_select(graph, &(struct gt_selection){0}, &selected);
    assert_true(gt_scene_make(&scene, graph, &selected, options, &err));
    assert_true(gt_scene_arrange(&scene, &err));
    const struct gt_rect page = {0, 0, scene.width, scene.height};
    assert_int_equal(scene.quality.overlaps, 0);
    assert_true(fabs(scene.width / scene.height - sqrt(2)) < 1e-6);
    for (uint32_t i = 0; i < scene.n_boxes; i++) {
        const struct gt_scene_box *box = &scene.boxes[i];
        /* boxes stand on whole points */
        struct gt_rect field = gt_rect_grow(&scene.zones[box->zone].field, 0.5 + 1e-6);
        assert_true(gt_rect_holds(&field, &box->rect));
        double room = gt_rect_width(&box->rect) - box->sign_width;
        assert_true(box->label.width * box->font / 1000 < room);
    }
    for (uint32_t i = 0; i < scene.n_items; i++) {
        assert_true(gt_rect_holds(&page, &scene.items[i].rect));
        for (uint32_t k = 0; k < scene.n_boxes; k++)
            assert_false(gt_rects_overlap(&scene.items[i].rect, &scene.boxes[k].rect));
    }
    assert_int_equal(scene.quality.passes, 0);
    for (uint32_t i = 0; i < scene.n_lines; i++)
        expect_good_line(&scene, &scene.lines[i]);
    gt_scene_fini(&scene);
    gt_selected_fini(&selected);
}

static void nothing_overlaps_or_leaves_the_page(void **state)
{
    (void)state;
    static const uint32_t sizes[] = {1, 2, 5, 30, 100};
    for (size_t i = 0; i < UNIT_COUNT(sizes); i++) {
        struct gt_graph *graph = random_graph(sizes[i], sizes[i] * 3 / 2, i + 1);
        for (int lang = 0; lang < GT_LANGS; lang++) {
            struct gt_map_options options = {
                .lang = (enum gt_lang)lang, .size_column = "size", .seed = 1};
            expect_good_scene(graph, &options);
            options.left = 1u << GT_DISTRICT_changning;
            options.right = 1u << GT_DISTRICT_putuo;
            expect_good_scene(graph, &options);
        }
        gt_graph_free(graph);
    }
}

static void same_input_same_bytes(void **state)
{
    (void)state;
    struct gt_graph *graph = random_graph(40, 60, 4);
    for (int format = 0; format < GT_MAP_FORMATS; format++) {
        struct gt_map_options options = {
            .lang = GT_ZH, .format = (enum gt_map_format)format, .seed = 5};
        struct gt_buffer a = {0}, b = {0};
        render(graph, &options, &a);
        if (format == GT_MAP_pdf) /* a date with seconds would differ */
            sleep(1);
        render(graph, &options, &b);
        assert_true(a.n > 100 && a.n == b.n);
        assert_memory_equal(a.bytes, b.bytes, a.n);
        gt_buffer_fini(&a);
        gt_buffer_fini(&b);
    }
    gt_graph_free(graph);
}

static void writes_each_format(void **state)
{
    (void)state;
    static const char *const start[GT_MAP_FORMATS] = {[GT_MAP_dot] = "digraph",
                                                      [GT_MAP_svg] = "<?xml",
                                                      [GT_MAP_pdf] = "%PDF-",
                                                      [GT_MAP_png] = "\x89PNG"};
    struct gt_graph *graph = random_graph(9, 12, 4);
    for (int format = 0; format < GT_MAP_FORMATS; format++) {
        struct gt_map_options options = {.format = (enum gt_map_format)format};
        struct gt_buffer out = {0};
        render(graph, &options, &out);
        assert_memory_equal(out.bytes, start[format], strlen(start[format]));
        assert_int_equal(gt_map_format_find(gt_map_format_name((enum gt_map_format)format)),
                         format);
        gt_buffer_fini(&out);
    }
    assert_int_equal(gt_map_format_of_file("out.d/Map.PDF"), GT_MAP_pdf);
    assert_int_equal(gt_map_format_find("gif"), GT_MAP_FORMATS);
    assert_int_equal(gt_map_format_of_file("svg"), GT_MAP_FORMATS);
    assert_int_equal(gt_map_format_of_file("a.svg/b"), GT_MAP_FORMATS);
    assert_int_equal(gt_map_format_of_file("a.jpg"), GT_MAP_FORMATS);
    gt_graph_free(graph);
}

static void data_never_becomes_markup(void **state)
{
    (void)state;
    static const char *const names[] = {
        "<script>alert(1)</script>",
        "a\"b'c&d]]>",
        "\\N\\G\\L\\E\\T\\H",
        "back\\",
        "<b>x</b>",
        "-->",
        "<TABLE><TR><TD>x</TD></TR></TABLE>",
        "\x01\x1f\xef\xbf\xbf",
        "%s%n",
        "&lt;",
    };
    struct gt_graph *graph = gt_graph_new();
    struct gt_faults faults = {0};
    gt_graph_put_document(
        graph, &(struct gt_document){.id = "d\"<", .title = names[0], .date = "2025"}, &faults);
    for (uint32_t i = 0; i < UNIT_COUNT(names); i++)
        gt_graph_put_node(graph, &(struct gt_node){.id = names[i], .name = names[i]}, &faults);
    for (uint32_t i = 0; i + 1 < UNIT_COUNT(names); i++)
        gt_graph_put_statement(graph, i, GT_EDGE_founds, i + 1,
                               &(struct gt_statement){.evidence = {0, 1, 2}});
    gt_graph_finish(graph);
    struct gt_buffer out = {0};
    render(
        graph,
        &(struct gt_map_options){.title = {{names[0], names[0]}}, .stamp = {{names[1], names[1]}}},
        &out);
    assert_null(strstr(out.bytes, "<script"));
    assert_null(strstr(out.bytes, "<TABLE"));
    assert_null(strstr(out.bytes, "<b>"));
    assert_null(strpbrk(out.bytes, "\x01\x1f"));
    assert_non_null(strstr(out.bytes, ">\\N\\G\\L\\E\\T\\H<"));
    assert_non_null(strstr(out.bytes, ">back\\<"));
    gt_buffer_clear(&out);
    render(graph, &(struct gt_map_options){.format = GT_MAP_dot, .title = {{names[0], names[0]}}},
           &out);
    assert_null(strstr(out.bytes, "=<"));
    gt_buffer_fini(&out);
    gt_graph_free(graph);
    gt_faults_fini(&faults);
}

static void says_what_is_wrong(void **state)
{
    (void)state;
    struct gt_graph *graph = random_graph(5, 5, 1);
    struct gt_selected selected = {0};
    struct gt_buffer out = {0};
    static const struct {
        struct gt_map_options options;
        enum gt_status status;
    } wrong[] = {
        {{.size_column = "nothing"}, GT_USAGE},
        {{.theme = "nothing"}, GT_USAGE},
        {{.left = 1u << GT_DISTRICT_chongming, .right = 1u << GT_DISTRICT_baoshan}, GT_NO},
    };
    gt_select(graph, &(struct gt_selection){0}, &selected);
    for (size_t i = 0; i < UNIT_COUNT(wrong); i++) {
        struct gt_error err = {0};
        assert_false(gt_map_render(graph, &selected, &wrong[i].options, &out, NULL, &err));
        assert_int_equal(err.status, wrong[i].status);
    }
    struct gt_error err = {0};
    struct gt_selected none = {.node = selected.node, .edge = selected.edge};
    memset(none.node, 0, graph->n_nodes);
    assert_false(gt_map_render(graph, &none, &wrong[0].options, &out, NULL, &err));
    assert_int_equal(out.n, 0);
    gt_selected_fini(&selected);
    gt_graph_free(graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_overlaps_or_leaves_the_page),
        cmocka_unit_test(same_input_same_bytes),
        cmocka_unit_test(writes_each_format),
        cmocka_unit_test(data_never_becomes_markup),
        cmocka_unit_test(says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
