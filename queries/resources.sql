-- title: What a district has: universities, institutes, platforms, companies, parks
-- title.zh: 一区的资源清单
-- about: The resource list of a district: its universities, institutes, hospitals, platforms,
-- about: companies, parks and funds, with the number of ties and the industries they work on.
-- about.zh: 一区的资源清单：高校、科研院所、医院、平台、企业、园区与基金，附关系数与所涉产业。
-- param district district = putuo: whose resources | 哪个区
-- column id: -
-- column type: -
-- column kind: type | 类型
-- column name: name | 名称
-- column ties: ties | 关系数
-- column industries: industries | 所涉产业
-- example: --district putuo
SELECT n.id, n.type, term(n.type) AS kind, n.title AS name, n.ties,
       (SELECT group_concat(i.title, ' · ')
        FROM edge AS e JOIN node AS i ON i.id = e.target
        WHERE e.source = n.id AND e.type = 'focuses_on') AS industries
FROM node_district AS d JOIN node AS n ON n.id = d.node
WHERE d.district = :district
  AND n.type IN ('university', 'institute', 'hospital', 'platform', 'company', 'park', 'fund')
ORDER BY CASE n.type WHEN 'university' THEN 1 WHEN 'institute' THEN 2 WHEN 'hospital' THEN 3
                     WHEN 'platform' THEN 4 WHEN 'company' THEN 5 WHEN 'park' THEN 6 ELSE 7 END,
         n.ties DESC, n.id
