-- title: Industries of two districts
-- title.zh: 两区的产业
-- about: Industries by the number of organisations of each district that focus on them; those
-- about: that both have come first.
-- about.zh: 各产业在两区中有多少机构聚焦；两区共有者在前。
-- param a district = changning: one district | 一区
-- param b district = putuo: the other | 另一区
-- column id: -
-- column name: industry | 产业
-- column in_a: in the one | 一区
-- column in_b: in the other | 另一区
-- column common: both | 共有
-- example: --a changning --b putuo
SELECT i.id, i.title AS name,
       count(DISTINCT CASE WHEN d.district = :a THEN s.source END) AS in_a,
       count(DISTINCT CASE WHEN d.district = :b THEN s.source END) AS in_b,
       CASE WHEN count(DISTINCT d.district) = 2 THEN '✓' END AS common
FROM node AS i JOIN statement AS s ON s.target = i.id JOIN document AS d ON d.id = s.document
WHERE i.type = 'industry' AND s.type = 'focuses_on' AND d.district IN (:a, :b)
GROUP BY i.id
ORDER BY common IS NULL, in_a + in_b DESC, i.id
