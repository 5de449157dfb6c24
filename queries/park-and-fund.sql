-- title: Companies that have a park, a fund, or both
-- title.zh: 企业的园区与基金
-- about: Companies with the parks that host them (or in which they sit) and the funds and
-- about: investors behind them; 'both' marks those that have a park and a fund.
-- about.zh: 企业所在或孵化其的园区，以及背后的基金与投资方；两者兼有者予以标明。
-- param both integer = 0: 1 lists only those with both | 1 为只列两者兼有者
-- column id: -
-- column name: company | 企业
-- column parks: park | 园区
-- column funds: capital | 资本
-- column both: both | 兼有
-- example: 
WITH park(company, title) AS (
       SELECT e.target, p.title FROM edge AS e JOIN node AS p ON p.id = e.source
       WHERE e.type IN ('incubates', 'operates') AND p.type IN ('park', 'platform')
       UNION
       SELECT t.node, p.title FROM tie AS t JOIN node AS p ON p.id = t.other
       WHERE t.outgoing AND t.type IN ('located_in', 'part_of', 'operates', 'invests_in')
         AND p.type = 'park'),
     fund(company, title) AS (
       SELECT t.node, f.title FROM tie AS t JOIN node AS f ON f.id = t.other
       WHERE t.type IN ('invests_in', 'founds', 'operates') AND (f.type = 'fund' OR
             (t.type = 'invests_in' AND t.incoming)))
SELECT n.id, n.title AS name,
       (SELECT group_concat(title, ' · ') FROM park WHERE company = n.id) AS parks,
       (SELECT group_concat(title, ' · ') FROM fund WHERE company = n.id) AS funds,
       CASE WHEN n.id IN (SELECT company FROM park) AND n.id IN (SELECT company FROM fund)
            THEN '✓' END AS both
FROM node AS n
WHERE n.type = 'company' AND (parks IS NOT NULL OR funds IS NOT NULL)
  AND (NOT :both OR (parks IS NOT NULL AND funds IS NOT NULL))
ORDER BY both IS NULL, n.id
