// The two commands begin on a machine that has nothing yet: what they import at once is Node's own or theirs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

for (const entry of ["scripts/start.mjs", "scripts/test.mjs"]) {
  test(`${entry} starts before any package is there`, () => {
    const queue = [entry];
    const seen = new Set();
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (seen.has(file)) continue;
      seen.add(file);
      for (const [, name] of readFileSync(file, "utf8").matchAll(/^import\b[^;]*?["']([^"']+)["'];/gm)) {
        assert.match(name, /^(node:|\.)/, `${file} imports ${name}`);
        if (name.startsWith(".")) queue.push(join(dirname(file), name));
      }
    }
    assert.ok(seen.size > 3, "its own files were followed");
  });
}
