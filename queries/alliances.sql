-- title: Alliances and their members
-- title.zh: 联盟及其成员
-- about: Alliances, consortia and committees of a district, who founded them, and their members.
-- about.zh: 一区的联盟、创新联合体与委员会，及其发起方与成员。
-- param district district =: only this ecosystem | 只看该区生态
-- column id: -
-- column name: alliance | 联盟
-- column state: status | 状态
-- column founders: founded by | 发起方
-- column members: members | 成员数
-- column who: who | 成员
-- example: --district changning
SELECT a.id, a.title AS name,
       (SELECT term(e.status) FROM edge AS e WHERE e.target = a.id AND e.type = 'founds'
        ORDER BY e.until DESC LIMIT 1) AS state,
       (SELECT group_concat(n.title, ' · ') FROM edge AS e JOIN node AS n ON n.id = e.source
        WHERE e.target = a.id AND e.type = 'founds') AS founders,
       (SELECT count(*) FROM edge AS e WHERE e.target = a.id AND e.type = 'member_of') AS members,
       (SELECT group_concat(n.title, ' · ') FROM edge AS e JOIN node AS n ON n.id = e.source
        WHERE e.target = a.id AND e.type = 'member_of') AS who
FROM node AS a
WHERE a.type = 'alliance'
  AND (:district IS NULL OR EXISTS (SELECT 1 FROM node_district AS d
                                    WHERE d.node = a.id AND d.district = :district))
ORDER BY members DESC, a.id
