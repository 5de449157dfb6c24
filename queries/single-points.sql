-- title: Single points of failure
-- title.zh: 单点依赖
-- about: Organisations without which parts of the network would hang together no longer, with
-- about: what hangs on them alone: neighbours without any other tie.
-- about.zh: 一旦缺失就会使网络断开的机构，及只与其相连的邻居。
-- param district district =: only this ecosystem | 只看该区生态
-- column id: -
-- column name: name | 名称
-- column kind: type | 类型
-- column ties: ties | 关系数
-- column only_here: hang on it alone | 仅与其相连
-- column which: which | 名称
-- example: 
SELECT n.id, n.title AS name, term(n.type) AS kind, n.ties,
       count(o.id) AS only_here, group_concat(o.title, ' · ') AS which
FROM centrality('articulation_point') AS c JOIN node AS n ON n.id = c.id
     LEFT JOIN node AS o ON o.id IN (SELECT other FROM tie WHERE node = n.id) AND o.ties = 1
WHERE c.value > 0 AND NOT (n.type = 'place' AND n.level IS 'district')
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
GROUP BY n.id
ORDER BY only_here DESC, n.ties DESC, n.id
