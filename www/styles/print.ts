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
    .root {
      zoom: 0.91;
    }
    .top nav,
    slot[name="tools"],
    .deal,
    .actions,
    .short,
    .under,
    .parts-table,
    .screen-only {
      display: none !important;
    }
    .top {
      padding: 0 0 2pt;
      border: 0;
      background: none;
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
      padding: 3pt 0;
      border: 0;
      border-block-end: 0.5pt solid var(--_line);
      border-radius: 0;
      break-inside: avoid;
    }
    .card > h2 {
      font-size: 9pt;
    }
    .answer,
    .country,
    .schedule,
    .without,
    .sources {
      gap: 2.5pt;
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
    .says {
      font-size: 9pt;
      line-height: 1.35;
    }
    .inputs dl > div,
    .notices {
      font-size: 7.5pt;
    }
    .rows > div,
    .step,
    .country > p,
    .tile .amount {
      font-size: 8pt;
    }
    .quiet,
    .tile,
    .tile .quiet,
    .tile small,
    .formula,
    .step .quiet,
    .sources .quiet,
    .country > p.quiet {
      font-size: 7pt;
    }
    .why {
      min-height: 0;
      text-decoration: none;
    }
    table,
    .without > p,
    .legend,
    .grade {
      font-size: 7.5pt;
    }
    .grade {
      padding: 0 2pt;
      line-height: 1.2;
    }
    th,
    td {
      padding: 1pt 4pt;
    }
    .scroll {
      overflow: visible;
    }
    .stack {
      display: block;
    }
    .tiles {
      grid-template-columns: repeat(5, minmax(0, 1fr));
      gap: 4pt;
    }
    .bar {
      height: 16pt !important;
    }
    .measured {
      overflow: visible;
    }
    .chart:not(.bar) {
      max-height: 104pt;
    }
    .country .chart:not(.bar) {
      max-height: 76pt;
    }
    .inputs dl {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: 14pt;
    }
    .inputs dl > div,
    .rows > div {
      padding-block: 0;
    }
    .step {
      grid-template-columns: minmax(0, 5fr) minmax(0, 7fr) auto minmax(4.5rem, auto);
      padding-block: 1pt;
      gap: 0 10pt;
    }
    .steps {
      margin-block-start: 1pt;
    }
    .step-value {
      text-align: end;
    }
    /* The tables below name the sources; a line each would not fit one page. */
    .step-source {
      grid-area: 1 / 3;
    }
    .step-value {
      grid-area: 1 / 4;
    }
    .source {
      display: none;
    }
    .notices {
      gap: 1pt;
      padding: 2pt 5pt;
      border: 0.5pt solid var(--_line);
    }
    .two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 12pt;
    }
    .sources h3 {
      margin-block: 2pt 0;
      font-size: 8pt;
    }
    .sources p,
    .sources strong {
      font-size: 7pt;
      line-height: 1.25;
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
