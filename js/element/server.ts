// The element where no document is: servers that render pages import what the browser will.

/** Stands for the element's class, so that code which names it can be imported. It can't be made here. */
export class ExportRiskCalculator {
  constructor() {
    throw new Error(
      "<export-risk-calculator> lives in browsers. On a server write its tag and attributes; the browser makes the element.",
    );
  }
}
