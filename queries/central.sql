-- title: Who is central, with its ties by status
-- title.zh: 核心机构及其关系状态
-- about: The first organisations by a measure of centrality, with their ties by status. Places
-- about: and industries are left out.
-- about.zh: 按中心性指标排在前列的机构，及其各状态的关系数。不含区域与产业。
-- param measure measure = betweenness: measure | 指标
-- param district district =: only this ecosystem | 只看该区生态
-- param top integer = 10: how many | 数目
-- column id: -
-- column rank: rank in all | 总名次
-- column name: name | 名称
-- column kind: type | 类型
-- column value: value | 数值
-- column past: done | 已完成
-- column ongoing: ongoing | 进行中
-- column planned: planned | 计划
-- example: --measure pagerank --district putuo
SELECT n.id, c.rank, n.title AS name, term(n.type) AS kind, c.value,
       (SELECT count(*) FROM tie AS t WHERE t.node = n.id AND t.status = 'past') AS past,
       (SELECT count(*) FROM tie AS t WHERE t.node = n.id AND t.status = 'ongoing') AS ongoing,
       (SELECT count(*) FROM tie AS t WHERE t.node = n.id AND t.status = 'planned') AS planned
FROM centrality(:measure) AS c JOIN node AS n ON n.id = c.id
WHERE n.type NOT IN ('place', 'industry')
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY c.rank, n.id
LIMIT :top
