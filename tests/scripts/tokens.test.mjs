// The look is documented as it is: tokens, meanings, uses and contrast.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const file = readFileSync("www/styles/tokens.ts", "utf8");
const css = file.slice(file.indexOf("css`"));
const doc = readFileSync("docs/design-tokens.md", "utf8");
const rows = doc.split("\n").filter((line) => line.startsWith("| `--_") || line.startsWith("|  | `--export")).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
const documented = rows.filter(([name, second]) => name && !second.startsWith("--_"));
const sources = readdirSync("www", { recursive: true }).filter((name) => /\.(ts|css)$/.test(name) && !name.endsWith("tokens.ts"))
  .map((name) => ({ name, text: readFileSync(`www/${name}`, "utf8") }));

/** Name, public name, value or light and dark, of each token. */
const tokens = [...css.matchAll(/(--_[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => {
  const outer = /^var\(\s*(--export-risk-[\w-]+)/.exec(value)?.[1] ?? "";
  const colours = /light-dark\((#\w+), (#\w+)\)/.exec(value);
  const plain = value.replace(/^var\(--export-risk-[\w-]+, (.+)\)$/s, "$1");
  return { name, outer, light: colours?.[1], dark: colours?.[2], value: plain };
});

test("every token is documented with its public name, value and meaning, and nothing else is", () => {
  assert.deepEqual(documented.map(([name]) => name).sort(), tokens.map(({ name }) => name).sort());
  for (const token of tokens) {
    const [, outer, ...rest] = documented.find(([name]) => name === token.name);
    assert.equal(outer, token.outer, token.name);
    const meaning = rest.at(-1);
    assert.ok(meaning.length > 5, token.name);
    if (token.light) assert.deepEqual(rest.slice(0, 2), [token.light, token.dark], token.name);
    else if (!/font|mono|steady/.test(token.name)) assert.equal(rest[0], token.value, token.name);
  }
});

test("every token is used, and what is used exists", () => {
  const used = new Set(sources.flatMap(({ text }) => [...text.matchAll(/var\((--_[\w-]+)/g)].map(([, name]) => name)));
  // What is measured is set by a script.
  const text = sources.map((source) => source.text).join("\n");
  assert.deepEqual(tokens.filter(({ name }) => !used.has(name)).map(({ name }) => name), []);
  const defined = new Set([...tokens.map(({ name }) => name), ...[...text.matchAll(/(--_[\w-]+)(?::|", )/g)].map(([, name]) => name)]);
  assert.deepEqual([...used].filter((name) => !defined.has(name)), []);
  const outer = new Set([...file.matchAll(/var\(\s*(--export-risk-[\w-]+)/g), ...text.matchAll(/var\(\s*(--export-risk-[\w-]+)/g)].map(([, name]) => name));
  const told = new Set([...doc.matchAll(/`(--export-risk-[\w-]+)`/g)].map(([, name]) => name));
  assert.deepEqual([...outer].sort(), [...told].sort());
});

test("styles of the element take sizes of type, colours and shadows from tokens alone", () => {
  for (const { name, text } of sources.filter(({ text }) => text.includes("css`"))) {
    const printed = text.indexOf("@media print");
    const screen = printed < 0 ? text : text.slice(0, printed);
    assert.deepEqual(screen.match(/font-size: [\d.]+rem/g), null, name);
    assert.deepEqual(text.match(/#[0-9a-f]{3,8}\b(?=[;,) ])/gi), null, name);
    assert.deepEqual(text.match(/rgba?\(/g), null, name);
  }
});

test("text stands out from its ground, in light and in dark", () => {
  const pairs = doc.slice(doc.indexOf("### Contrast")).split("\n").filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
  assert.ok(pairs.length > 10);
  for (const [text, grounds, least] of pairs) {
    for (const ground of grounds.split(", ")) {
      for (const scheme of ["light", "dark"]) {
        const colour = (name) => tokens.find((token) => token.name === name)[scheme];
        const found = contrast(colour(text), colour(ground));
        assert.ok(found >= Number(least), `${text} on ${ground}, ${scheme}: ${found.toFixed(2)}`);
      }
    }
  }
});

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of relative luminances. */
function contrast(first, second) {
  const [light, dark] = [first, second].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
