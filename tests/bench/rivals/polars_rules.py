"""polars_rules.py ANSWERS: the rules in Polars, from the CSV to the counts. `seconds` leaves out the start of Python
and the import of the library; the number of threads is POLARS_MAX_THREADS."""

import sys
import time

import polars as pl

NUMBERS = {"capacity": pl.Int32, "users": pl.Int32, "medical_children": pl.Int32, "nurses": pl.Float64,
           "occupancy": pl.Float64}
COLUMNS = ["id", "name", "zone", "council", "coordinator", "budget", "service", *NUMBERS, "opened_on", "plan_on",
           "permit", "note"]

council, coordinator, budget, service, permit, note = map(
    pl.col, ("council", "coordinator", "budget", "service", "permit", "note"))
capacity, users, medical_children, nurses, occupancy = map(pl.col, NUMBERS)
opened_on, plan_on = pl.col("opened_on"), pl.col("plan_on")
ratio = users.cast(pl.Float64) / capacity.cast(pl.Float64)

# id: (when or None, require); null is unknown.
RULES = {
    "council.established": (None, council == "○"),
    "council.dated": (council == "△", plan_on.is_not_null() | note.str.contains("平成3[0-9]年度")),
    "coordinator.intended": (None, coordinator.is_in(["○", "△"])),
    "coordinator.budget": (coordinator == "○", budget != "×"),
    "capacity.range": (None, (capacity >= 5) & (capacity <= 40)),
    "users.capacity": (None, users <= capacity),
    "occupancy.limit": (None, occupancy <= 1.25),
    "users.ratio": (None, ratio <= 1.5),
    "nurses.ratio": (medical_children > 0, nurses >= medical_children.cast(pl.Float64) / 10.0),
    "medical.users": (None, medical_children <= users),
    "occupancy.agrees": (None, (occupancy - ratio <= 0.25) & (ratio - occupancy <= 0.25)),
    "opened.before": (None, opened_on <= pl.date(2019, 3, 1)),
    "plan.after_opening": (None, plan_on.is_null() | (plan_on > opened_on)),
    "permit.form": (None, permit.str.contains("^[A-C]-[0-9]{4}$")),
    "note.decided": (note.is_not_null(), ~note.str.starts_with("未定")),
    "note.explains": (None, (council != "△") | note.str.contains("調整", literal=True)
                      | note.str.contains("予定", literal=True)),
    "note.open": (note.is_not_null(), ~note.str.contains("(検討|未定|不明)$")),
    "answers.complete": (None, capacity.is_not_null() & users.is_not_null() & opened_on.is_not_null()),
    # `when/then` takes null for false, so the unanswered service is put first.
    "staffing.service": (None, pl.when(service.is_null()).then(None).when(service == "居宅").then(nurses >= 1.0)
                         .otherwise(capacity >= 10)),
    "nothing.done": (None, ~((council == "×") & (coordinator == "×") & (budget == "×"))),
}


def count_rows(facilities):
    """The counts of the rules about one record: {id: (pass, fail, unknown, not applicable)}."""
    sums = []
    for rule, (when, require) in RULES.items():
        applies = pl.lit(True) if when is None else when
        sums.append((applies & require).sum().alias(rule + "/pass"))
        sums.append((applies & ~require).sum().alias(rule + "/fail"))
        if when is not None:
            sums.append((~when).sum().alias(rule + "/outside"))
    row = facilities.lazy().select(sums).collect().row(0, named=True)
    counts = {}
    for rule in RULES:
        passed, failed, outside = row[rule + "/pass"], row[rule + "/fail"], row.get(rule + "/outside", 0)
        counts[rule] = (passed, failed, facilities.height - passed - failed - outside, outside)
    return counts


def share(yes, unknown, of, numerator, denominator):
    """Whether a share is reached: null while the unanswered could turn it."""
    return (pl.when(yes * denominator >= numerator * of).then(True)
            .when((yes + unknown) * denominator < numerator * of).then(False))


def tally(truths, weights):
    truth = pl.DataFrame({"truth": truths, "weight": weights})
    return [truth.filter(chosen)["weight"].sum() for chosen in
            (pl.col("truth"), ~pl.col("truth"), pl.col("truth").is_null())]


def count_zones(facilities):
    zones = facilities.lazy().group_by("zone").agg(
        pl.len().cast(pl.Int64).alias("members"),
        (council == "○").sum().cast(pl.Int64).alias("established"),
        council.is_null().sum().cast(pl.Int64).alias("council_blank"),
        capacity.sum().cast(pl.Int64).alias("places"),
        (coordinator == "○").sum().cast(pl.Int64).alias("intended"),
        coordinator.is_null().sum().cast(pl.Int64).alias("coordinator_blank"),
    ).collect()
    members, intended, blank = pl.col("members"), pl.col("intended"), pl.col("coordinator_blank")
    zones = zones.with_columns(
        share(pl.col("established"), pl.col("council_blank"), members, 1, 2).alias("councils"),
        (pl.col("places") >= 20 * members).alias("enough"),
        share(intended, blank, members, 3, 8).alias("placed"))
    ones = [1] * zones.height
    passed, failed, unknown = tally(zones["placed"], zones.select(members - intended - blank).to_series())
    passed_blank, failed_blank, unknown_blank = tally(zones["placed"], zones["coordinator_blank"])
    return {
        "zone.councils": (*tally(zones["councils"], ones), 0),
        "zone.places": (*tally(zones["enough"], ones), 0),
        "zone.coordinator": (zones["intended"].sum() + passed + passed_blank, failed,
                             unknown + unknown_blank + failed_blank, 0),
    }


def main():
    start, cpu_start = time.perf_counter(), time.process_time()
    text = dict.fromkeys(COLUMNS, pl.String) | NUMBERS | {"opened_on": pl.Date, "plan_on": pl.Date}
    facilities = pl.read_csv(sys.argv[1], has_header=False, skip_rows=1, schema=text)
    counts = count_rows(facilities) | count_zones(facilities)
    print("seconds", time.perf_counter() - start, time.process_time() - cpu_start)
    for rule, outcomes in counts.items():
        print(rule, *outcomes)


main()
