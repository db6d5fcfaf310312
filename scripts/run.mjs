// What every script here shares: where the repository is, how to speak, how to run a program.

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The repository's root folder; every script works from here, wherever it was started. */
export const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

// A freshly installed Rust is not on the path of shells that were open before.
const cargoHome = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin");
if (existsSync(cargoHome) && !process.env.PATH.split(delimiter).includes(cargoHome)) {
  process.env.PATH = `${process.env.PATH}${delimiter}${cargoHome}`;
}

/** Something that the person in front of the screen can act on; shown without a stack. */
export class Failure extends Error {
  /** All that the program said that failed. */
  output = "";
}

export function say(line) {
  console.log(line);
}

/** Runs `main` when the file was started itself, and not imported by another script. */
export async function runIfStarted(moduleUrl, main) {
  if (!process.argv[1] || pathToFileURL(process.argv[1]).href !== moduleUrl) return;
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error);
    process.exit(1);
  }
}

/** Runs a program to its end and gives what it printed; when it fails, throws with the tail of that. */
export function run(program, parameters, options = {}) {
  const done = attempt(program, parameters, options);
  if (done.ok) return done.stdout;
  throw new Failure(`${tail(done.output)}\nFailed: ${program} ${parameters.join(" ")}`);
}

/** The same, without throwing: `{ ok, output, stdout }`. */
export function attempt(program, parameters, { env = {}, cwd = root, input, timeout } = {}) {
  const done = spawnSync(program, parameters, {
    cwd,
    input,
    timeout,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const output = (done.stdout ?? "") + (done.stderr ?? "") + (done.error ? `${done.error.message}\n` : "");
  return { ok: done.status === 0, output, stdout: done.stdout ?? "" };
}

/** Runs a program without holding up this one. */
export function runAside(program, parameters, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd, env: { ...process.env, ...env } });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (status) => {
      if (status === 0) return resolve(output);
      const failure = new Failure(`${tail(output)}\nFailed: ${program} ${parameters.join(" ")}`);
      reject(Object.assign(failure, { output }));
    });
  });
}

/** npm, also where it is not on the path but started us. */
export function npm(parameters, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return run(process.execPath, [cli, ...parameters], options);
  return run("npm", parameters, options);
}

/** A program of an installed package. */
export function tool(name) {
  return join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
}

export function tail(output, lines = 60) {
  return output.trimEnd().split("\n").slice(-lines).join("\n");
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
