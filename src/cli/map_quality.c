/* map_quality.c: --quality: what a map is like, as a table. */
#include "cli/map_parts.h"

static void add(struct gt_table *table, const char *key, const char *title, double value)
{
    gt_table_text(table, key);
    gt_table_text(table, title);
    gt_table_number(table, value);
}

bool gt_map_table(struct gt_map_request *request, const struct gt_map_quality *quality,
                  struct gt_error *err)
{
    struct gt_table table = {0};
    const enum gt_lang lang = request->run->lang;
    const struct {
        const char *key, *en, *zh;
        double value;
    } row[] = {
        {"nodes", "nodes", "节点", quality->nodes},
        {"lines", "lines", "连线", quality->lines},
        {"overlaps", "pairs of boxes that overlap", "重叠的方框（对）", quality->overlaps},
        {"label_coverage", "part of the nodes with a whole label", "完整标签的比例",
         quality->nodes ? (double)quality->labelled / quality->nodes : 1},
        {"crossings",
         quality->estimated ? "pairs of lines that cross (estimated)" : "pairs of lines that cross",
         quality->estimated ? "交叉的连线（对，估计）" : "交叉的连线（对）", quality->crossings},
        {"passes", "lines behind a box that is not theirs, or a heading",
         "从其他方框或标题后面穿过的连线", quality->passes},
        {"bend", "degrees that a line turns, mean", "连线弯曲（度，平均）", quality->bend},
        {"stress", "stress (0: distances as in the graph)", "应力（0：距离与图中一致）",
         quality->stress},
        {"spread", "spread of line lengths (deviation by mean)", "线长离散（标准差/均值）",
         quality->spread},
        {"cover", "part of the field that boxes cover", "方框占版面的比例", quality->cover},
        {"ratio", "page, width to height", "页面宽高比", quality->ratio},
        {"score", "score (less is better)", "评分（越小越好）", quality->score},
        {"seed", "seed of the layout kept", "所取布局的种子", quality->seed},
    };
    gt_table_section(&table, "quality", NULL);
    gt_table_head(&table, "name", NULL);
    gt_table_head(&table, "title", gt_say(lang, "quantity", "指标"));
    gt_table_head(&table, "value", gt_say(lang, "value", "数值"));
    for (size_t i = 0; i < sizeof row / sizeof *row; i++)
        add(&table, row[i].key, gt_say(lang, row[i].en, row[i].zh), row[i].value);
    bool done = gt_run_table(request->run, &table, NULL, err);
    gt_table_fini(&table);
    return done;
}
