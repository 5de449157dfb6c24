-- title: How two entities are connected
-- title.zh: 两个实体如何相连
-- about: The shortest ways between two entities, hop by hop, with relation, status and evidence.
-- about: The districts' own places are left out unless asked for.
-- about.zh: 两个实体之间的最短路径，逐步列出关系、状态与出处。默认不经过各区本身。
-- param a entity: from | 起点
-- param b entity: to | 终点
-- param count integer = 3: how many ways | 路径数
-- param places integer = 0: 1 lets ways run through districts | 1 为可经过各区本身
-- column path: way | 路径
-- column hop: hop | 步
-- column edge: -
-- column source: -
-- column target: -
-- column from_name: from | 从
-- column relation: relation | 关系
-- column to_name: to | 到
-- column state: status | 状态
-- column evidence: evidence | 出处
-- example: --a 东华大学 --b 新微集团
SELECT p.path, p.hop, p.edge, p.source, p.target, a.title AS from_name,
       CASE WHEN e.mutual THEN '↔ ' WHEN e.source = p.source THEN '→ ' ELSE '← ' END
       || term(e.type) AS relation,
       b.title AS to_name, term(e.status) AS state, evidence(e.id) AS evidence
FROM path(:a, :b, :count, :places) AS p JOIN edge AS e ON e.id = p.edge
     JOIN node AS a ON a.id = p.source JOIN node AS b ON b.id = p.target
ORDER BY p.path, p.hop, p.edge
