// Where pages are rendered on a server, the element is imported like in the browser: nothing throws, nothing is defined.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runUserCode } from "./installed.mjs";

for (const condition of ["node", "edge-light", "workerd"]) {
  test(`importing the element does nothing on a server (${condition})`, () => {
    const code = `
      await import("export-risk/element/register");
      const { ExportRiskCalculator } = await import("export-risk/element");
      let said;
      try { new ExportRiskCalculator(); } catch (error) { said = error.message; }
      console.log(typeof globalThis.customElements, said);`;
    assert.match(runUserCode(code, [`--conditions=${condition}`]), /^undefined .*lives in browsers/);
  });
}
