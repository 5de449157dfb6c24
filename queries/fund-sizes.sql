-- title: Funds and their volumes
-- title.zh: 基金及其规模
-- about: Funds with their stated volume (a volume that several funds share is marked), who put
-- about: capital in, and what they invest in.
-- about.zh: 各基金所述规模（几只基金合计者注明）、出资方与投向。
-- param district district =: only funds in this ecosystem | 只看该区生态
-- column id: -
-- column name: fund | 基金
-- column size: volume, CNY | 规模（元）
-- column joint: shared by several | 合计
-- column givers: capital from | 出资方
-- column receivers: invested in | 投向
-- example: 
SELECT n.id, n.title AS name, n.size, CASE WHEN n.size_joint THEN '✓' END AS joint,
       (SELECT group_concat(g.title, ' · ') FROM edge AS e JOIN node AS g ON g.id = e.source
        WHERE e.target = n.id AND e.type IN ('invests_in', 'founds')) AS givers,
       (SELECT group_concat(r.title, ' · ') FROM edge AS e JOIN node AS r ON r.id = e.target
        WHERE e.source = n.id AND e.type = 'invests_in') AS receivers
FROM node AS n
WHERE n.type = 'fund'
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = n.id AND d.district = :district))
ORDER BY n.size DESC, n.id
