// The SQL of docs/data.md, on the engines that a package registry has: it counts what the importer counts, to the last one.
import { DuckDBInstance } from "@duckdb/node-api";
import { PGlite } from "@electric-sql/pglite";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import initSqlite from "sql.js";
import { expect, test } from "../fixtures.js";
import { shell } from "../shell.js";

const [PURCHASE, SILENT] = ["Order", 30];
const document = readFileSync(fileURLToPath(new URL("../../../docs/data.md", import.meta.url)), "utf8");
const blocks = Object.fromEntries([...document.matchAll(/<!-- sql: (\w+) -->\n```sql\n([^]*?)```/g)].map(([, name, sql]) => [name, sql]));

/** The query of an engine: its own beginning, and what all have. */
const query = (engine) => blocks[engine] + blocks.counts.replace("'Order'", `'${PURCHASE}'`).replace("30.0", `${SILENT}.0`);

/** Statements that fill the table of events; `time` writes a time that comes in milliseconds. */
function filling(events, types, time) {
  const rows = events.map(({ case: id, step, time: at }, n) => `('${id}', '${step.replaceAll("'", "''")}', ${time(at)}, ${n})`);
  const parts = Array.from({ length: Math.ceil(rows.length / 1_000) }, (_, n) => rows.slice(n * 1_000, (n + 1) * 1_000));
  return [`CREATE TABLE events (case_id ${types[0]}, step ${types[0]}, time ${types[1]}, n ${types[2]})`, ...parts.map((part) => `INSERT INTO events VALUES ${part.join(", ")}`)];
}

/** Each gives the rows of the query as lists. */
const engines = {
  DuckDB: async (events) => {
    const base = await (await DuckDBInstance.create(":memory:")).connect();
    for (const statement of filling(events, ["VARCHAR", "TIMESTAMP", "BIGINT"], (at) => `make_timestamp(${at}000)`)) await base.run(statement);
    return (await base.runAndReadAll(query("duckdb"))).getRows();
  },
  Postgres: async (events) => {
    const base = await PGlite.create();
    const time = (at) => `to_timestamp(${at} / 1000.0) AT TIME ZONE 'UTC'`;
    for (const statement of filling(events, ["text", "timestamp", "bigint"], time)) await base.exec(statement);
    const { rows } = await base.query(query("postgres"), [], { rowMode: "array" });
    await base.close();
    return rows;
  },
  SQLite: async (events) => {
    const base = new (await initSqlite()).Database();
    for (const statement of filling(events, ["text", "integer", "integer"], (at) => at)) base.run(statement);
    return base.exec(query("sqlite"))[0].values;
  },
};

/** A table of text as objects by its headings; nothing in it holds a quotation mark. */
function table(text) {
  const [headings, ...lines] = text.trim().split("\n").map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(headings.map((heading, n) => [heading, cells[n] ?? ""])));
}

/** Whole counts by step and next, without what is empty, and the days to what came next. */
const counts = (rows) =>
  Object.fromEntries(
    rows.map(([step, next, ...numbers]) => [
      `${step ?? ""} > ${next ?? ""}`,
      { counted: numbers.slice(0, 5).map((number) => Number(number ?? 0)), days: Number(numbers[5] ?? 0) },
    ]),
  );

/** The steps that somebody met before they bought, or without buying. */
function before(events) {
  const [bought, met] = [new Set(), new Set()];
  for (const { case: id, step } of events) {
    if (!bought.has(id)) met.add(step);
    if (step === PURCHASE) bought.add(id);
  }
  return met;
}

for (const [engine, run] of Object.entries(engines)) {
  test(`${engine} counts a log as the importer does`, async ({}, info) => {
    const [log, made, counted] = ["log.csv", "made.json", "counts.csv"].map((name) => info.outputPath(name));
    // Cut off in the middle, so that some are open.
    execFileSync(shell, ["log", "telecom", "--customers", "3000", "--until", "300", "--plain", "--out", log]);
    const read = ["--purchase", PURCHASE, "--leaving", "Left", "--silent", String(SILENT), "--rare", "0", "--persona", ""];
    execFileSync(shell, ["import", "log", log, ...read, "--out", made, "--counts", counted]);
    const events = table(readFileSync(log, "utf8"));
    const columns = ["step", "next", "reached", "went_on", "ended", "again", "open", "days"];
    const rows = table(readFileSync(counted, "utf8")).map((row) => columns.map((name) => row[name]));
    // What comes after the purchase is no part of the query.
    const early = before(events);
    const ours = counts(rows.filter(([step, next]) => [step, next].every((name) => !name || early.has(name)) && !(step === PURCHASE && next)));
    const theirs = counts(await run(events));
    expect(Object.keys(ours).length).toBeGreaterThan(10);
    expect(Object.values(ours).some(({ counted: [, , , , open] }) => open > 0), "some are open").toBe(true);
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(ours).sort());
    for (const [way, { counted, days }] of Object.entries(theirs)) {
      expect(counted, way).toEqual(ours[way].counted);
      expect(days, way).toBeCloseTo(ours[way].days, 6);
    }
  });
}
