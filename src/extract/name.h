/* name.h: what tells a name from words that end like one: the words around it (name_around.c), and
 * what it is made of (name_none.c). */
#ifndef GT_EXTRACT_NAME_H
#define GT_EXTRACT_NAME_H

#include "extract/scan.h"

/* True when an industry of the lexicon stands in [start, end). */
bool gt_name_has_track(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* True when the text in front of a name founds it: 成立, 设立, also before a long attribute. */
bool gt_name_is_founded(const struct gt_scan *scan, uint32_t start);

/* True when it carries out what ends so: 启动先进制造业专项行动. */
bool gt_name_is_started(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start);

/* True for the whole world's or nation's of a track: 世界机器人博览会. */
bool gt_name_is_of_all(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                       uint32_t ending);

/* True when it sets up or holds what ends so: 搭建智慧燃气监管平台, 召开能源保供专题会议. */
bool gt_name_is_set_up(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start);

/* True when its clause begins with it and says who leads it: 电力装备产业集群由某某牵头. */
bool gt_name_is_led(const struct gt_scan *scan, uint32_t start, uint32_t end);

/* True when the next clause begins with what the name ends with: 建设示范项目，项目由…承担. */
bool gt_name_is_taken_up(const struct gt_scan *scan, uint32_t start, const struct gt_hit *ending);

/* True when the front of [start, ending) says that it names nothing: a count (两个大局), what a
 * firm is (全资子公司), a list in quotes. */
bool gt_name_is_none(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                     const struct gt_hit *ending);

/* True when it is a figure of speech, or a class that a place's name stands in front of. */
bool gt_name_is_figure(const struct gt_scan *scan, const struct gt_suffix *suffix, uint32_t start,
                       const struct gt_hit *ending);

/* True when what ends at `end` is counted behind it: 街道养老服务中心46个. */
bool gt_name_is_counted(const struct gt_scan *scan, uint32_t end);

#endif
