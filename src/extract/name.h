/* name.h: what the words around a name made of class words say of it (name_around.c). */
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

#endif
