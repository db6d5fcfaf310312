/** One clean page: inputs, results, assumptions, editions, disclaimer. */

import { css } from "lit";

export const print = css`
  @media print {
    :host {
      color-scheme: light !important;
      font-size: 8.5pt !important;
      background: none;
      line-height: 1.3;
    }
    .top,
    .deal,
    .actions,
    .short,
    .under,
    .parts-table,
    .screen-only,
    .frame > .short.far {
      display: none !important;
    }
    .print-only {
      display: block;
    }
    .frame,
    .results,
    .results > .pair {
      display: block;
      padding: 0;
      max-width: none;
    }
    .results > .pair {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
      gap: 6pt;
    }
    .card {
      padding: 4pt 0;
      border: 0;
      border-block-end: 0.5pt solid var(--_line);
      border-radius: 0;
      break-inside: avoid;
    }
    .answer,
    .country,
    .schedule,
    .sources {
      gap: 3pt;
    }
    .headline {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .big {
      font-size: 26pt;
    }
    .category .big {
      font-size: 18pt;
    }
    .figure .unit {
      font-size: 11pt;
    }
    .says,
    .inputs dl > div,
    .rows > div,
    .step,
    .country > p,
    .sources p,
    .notices li,
    .tile .amount {
      font-size: 8.5pt;
    }
    .quiet,
    .tile,
    .tile .quiet,
    .formula,
    .step .quiet,
    .sources .quiet,
    .country > p.quiet {
      font-size: 7pt;
    }
    .why {
      text-decoration: none;
    }
    .tiles {
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: 4pt;
    }
    .bar {
      max-height: 16pt;
    }
    .chart:not(.bar) {
      max-height: 105pt;
    }
    .inputs dl {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: 14pt;
    }
    .inputs dl > div,
    .rows > div {
      padding-block: 0.5pt;
    }
    .step {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) auto minmax(5rem, auto);
      padding-block: 1.5pt;
    }
    .step-value {
      text-align: end;
    }
    .step .source {
      display: none;
    }
    .notices {
      gap: 2pt;
    }
    .notices li {
      padding: 2pt 5pt;
    }
    .two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 12pt;
    }
    .sources h3 {
      margin-block: 2pt 0;
    }
    .editions {
      gap: 2pt;
    }
    .chart .tick,
    .chart .axis-title {
      font-size: 11px;
    }
    .fill-principal,
    .fill-interest,
    .fill-premium,
    .fill-fees,
    .fill-retained,
    .fill-total,
    .ladder li,
    .chart {
      print-color-adjust: exact;
    }
  }
`;
