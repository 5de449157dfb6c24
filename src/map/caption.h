/* caption.h: what the texts around the field say. They belong to the scene's arena. */
#ifndef GT_MAP_CAPTION_H
#define GT_MAP_CAPTION_H

#include "map/scene.h"

/* The title in a language; the second language's is "" when it is the same. */
const char *gt_caption_title(struct gt_scene *scene, enum gt_lang lang);

/* How much is drawn of how much there is, and what is not: "节点 114 / 256 · 关系 ...". */
const char *gt_caption_counts(struct gt_scene *scene, enum gt_lang lang);

/* The documents that state what is drawn: "来源：长商务发〔2024〕5号；第085号提案答复". */
const char *gt_caption_sources(struct gt_scene *scene);

/* How the picture was made. Without places yet, figures as long as they may become. */
const char *gt_caption_stamp(struct gt_scene *scene, enum gt_lang lang);

#endif
