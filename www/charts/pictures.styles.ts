/** Of the pictures that come after a first answer. */

import { css } from "lit";

export const pictureStyles = css`
  .chart .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
  }
  .chart .area {
    fill: var(--_accent-weak);
  }
  .chart .zero {
    stroke: var(--_soft);
    stroke-width: 1;
  }
  .chart .even {
    stroke: var(--_ink);
    stroke-width: 1;
    stroke-dasharray: 3 3;
  }
  .chart .line.risk {
    stroke: var(--_premium);
  }
  .chart .area.risk {
    fill: color-mix(in srgb, var(--_premium) 12%, var(--_card));
  }
  .chart .line.waits {
    stroke: var(--_retained);
    stroke-dasharray: 5 4;
  }
  .chart .ringed {
    stroke: var(--_card);
    stroke-width: 1.5;
  }
  .chart .edge-line {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .chart .dot.risk {
    fill: var(--_premium);
    stroke: var(--_card);
    stroke-width: 2;
  }
  /* Ways: a colour and a direction of lines each. */
  .way-export, .hatch-export { --_way: var(--_accent); }
  .way-semi-knocked-down, .hatch-semi-knocked-down { --_way: var(--_fees); }
  .way-completely-knocked-down, .hatch-completely-knocked-down { --_way: var(--_premium); }
  .way-contract-assembly, .hatch-contract-assembly { --_way: var(--_retained); }
  .way-plant, .hatch-plant { --_way: var(--_interest); }
  .way-joint-venture, .hatch-joint-venture { --_way: var(--_ink); }
  .way-acquisition, .hatch-acquisition { --_way: var(--_error); }
  .chart .line.way-semi-knocked-down { stroke-dasharray: 8 3; }
  .chart .line.way-completely-knocked-down { stroke-dasharray: 3 3; }
  .chart .line.way-contract-assembly { stroke-dasharray: 8 3 2 3; }
  .chart .line.way-joint-venture { stroke-dasharray: 12 4; }
  .chart .line.way-acquisition { stroke-dasharray: 2 5; }
  .chart .line[class*="way-"] {
    stroke: var(--_way);
    stroke-width: 2.25;
  }
  [class^="hatch-"] {
    fill: none;
    stroke: var(--_way);
    stroke-width: 1.5;
    opacity: 0.55;
  }
  .tint-export { fill: color-mix(in srgb, var(--_accent) 26%, var(--_card)); }
  .tint-semi-knocked-down { fill: color-mix(in srgb, var(--_fees) 26%, var(--_card)); }
  .tint-completely-knocked-down { fill: color-mix(in srgb, var(--_premium) 26%, var(--_card)); }
  .tint-contract-assembly { fill: color-mix(in srgb, var(--_retained) 26%, var(--_card)); }
  .tint-plant { fill: color-mix(in srgb, var(--_interest) 26%, var(--_card)); }
  .tint-joint-venture { fill: color-mix(in srgb, var(--_ink) 26%, var(--_card)); }
  .tint-acquisition { fill: color-mix(in srgb, var(--_error) 26%, var(--_card)); }
  .tint-none { fill: var(--_card); }
  .chart .border {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .chart .axis,
  .chart .whisker {
    stroke: var(--_soft);
    stroke-width: 1;
  }
  .chart .median {
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .chart .dot.own,
  .chart .dot.mean {
    fill: var(--_ink);
    stroke: var(--_card);
    stroke-width: 2;
  }
  .swatch.regions {
    width: 1.5rem;
    height: 0.875rem;
    border: 1px solid var(--_ink);
  }
  .swatch.wide {
    width: 1.75rem;
    height: 0.5rem;
  }
  .routes .pick {
    max-width: 20rem;
    margin-block: 0.75rem 0.25rem;
  }
  .routes h3 {
    margin-block: 1.1rem 0.3rem;
    font-size: var(--_text-row);
  }
  .routes th,
  .routes .told {
    min-width: 5rem;
    white-space: normal;
    text-align: end;
  }
  .routes tbody th,
  .routes thead th:first-child {
    min-width: 8rem;
    text-align: start;
  }
  .routes .draws {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-block: 0.75rem;
  }
  .routes .barred {
    color: var(--_error);
  }
  .reasons {
    margin: 0.5rem 0 0.75rem;
    padding-left: 1.1rem;
    font-size: var(--_text-label);
  }
  .landed figure {
    margin: 0.75rem 0 1rem;
  }
  .company h3,
  .landed h3,
  .cash h3 {
    margin: 1.25rem 0 0.25rem;
    font-size: var(--_text-row);
  }
  .book .presets {
    margin-block: 0.5rem;
  }
  .book figure {
    margin: 0.75rem 0 1rem;
  }
  .book .draws {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    margin-block: 0.75rem;
  }
  .book .tiles {
    margin-block: 0.25rem;
  }
  .chart .quantile {
    stroke: var(--_soft);
    stroke-width: 1;
  }
  .book .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 1.5rem;
    align-items: end;
  }
  @container export-risk (min-width: 72rem) {
    .book .sides:has(> :nth-child(2)) {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    }
  }
  .chart .strong {
    font-weight: 650;
  }
  .book-rows {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
    font-size: var(--_text-label);
  }
  .book-rows .columns {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.9rem;
    color: var(--_soft);
    font-size: var(--_text-note);
  }
  .book-rows .columns .link {
    font-size: var(--_text-mark);
  }
  .book-rows .drop {
    display: grid;
    gap: 0.35rem;
    padding: 0.6rem 0.7rem;
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .book-rows .drop.over {
    border-color: var(--_accent);
    background: var(--_accent-weak);
  }
  .book-rows :is(.quiet, .wrong) {
    font-size: var(--_text-note);
  }
  .book-rows input[type="file"] {
    width: 100%;
    min-height: 1.75rem;
    font: inherit;
    font-size: var(--_text-note);
  }
  .book-rows textarea {
    width: 100%;
    padding: 0.4rem 0.6rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font-family: var(--_mono);
    font-size: var(--_text-mark);
    white-space: pre;
  }
  .book-rows .layers input {
    width: 100%;
    min-width: 5rem;
    min-height: 2rem;
    padding: 0.2rem 0.5rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    text-align: end;
  }
  .book-rows .layers :is(td, th) {
    padding: 0.2rem 0.3rem 0.2rem 0;
    border: 0;
  }
  .book-rows details .scroll {
    max-height: 18rem;
    overflow: auto;
  }
  .book-rows .words {
    min-width: 6rem;
    overflow-wrap: anywhere;
  }
  .book-rows details :is(th, td) {
    padding: 0.3rem 0.5rem 0.3rem 0;
    vertical-align: top;
    text-align: start;
    white-space: normal;
  }
  .book-rows .mistakes .words {
    min-width: 3.5rem;
  }
  @media print {
    .book :is(.presets, .link, details:not([open])) {
      display: none;
    }
    .book .sides:has(> :nth-child(2)) {
      grid-template-columns: minmax(0, 5fr) minmax(0, 3fr);
    }
    .book figure {
      margin: 4pt 0;
    }
    .book figure .chart:not(.bar) {
      max-height: 170pt;
    }
    .card.book.world {
      display: block !important;
    }
    .book .tiles {
      max-height: 150pt;
    }
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .cash .quiet {
    margin-bottom: 0.5rem;
  }
`;
