-- title: Communities and who leads them
-- title.zh: 社区及其核心
-- about: Groups with more ties inside than between them (Leiden, modularity), with their size,
-- about: districts and most central members.
-- about.zh: 内部联系多于外部的群组（Leiden 算法），及其规模、所在区与最核心的成员。
-- param least integer = 5: smallest size | 最小规模
-- column community: community | 社区
-- column size: size | 规模
-- column districts: ecosystems | 所在生态
-- column members: most central | 最核心者
-- example: --least 10
WITH member AS (
       SELECT c.community, c.size, n.id, n.title, n.district, p.value,
              row_number() OVER (PARTITION BY c.community ORDER BY p.value DESC, n.id) AS place
       FROM community() AS c JOIN node AS n ON n.id = c.id
            JOIN centrality('pagerank') AS p ON p.id = n.id)
SELECT community, size,
       (SELECT term(group_concat(x)) FROM (SELECT DISTINCT d.district AS x
                                     FROM member AS k JOIN node_district AS d ON d.node = k.id
                                     WHERE k.community = m.community ORDER BY x)) AS districts,
       group_concat(title, ' · ') AS members
FROM member AS m
WHERE place <= 5 AND size >= :least
GROUP BY community
ORDER BY community
