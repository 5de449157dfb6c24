-- title: Parks, who runs them, and what they host
-- title.zh: 园区：由谁运营、承载什么
-- about: Parks and incubators of a district with who runs them, what they incubate or what sits
-- about: in them, and their industries.
-- about.zh: 一区的园区与孵化器，由谁运营，孵化或入驻了什么，聚焦哪些产业。
-- param district district = changning: whose parks | 哪个区
-- column id: -
-- column name: park | 园区
-- column operators: run by | 运营方
-- column hosts: hosts | 承载
-- column industries: industries | 产业
-- example: --district changning
SELECT n.id, n.title AS name,
       (SELECT group_concat(o.title, ' · ') FROM edge AS e JOIN node AS o ON o.id = e.source
        WHERE e.target = n.id AND e.type = 'operates') AS operators,
       (SELECT group_concat(title, ' · ')
        FROM (SELECT h.title FROM edge AS e JOIN node AS h ON h.id = e.target
              WHERE e.source = n.id AND e.type = 'incubates'
              UNION SELECT h.title FROM edge AS e JOIN node AS h ON h.id = e.source
              WHERE e.target = n.id AND e.type IN ('located_in', 'part_of'))) AS hosts,
       (SELECT group_concat(i.title, ' · ') FROM edge AS e JOIN node AS i ON i.id = e.target
        WHERE e.source = n.id AND e.type = 'focuses_on') AS industries
FROM node_district AS d JOIN node AS n ON n.id = d.node
WHERE d.district = :district AND n.type = 'park'
ORDER BY n.ties DESC, n.id
