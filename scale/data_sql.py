"""Runs the SQL of docs/data.md on a log and holds what it counts against `kedja import log`: `make data-sql`.

Spark where this Python has it (`pip install pyspark`, and Java), else DuckDB where it has that (`pip install duckdb`), else SQLite, which
every Python has. It says which of them it was.
"""

import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
KEDJA = TOP / "target" / "release" / "kedja"
PURCHASE, SILENT = "Order", 30


def query(engine):
    """The SQL of the document, with the beginning that the engine needs."""
    text = (TOP / "docs" / "data.md").read_text()
    blocks = dict(re.findall(r"<!-- sql: (\w+) -->\n```sql\n(.*?)```", text, re.S))
    return blocks[engine] + blocks["counts"].replace("'Order'", f"'{PURCHASE}'").replace("30.0", f"{SILENT}.0")


def on_spark(rows):
    from datetime import datetime, timezone

    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    moment = lambda at: datetime.fromtimestamp(at / 1000, timezone.utc)
    typed = [(case, step, moment(at), n) for case, step, at, n in rows]
    session.createDataFrame(typed, "case_id string, step string, time timestamp, n bigint").createOrReplaceTempView("events")
    return "Spark", [tuple(row) for row in session.sql(query("spark")).collect()]


def on_duckdb(rows):
    import duckdb

    base = duckdb.connect()
    base.execute("create table events (case_id varchar, step varchar, time timestamp, n bigint)")
    base.executemany("insert into events values (?, ?, make_timestamp(? * 1000), ?)", rows)
    return "DuckDB", base.execute(query("duckdb")).fetchall()


def on_sqlite(rows):
    import sqlite3

    base = sqlite3.connect(":memory:")
    base.execute("create table events (case_id text, step text, time integer, n integer)")
    base.executemany("insert into events values (?, ?, ?, ?)", rows)
    return "SQLite", base.execute(query("sqlite")).fetchall()


def run(rows):
    for engine in (on_spark, on_duckdb):
        try:
            return engine(rows)
        except ImportError:
            continue
    return on_sqlite(rows)


def counts(rows):
    """Whole counts by step and next, without what is empty."""
    names = ["reached", "went_on", "ended", "again", "open"]
    number = lambda cell: int(cell) if cell not in (None, "") else 0
    return {(r[0] or "", r[1] or ""): dict(zip(names, map(number, r[2:7]))) for r in rows}


def main():
    with tempfile.TemporaryDirectory() as folder:
        log, out = Path(folder) / "log.csv", Path(folder) / "counts.csv"
        # Cut off in the middle, so that some are open.
        make = ["log", "telecom", "--customers", "5000", "--until", "300", "--plain", "--out", log]
        subprocess.run([KEDJA, *make], check=True, stdout=subprocess.DEVNULL)
        read = ["import", "log", log, "--purchase", PURCHASE, "--leaving", "Left", "--silent", str(SILENT), "--rare", "0"]
        subprocess.run([KEDJA, *read, "--out", Path(folder) / "made.json", "--counts", out], check=True, stdout=subprocess.DEVNULL)
        events = [(r["case"], r["step"], int(r["time"]), n) for n, r in enumerate(csv.DictReader(log.open()))]
        ours = counts([list(r.values()) for r in csv.DictReader(out.open())])
    engine, rows = run(events)
    theirs = counts(rows)
    wrong = [(key, found, ours.get(key)) for key, found in theirs.items() if found != ours.get(key)]
    for key, found, right in wrong:
        print(f"{key}: SQL {found}, importer {right}")
    print(f"{engine}: {len(events)} events, {len(theirs)} rows of counts, {len(wrong)} differ")
    sys.exit(1 if wrong or not theirs else 0)


main()
