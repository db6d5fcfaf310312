/** Loaded with the comparison, not before. */

import { css } from "lit";

export const compareStyles = css`
  .compare {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.7rem;
    border-color: color-mix(in srgb, var(--_accent) 45%, var(--_line));
  }
  .compare-top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  .compare-top h2 {
    font-size: var(--_text-label);
    font-weight: 650;
    color: var(--_soft);
  }
  .compare-acts,
  .compare-files {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }
  .headlines {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr));
    gap: 0.6rem 1.5rem;
  }
  .headlines > div {
    padding-inline-start: 0.8rem;
    border-inline-start: 3px solid var(--_line);
  }
  .headlines > .side-b {
    border-color: var(--_accent);
  }
  .headlines > .side-difference {
    border-color: transparent;
  }
  .headlines dt {
    font-size: var(--_text-note);
    color: var(--_soft);
  }
  .pair-figure {
    font-size: var(--_text-side);
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }
  .pair-figure.long {
    font-size: var(--_text-unit);
  }
  .compare h3 {
    margin-block-start: 0.4rem;
    font-size: var(--_text-note);
    font-weight: 650;
  }
  .compare .legend {
    margin-block-start: 0.5rem;
  }
  .sides th[scope="row"] {
    white-space: normal;
  }
  @container export-risk (min-width: 52rem) {
    .sides {
      table-layout: fixed;
    }
    .sides thead td {
      width: 34%;
    }
  }
  .sides .difference {
    font-weight: 650;
  }
  .sides .same > * {
    color: var(--_soft);
    font-weight: 400;
  }
  .compare-part .count {
    margin-inline-start: 0.4rem;
    color: var(--_soft);
    font-size: var(--_text-note);
  }

  /* Narrow: a row becomes a small stack, its sides named in each. */
  @container export-risk (max-width: 34rem) {
    .headlines {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .sides thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .sides,
    .sides tbody,
    .sides tr {
      display: block;
    }
    .sides tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 0.75rem;
      padding-block: 0.4rem;
      border-block-end: 1px solid var(--_line);
    }
    .sides tbody :is(th, td) {
      padding: 0.1rem 0;
      border: 0;
      text-align: start;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .sides tbody :is(th, .difference) {
      grid-column: 1 / -1;
    }
    .sides tbody td::before {
      content: attr(data-side) " ";
      color: var(--_soft);
      font-weight: 400;
    }
  }
  @media print {
    .compare {
      gap: 2.5pt;
    }
    .compare-part:not([open]) {
      display: none;
    }
    .pair-figure {
      font-size: 14pt;
    }
    .compare h3 {
      margin: 0;
      font-size: 8pt;
    }
  }
`;
