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
      zoom: 0.88;
    }
    .top nav,
    slot[name="tools"],
    .deal,
    .actions,
    .short,
    .under,
    .parts-table,
    .world,
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
    .printed:not(:empty) {
      break-before: page;
    }
    .printed h2 {
      font-size: 9pt;
    }
    .frame,
    .results,
    .below {
      display: block;
      padding: 0;
      max-width: none;
    }
    /* The deal's own pictures left, its country right, the country's score below both. */
    .pair,
    .below > .score {
      display: block;
      columns: 2;
      column-gap: 14pt;
    }
    .pair > .country {
      break-before: column;
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
    .score,
    .schedule,
    .without,
    .supplier,
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
    .answer {
      gap: 1.5pt;
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
    .supplier > p,
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
      display: contents;
    }
    /* Two sides of the score on a line, each with its number alone. */
    .dimensions {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 12pt;
    }
    .dimensions summary {
      padding: 0;
      min-height: 0;
      font-size: 7.5pt;
    }
    .dimensions summary::after,
    .dimensions .score-bar {
      display: none;
    }
    .scored .big {
      font-size: 12pt;
    }
    .scored,
    :is(.country, .score) > :is(p, p.quiet),
    :is(.country, .score) h3 {
      font-size: 7pt;
      margin: 0;
    }
    .score > *,
    .dimensions > li {
      break-inside: avoid;
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
      max-height: 92pt;
    }
    .country .chart:not(.bar) {
      max-height: 56pt;
    }
    .inputs dl {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      column-gap: 14pt;
    }
    .inputs dl > div,
    .rows > div {
      padding-block: 0;
    }
    .inputs dt {
      white-space: nowrap;
    }
    .inputs dl > div {
      gap: 4pt;
    }
    .inputs dd {
      letter-spacing: -0.01em;
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
      display: block;
    }
    .two > div:first-child {
      columns: 2;
      column-gap: 14pt;
      margin-block-end: 3pt;
    }
    .two > div:first-child p {
      break-inside: avoid;
    }
    .sources h3 {
      break-after: avoid;
      margin-block: 2pt 0;
      font-size: 8pt;
    }
    .sources p,
    .sources .quiet,
    .sources .grade,
    .sources strong {
      font-size: 6.5pt;
      line-height: 1.25;
    }
    /* Title, grade and dates name an edition; where it was taken from would not fit one page. */
    .origin {
      display: none;
    }
    .card.sources {
      break-inside: auto;
    }
    .sources p {
      max-width: none;
    }
    .editions li {
      display: flex;
      flex-wrap: wrap;
      column-gap: 6pt;
    }
    .editions {
      gap: 0;
    }
    .editions strong {
      font-weight: 400;
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
