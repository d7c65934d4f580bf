-- The rules of tests/bench/pack/rules.toml over the table `facility`, in the SQL that SQLite and DuckDB share; blank
-- answers are NULL. One row a rule: id, pass, fail, unknown, not applicable. NULL in a rule is unknown, as in kijun;
-- `1 WHEN` and `0 WHEN` of a rule with a condition are counted only where the condition holds.
WITH zone_state AS (
  SELECT zone, count(*) AS members,
    count(*) FILTER (WHERE council = '○') AS established,
    count(*) FILTER (WHERE council IS NULL) AS council_blank,
    coalesce(sum(capacity), 0) AS places,
    count(*) FILTER (WHERE coordinator = '○') AS intended,
    count(*) FILTER (WHERE coordinator IS NULL) AS coordinator_blank
  FROM facility GROUP BY zone
), zone_judged AS (
  SELECT *,
    CASE WHEN established * 2 >= members THEN 1
         WHEN (established + council_blank) * 2 < members THEN 0 END AS councils,
    CASE WHEN places >= 20 * members THEN 1 ELSE 0 END AS enough_places,
    CASE WHEN intended * 8 >= 3 * members THEN 1
         WHEN (intended + coordinator_blank) * 8 < 3 * members THEN 0 END AS coordinators
  FROM zone_state
), judged AS (
  SELECT
    council = '○' AS r1,
    council = '△' AS w2, plan_on IS NOT NULL OR regexp('平成3[0-9]年度', note) AS r2,
    coordinator IN ('○', '△') AS r3,
    coordinator = '○' AS w4, budget <> '×' AS r4,
    capacity >= 5 AND capacity <= 40 AS r5,
    users <= capacity AS r6,
    occupancy <= 1.25 AS r7,
    CAST(users AS DOUBLE) / CAST(capacity AS DOUBLE) <= 1.5 AS r8,
    medical_children > 0 AS w9, nurses >= CAST(medical_children AS DOUBLE) / 10.0 AS r9,
    medical_children <= users AS r10,
    occupancy - CAST(users AS DOUBLE) / CAST(capacity AS DOUBLE) <= 0.25
      AND CAST(users AS DOUBLE) / CAST(capacity AS DOUBLE) - occupancy <= 0.25 AS r11,
    opened_on <= '2019-03-01' AS r12,
    plan_on IS NULL OR plan_on > opened_on AS r13,
    regexp('^[A-C]-[0-9]{4}$', permit) AS r14,
    note IS NOT NULL AS w15, NOT (note LIKE '未定%') AS r15,
    council <> '△' OR note LIKE '%調整%' OR note LIKE '%予定%' AS r16,
    note IS NOT NULL AS w17, NOT regexp('(検討|未定|不明)$', note) AS r17,
    capacity IS NOT NULL AND users IS NOT NULL AND opened_on IS NOT NULL AS r18,
    CASE WHEN service IS NULL THEN NULL WHEN service = '居宅' THEN nurses >= 1.0 ELSE capacity >= 10 END AS r19,
    NOT (council = '×' AND coordinator = '×' AND budget = '×') AS r20
  FROM facility
), counted AS MATERIALIZED (
  SELECT count(*) AS n,
    count(*) FILTER (WHERE r1) AS p1, count(*) FILTER (WHERE NOT r1) AS f1,
    count(*) FILTER (WHERE w2 AND r2) AS p2, count(*) FILTER (WHERE w2 AND NOT r2) AS f2,
    count(*) FILTER (WHERE NOT w2) AS o2,
    count(*) FILTER (WHERE r3) AS p3, count(*) FILTER (WHERE NOT r3) AS f3,
    count(*) FILTER (WHERE w4 AND r4) AS p4, count(*) FILTER (WHERE w4 AND NOT r4) AS f4,
    count(*) FILTER (WHERE NOT w4) AS o4,
    count(*) FILTER (WHERE r5) AS p5, count(*) FILTER (WHERE NOT r5) AS f5,
    count(*) FILTER (WHERE r6) AS p6, count(*) FILTER (WHERE NOT r6) AS f6,
    count(*) FILTER (WHERE r7) AS p7, count(*) FILTER (WHERE NOT r7) AS f7,
    count(*) FILTER (WHERE r8) AS p8, count(*) FILTER (WHERE NOT r8) AS f8,
    count(*) FILTER (WHERE w9 AND r9) AS p9, count(*) FILTER (WHERE w9 AND NOT r9) AS f9,
    count(*) FILTER (WHERE NOT w9) AS o9,
    count(*) FILTER (WHERE r10) AS p10, count(*) FILTER (WHERE NOT r10) AS f10,
    count(*) FILTER (WHERE r11) AS p11, count(*) FILTER (WHERE NOT r11) AS f11,
    count(*) FILTER (WHERE r12) AS p12, count(*) FILTER (WHERE NOT r12) AS f12,
    count(*) FILTER (WHERE r13) AS p13, count(*) FILTER (WHERE NOT r13) AS f13,
    count(*) FILTER (WHERE r14) AS p14, count(*) FILTER (WHERE NOT r14) AS f14,
    count(*) FILTER (WHERE w15 AND r15) AS p15, count(*) FILTER (WHERE w15 AND NOT r15) AS f15,
    count(*) FILTER (WHERE NOT w15) AS o15,
    count(*) FILTER (WHERE r16) AS p16, count(*) FILTER (WHERE NOT r16) AS f16,
    count(*) FILTER (WHERE w17 AND r17) AS p17, count(*) FILTER (WHERE w17 AND NOT r17) AS f17,
    count(*) FILTER (WHERE NOT w17) AS o17,
    count(*) FILTER (WHERE r18) AS p18, count(*) FILTER (WHERE NOT r18) AS f18,
    count(*) FILTER (WHERE r19) AS p19, count(*) FILTER (WHERE NOT r19) AS f19,
    count(*) FILTER (WHERE r20) AS p20, count(*) FILTER (WHERE NOT r20) AS f20
  FROM judged
)
SELECT 'council.established' AS id, p1 AS passed, f1 AS failed, n - p1 - f1 AS unknown, 0 AS outside FROM counted
UNION ALL SELECT 'council.dated', p2, f2, n - p2 - f2 - o2, o2 FROM counted
UNION ALL SELECT 'coordinator.intended', p3, f3, n - p3 - f3, 0 FROM counted
UNION ALL SELECT 'coordinator.budget', p4, f4, n - p4 - f4 - o4, o4 FROM counted
UNION ALL SELECT 'capacity.range', p5, f5, n - p5 - f5, 0 FROM counted
UNION ALL SELECT 'users.capacity', p6, f6, n - p6 - f6, 0 FROM counted
UNION ALL SELECT 'occupancy.limit', p7, f7, n - p7 - f7, 0 FROM counted
UNION ALL SELECT 'users.ratio', p8, f8, n - p8 - f8, 0 FROM counted
UNION ALL SELECT 'nurses.ratio', p9, f9, n - p9 - f9 - o9, o9 FROM counted
UNION ALL SELECT 'medical.users', p10, f10, n - p10 - f10, 0 FROM counted
UNION ALL SELECT 'occupancy.agrees', p11, f11, n - p11 - f11, 0 FROM counted
UNION ALL SELECT 'opened.before', p12, f12, n - p12 - f12, 0 FROM counted
UNION ALL SELECT 'plan.after_opening', p13, f13, n - p13 - f13, 0 FROM counted
UNION ALL SELECT 'permit.form', p14, f14, n - p14 - f14, 0 FROM counted
UNION ALL SELECT 'note.decided', p15, f15, n - p15 - f15 - o15, o15 FROM counted
UNION ALL SELECT 'note.explains', p16, f16, n - p16 - f16, 0 FROM counted
UNION ALL SELECT 'note.open', p17, f17, n - p17 - f17 - o17, o17 FROM counted
UNION ALL SELECT 'answers.complete', p18, f18, n - p18 - f18, 0 FROM counted
UNION ALL SELECT 'staffing.service', p19, f19, n - p19 - f19, 0 FROM counted
UNION ALL SELECT 'nothing.done', p20, f20, n - p20 - f20, 0 FROM counted
UNION ALL SELECT 'zone.councils', count(*) FILTER (WHERE councils), count(*) FILTER (WHERE NOT councils),
  count(*) FILTER (WHERE councils IS NULL), 0 FROM zone_judged
UNION ALL SELECT 'zone.places', count(*) FILTER (WHERE enough_places), count(*) FILTER (WHERE NOT enough_places), 0, 0
  FROM zone_judged
UNION ALL SELECT 'zone.coordinator',
  sum(intended + CASE WHEN coordinators THEN members - intended ELSE 0 END),
  sum(CASE WHEN NOT coordinators THEN members - intended - coordinator_blank ELSE 0 END),
  sum(CASE WHEN coordinators IS NULL THEN members - intended WHEN coordinators THEN 0 ELSE coordinator_blank END), 0
  FROM zone_judged
