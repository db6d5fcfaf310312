// How results are measured, told and kept.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";

const told = [];

/** Says a line, and keeps it for the file of results. */
export function tell(text) {
  console.log(text);
  told.push(text);
}

/** Times alternatives in turns and prints the median of each, with its spread and its ratio to the first. */
export function compare(title, alternatives) {
  const entries = Object.entries(alternatives).map(([name, work]) => ({ name, work, batch: batchOf(work), times: [] }));
  for (let round = 0; round < 31; round++) {
    for (const entry of entries) {
      const begin = process.hrtime.bigint();
      for (let i = 0; i < entry.batch; i++) entry.work();
      entry.times.push(Number(process.hrtime.bigint() - begin) / 1000 / entry.batch);
    }
  }
  const first = median(entries[0].times);
  table(title, ["", "µs", "quartiles", "ratio"], entries.map(({ name, times }) => {
    const sorted = times.toSorted((a, b) => a - b);
    const quartiles = `${sorted[7].toFixed(2)} to ${sorted[23].toFixed(2)}`;
    return [name, median(times).toFixed(2), quartiles, `${(median(times) / first).toFixed(2)} ×`];
  }));
}

/** How many calls take about four milliseconds, after a warm-up. */
function batchOf(work) {
  const end = performance.now() + 150;
  let calls = 0;
  while (performance.now() < end) {
    work();
    calls++;
  }
  return Math.max(1, Math.round(calls / 37));
}

export function median(times) {
  return times.toSorted((a, b) => a - b)[times.length >> 1];
}

export function table(title, head, rows) {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  ").trimEnd();
  tell(`${title}\n${line(head)}\n${rows.map(line).join("\n")}\n`);
}

/** Writes all that was told to `benches/RESULTS.md`, with the machine and the day. */
export function keep(version, seconds) {
  const rust = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
  const [cpu] = cpus();
  const facts = [
    `- ${new Date().toISOString().slice(0, 10)}, export-risk ${version}; the whole run took ${Math.round(seconds / 60)} minutes`,
    `- ${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; ${process.platform} ${process.arch}`,
    `- Node ${process.version} (V8 ${process.versions.v8}), ${rust}`,
  ];
  const text = `# Results of the benchmarks

Written by \`npm run bench -- --write\`. What stands in one table was measured in turns within one run: the ratios hold, the times are those
of this machine. No test depends on a time.

${facts.join("\n")}

![Time and memory of a book by its rows](growth.svg)

\`\`\`text
${told.join("\n").trim()}
\`\`\`
`;
  writeFileSync(new URL("RESULTS.md", import.meta.url), text);
}
