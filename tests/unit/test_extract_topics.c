/* test_extract_topics.c: who acts, and what is spoken of, over clauses, sentences, points and
 * paragraphs of invented replies. */
#include "extract/group.h"
#include "extract/point.h"
#include "unit/one_extractor.h"

static const char home[] = "云岭区", issuer[] = "云岭区科学技术局";

/* --- ties ---------------------------------------------------------------------------------------
 */

struct tie {
    const char *text, *source;
    enum gt_edge_type type;
    const char *target;
    bool stated;
};

static void check(const struct tie *ties, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct sentence s;
        read_sentence(&extractor, ties[i].text, strlen(ties[i].text), &s);
        bool found = relation_of(&s, ties[i].source, ties[i].type, ties[i].target) != NULL;
        if (found != ties[i].stated) {
            print_message("in %s\n", ties[i].text);
            print_sentence(&s);
        }
        assert_int_equal(found, ties[i].stated);
        end_sentence(&s);
    }
}

/* Issuer or area: the voice of a lead holds for its points, that of a point only for itself. */
static void test_voice(void **state)
{
    static const char lead[] =
        "下一步，我们考虑从两个方面深化：\n\n其一，做优空间。支持云岭光子研究院"
        "发展。\n\n其二，做强协同。成立云岭氢能产业联盟。";
    static const char point[] =
        "一是强化规划。我局正在编制《云岭区氢能规划》。二是强化项目。支持云岭光子"
        "研究院发展。";
    static const char agent[] = "计划设立云岭光子基金，由我局出资2000万元；成立云岭氢能产业联盟。";
    static const char chapter[] =
        "一、已做的工作\n我局高度重视。支持云岭光子研究院发展。\n二、下一步打算\n"
        "成立云岭氢能产业联盟。";
    static const char other[] = "市发展改革委高度重视氢能技术。近年来推动设立云岭光子研究院。";
    static const struct tie ties[] = {
        {lead, issuer, GT_EDGE_supports, "云岭光子研究院", true},
        {lead, issuer, GT_EDGE_founds, "云岭氢能产业联盟", true},
        {lead, home, GT_EDGE_founds, "云岭氢能产业联盟", false},
        {point, issuer, GT_EDGE_issues, "云岭区氢能规划", true},
        {point, home, GT_EDGE_supports, "云岭光子研究院", true},
        {point, issuer, GT_EDGE_supports, "云岭光子研究院", false},
        {agent, home, GT_EDGE_founds, "云岭氢能产业联盟", true},
        {agent, issuer, GT_EDGE_founds, "云岭氢能产业联盟", false},
        {chapter, issuer, GT_EDGE_supports, "云岭光子研究院", true},
        {chapter, home, GT_EDGE_founds, "云岭氢能产业联盟", true},
        {chapter, issuer, GT_EDGE_founds, "云岭氢能产业联盟", false},
        {other, home, GT_EDGE_founds, "云岭光子研究院", false},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

/* What a point has for its title acts, and is acted on. */
static void test_title(void **state)
{
    static const char titled[] =
        "推动云岭智慧示范工程建设：1.青禾微电网示范工程。助力白鹭产业园发展。\n2."
        "星河储能示范工程。助力云岭产业园发展。";
    static const char made[] =
        "1.云岭光子联合实验室。星河大学牵头，联合蓝鲸集团组建，主攻氢能、新型储能。";
    static const struct tie ties[] = {
        {titled, "青禾微电网示范工程", GT_EDGE_supports, "白鹭产业园", true},
        {titled, "星河储能示范工程", GT_EDGE_supports, "云岭产业园", true},
        {titled, "星河储能示范工程", GT_EDGE_supports, "白鹭产业园", false},
        {titled, "青禾微电网示范工程", GT_EDGE_part_of, "云岭智慧示范工程", true},
        {titled, "星河储能示范工程", GT_EDGE_part_of, "云岭智慧示范工程", true},
        {made, "星河大学", GT_EDGE_founds, "云岭光子联合实验室", true},
        {made, "蓝鲸集团", GT_EDGE_founds, "云岭光子联合实验室", true},
        {made, "云岭光子联合实验室", GT_EDGE_focuses_on, "氢能", true},
        {made, "蓝鲸集团", GT_EDGE_focuses_on, "氢能", false},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

/* Points part subjects; clauses on who has a part in the topic do not take it away. */
static void test_carried(void **state)
{
    static const char points[] =
        "我区布局两个环节：①硬件环节，以蓝鲸集团为代表，主攻光学模组；②应用环节，聚焦"
        "工业仿真。";
    static const char funds[] = "云岭光子基金规模10亿元，蓝鲸集团认缴3亿元，聚焦氢能。";
    static const char union_[] =
        "成立云岭氢能产业联盟，蓝鲸集团任理事长单位，星河大学任副理事长单位，秘书处"
        "设在白鹭产业园。";
    static const char led[] =
        "支持蓝鲸集团牵头，联合星河大学组建云岭光子实验室；与青禾区共建云岭氢能产业联盟。";
    static const char joined[] = "计划联合星河大学发起设立云岭光子基金。";
    static const char latter[] = "白鹭产业园引进蓝鲸集团，后者与星河大学成立云岭光子研究院。";
    static const char told[] = "星河大学与蓝鲸集团联合申报的“云岭光子项目”入选云岭市雁阵计划。";
    static const char child[] = "云岭蓝鲸科技有限公司（简称蓝鲸科技）已落户。云岭科学城由蓝鲸科技子"
                                "公司云岭白鹭产业有限公司运营。";
    static const char both[] =
        "星河大学把实践课开到了江州医院，双方今年6月签署合作协议，成立云岭康复研究院。";
    static const char preamble[] = "我局会同区财政局、区教育局认真研究，现答复如下：";
    static const char basis[] = "我局根据区财政局印发的《云岭区基金管理办法》开展评价。";
    static const struct tie ties[] = {
        {points, "蓝鲸集团", GT_EDGE_focuses_on, "工业仿真", false},
        {funds, "云岭光子基金", GT_EDGE_focuses_on, "氢能", true},
        {funds, "蓝鲸集团", GT_EDGE_focuses_on, "氢能", false},
        {union_, "云岭氢能产业联盟", GT_EDGE_located_in, "白鹭产业园", true},
        {union_, "星河大学", GT_EDGE_located_in, "白鹭产业园", false},
        {led, "蓝鲸集团", GT_EDGE_founds, "云岭光子实验室", true},
        {led, "星河大学", GT_EDGE_founds, "云岭光子实验室", true},
        {led, "蓝鲸集团", GT_EDGE_cooperates_with, "星河大学", true},
        {led, home, GT_EDGE_cooperates_with, "星河大学", false},
        {led, "蓝鲸集团", GT_EDGE_cooperates_with, "青禾区", false},
        {joined, home, GT_EDGE_founds, "云岭光子基金", true},
        {joined, "星河大学", GT_EDGE_founds, "云岭光子基金", true},
        {latter, "蓝鲸集团", GT_EDGE_cooperates_with, "星河大学", true},
        {latter, "白鹭产业园", GT_EDGE_cooperates_with, "星河大学", false},
        {told, "云岭光子项目", GT_EDGE_participates_in, "云岭市雁阵计划", true},
        {told, "星河大学", GT_EDGE_participates_in, "云岭市雁阵计划", false},
        {child, "云岭白鹭产业有限公司", GT_EDGE_operates, "云岭科学城", true},
        {child, "云岭蓝鲸科技有限公司", GT_EDGE_operates, "云岭科学城", false},
        {both, "星河大学", GT_EDGE_cooperates_with, "江州医院", true},
        {both, "江州医院", GT_EDGE_founds, "云岭康复研究院", true},
        {preamble, issuer, GT_EDGE_cooperates_with, "区财政局", false},
        {basis, "区财政局", GT_EDGE_issues, "云岭区基金管理办法", true},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

/* Lists and what they are of. */
static void test_lists(void **state)
{
    static const char group[] =
        "星河大学、江州大学、青禾大学环山而立。我区联合三所高校共同成立云岭氢能产业联盟。";
    static const char counted[] =
        "我区去年引进首店9家，其中华东首店3家，包括蓝鲸集团、白鹭资本；江州首店有青禾书社。";
    static const char bracket[] =
        "我区已聚集云岭蓝鲸科技有限公司（以下称蓝鲸科技）、白鹭资本等企业。";
    static const char list[] =
        "云岭氢能基金先后设立三支子基金：一是青禾天使基金，规模1亿元；二是产业类，有星河"
        "产业基金、白鹭产业基金。";
    static const char visit[] = "云岭光子大会由市经信局主办，吸引蓝鲸集团等21家单位参展。";
    static const char doer[] = "云岭氢能产业联盟去年成立，发起单位是蓝鲸集团、星河大学。";
    static const struct tie ties[] = {
        {group, "江州大学", GT_EDGE_founds, "云岭氢能产业联盟", true},
        {group, "青禾大学", GT_EDGE_cooperates_with, home, true},
        {counted, "蓝鲸集团", GT_EDGE_located_in, home, true},
        {counted, "白鹭资本", GT_EDGE_located_in, home, true},
        {bracket, "白鹭资本", GT_EDGE_located_in, home, true},
        {list, "云岭氢能基金", GT_EDGE_founds, "青禾天使基金", true},
        {list, "云岭氢能基金", GT_EDGE_founds, "白鹭产业基金", true},
        {visit, "蓝鲸集团", GT_EDGE_located_in, home, false},
        {doer, "星河大学", GT_EDGE_founds, "云岭氢能产业联盟", true},
        {doer, "云岭氢能产业联盟", GT_EDGE_founds, "蓝鲸集团", false},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

/* --- points -------------------------------------------------------------------------------------
 */

static void test_points(void **state)
{
    static const struct {
        const char *text;
        bool is;
        enum gt_point_kind kind;
        uint32_t number, end;
    } cases[] = {
        {"一是支持企业。", true, GT_POINT_told, 1, 2},
        {"三要支持企业。", true, GT_POINT_told, 3, 2},
        {"（十二）支持企业。", true, GT_POINT_bracketed, 12, 4},
        {"（3）支持企业。", true, GT_POINT_figure_bracketed, 3, 3},
        {"12.支持企业。", true, GT_POINT_figure, 12, 3},
        {"②支持企业。", true, GT_POINT_circled, 2, 1},
        {"其二，支持企业。", true, GT_POINT_of_these, 2, 3},
        {"第三类支持企业。", true, GT_POINT_ordinal, 3, 3},
        {"另一方面支持企业。", true, GT_POINT_side, 2, 4},
        {"——支持企业。", true, GT_POINT_dash, 0, 2},
        {"2.1亿元已到位。", false, GT_POINT_KINDS, 0, 0},
        {"2024年支持企业。", false, GT_POINT_KINDS, 0, 0},
        {"第三人民医院。", false, GT_POINT_KINDS, 0, 0},
        {"其中一家。", false, GT_POINT_KINDS, 0, 0},
        {"一批企业。", false, GT_POINT_KINDS, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
        struct sentence s;
        struct gt_point point = {0};
        read_sentence(&extractor, cases[i].text, strlen(cases[i].text), &s);
        bool is = gt_point_at(&s.all.scan, 0, &point);
        if (is != cases[i].is)
            print_message("in %s\n", cases[i].text);
        assert_int_equal(is, cases[i].is);
        if (is) {
            assert_int_equal(point.kind, cases[i].kind);
            assert_int_equal(point.number, cases[i].number);
            assert_int_equal(point.end, cases[i].end);
        }
        end_sentence(&s);
    }
}

/* Who acts along, and who is made to act, over clauses. */
static void test_partners(void **state)
{
    static const char ahead[] = "会同区工信局、区教育局，我局每月举办“云岭下午茶”活动。";
    static const char runner[] = "蓝鲸集团拿出三千万元，会同云岭科创园运营商白鹭服务公司，设立了"
                                 "云岭天使基金。";
    static const char asked[] =
        "区内设有服务窗口，并委托云岭企业协会运营“云岭会客厅”，定期组织“云岭HR沙龙”活动。";
    static const char titled[] = "1.云岭光子研究院。江州大学牵头，联合蓝鲸集团组建，今年1月入选"
                                 "“云岭雁阵”计划。";
    static const char listed[] =
        "云岭要素基金规模6亿元，出资人有两家：蓝鲸集团2.4亿元、江州引导基金"
        "1.8亿元；管理人是白鹭创投公司。";
    static const char unnamed[] =
        "拟举办云岭沉浸大会，由云岭光子联盟承办，并同期举行“云岭杯”挑战赛。";
    static const char founders[] =
        "计划联合江州大学发起设立云岭种子基金，首期5000万元，由我局出资。";
    static const struct tie ties[] = {
        {listed, "白鹭创投公司", GT_EDGE_operates, "云岭要素基金", true},
        {listed, "白鹭创投公司", GT_EDGE_operates, "江州引导基金", false},
        {unnamed, home, GT_EDGE_organises, "云岭杯", true},
        {unnamed, "云岭光子联盟", GT_EDGE_organises, "云岭杯", false},
        {founders, issuer, GT_EDGE_cooperates_with, "江州大学", false},
        {ahead, issuer, GT_EDGE_cooperates_with, "区工信局", true},
        {ahead, home, GT_EDGE_cooperates_with, "区工信局", false},
        {ahead, "区教育局", GT_EDGE_organises, "云岭下午茶", true},
        {runner, "白鹭服务公司", GT_EDGE_founds, "云岭天使基金", true},
        {runner, "云岭科创园", GT_EDGE_founds, "云岭天使基金", false},
        {asked, "云岭企业协会", GT_EDGE_organises, "云岭HR沙龙", true},
        {asked, home, GT_EDGE_organises, "云岭HR沙龙", false},
        {titled, "云岭光子研究院", GT_EDGE_participates_in, "云岭雁阵", true},
        {titled, "江州大学", GT_EDGE_participates_in, "云岭雁阵", false},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

/* Clauses that say who has which part in something, what it has or was before, and who begins what
 * others join: none of them changes of what the next ones tell. */
static void test_asides(void **state)
{
    static const char runner[] =
        "云岭英才创投基金首期1亿元，江州海创投资管理公司任执行事务合伙人，已投资蓝鲸科技公司。";
    static const char holds[] =
        "云岭科创园规模最大，下设触觉感知中心，迄今孵化公司14家，其中蓝鲸科技公司获奖。";
    static const char chair[] = "云岭光子研究院成立，安德明教授任主任，主攻氢能、类器官两个方向。";
    static const char before[] =
        "云岭数据工厂规模最大，其前身是江州湖城公司，2023年由蓝鲸集团出资1.86亿元。";
    static const char noun[] =
        "我区建成“云岭国际人才社区”，入选“云岭英才计划”，社区由蓝鲸集团投资建设。";
    static const char unknown[] =
        "云岭产业园与云岭光子研究院开展合作，实施储能项目，项目由蓝鲸集团出资。";
    static const char brought[] = "我局将引入江州大学和蓝鲸科技公司联合建设云岭打印实验室。";
    static const char begun[] = "由我局牵头，邀请蓝鲸科技公司、白鹭生物公司等19家单位组成的云岭"
                                "数字人才联盟揭牌。";
    static const char station[] = "云岭博士后联合工作站揭牌。成果经联合工作站撮合实现转化。";
    static const struct tie ties[] = {
        {runner, "云岭英才创投基金", GT_EDGE_invests_in, "蓝鲸科技公司", true},
        {runner, "江州海创投资管理公司", GT_EDGE_invests_in, "蓝鲸科技公司", false},
        {holds, "云岭科创园", GT_EDGE_incubates, "蓝鲸科技公司", true},
        {holds, "触觉感知中心", GT_EDGE_incubates, "蓝鲸科技公司", false},
        {chair, "安德明", GT_EDGE_focuses_on, "氢能", false},
        {chair, "云岭光子研究院", GT_EDGE_focuses_on, "氢能", true},
        {before, "蓝鲸集团", GT_EDGE_invests_in, "江州湖城公司", false},
        {noun, "蓝鲸集团", GT_EDGE_invests_in, "云岭国际人才社区", true},
        {noun, "蓝鲸集团", GT_EDGE_invests_in, "云岭英才计划", false},
        {unknown, "蓝鲸集团", GT_EDGE_invests_in, "云岭光子研究院", false},
        {brought, "江州大学", GT_EDGE_operates, "云岭打印实验室", true},
        {brought, issuer, GT_EDGE_operates, "云岭打印实验室", false},
        {begun, issuer, GT_EDGE_founds, "云岭数字人才联盟", true},
        {begun, issuer, GT_EDGE_member_of, "云岭数字人才联盟", true},
        {begun, "蓝鲸科技公司", GT_EDGE_member_of, "云岭数字人才联盟", true},
        {station, home, GT_EDGE_cooperates_with, "云岭博士后联合工作站", false},
    };
    (void)state;
    check(ties, UNIT_COUNT(ties));
}

static void test_groups(void **state)
{
    static const struct {
        const char *text;
        uint32_t end, n;
        enum gt_node_type type;
    } cases[] = {
        {"三所高校共建。", 4, 3, GT_NODE_university},
        {"两家企业共建。", 4, 2, GT_NODE_company},
        {"5支子基金。", 5, 5, GT_NODE_fund},
        {"十三所高校。", GT_NONE, 0, GT_NODE_university},
        {"三百家企业。", GT_NONE, 0, GT_NODE_company},
        {"三年。", GT_NONE, 0, GT_NODE_place},
    };
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(cases); i++) {
        struct sentence s;
        uint32_t n = 0, types = 0;
        read_sentence(&extractor, cases[i].text, strlen(cases[i].text), &s);
        assert_int_equal(gt_group_read(&s.all.scan, 0, &n, &types), cases[i].end);
        if (cases[i].end != GT_NONE) {
            assert_int_equal(n, cases[i].n);
            assert_true(types & 1u << cases[i].type);
        }
        end_sentence(&s);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_voice),   cmocka_unit_test(test_title),
        cmocka_unit_test(test_carried), cmocka_unit_test(test_lists),
        cmocka_unit_test(test_points),  cmocka_unit_test(test_groups),
        cmocka_unit_test(test_asides),  cmocka_unit_test(test_partners),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
