import { css } from "lit";

export const countryStyles = css`
  .country,
  .score,
  .losses,
  .company,
  .without,
  .supplier,
  .schedule {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  :is(.country, .score, .without, .supplier) > p {
    font-size: var(--_text-row);
  }
  .supplier > h3 {
    font-size: var(--_text-label);
  }
  :is(.country, .score) > p.quiet {
    font-size: var(--_text-note);
  }
  :is(.category, .scored) {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  :is(.category, .scored) .big {
    font-size: var(--_text-figure-long);
  }
  .category.word {
    display: grid;
    gap: 0.1rem;
  }
  .category.word .big {
    font-size: var(--_text-unit);
    line-height: 1.25;
    letter-spacing: 0;
  }
  .ladder {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 3px;
  }
  .ladder li {
    height: 0.4rem;
    border-radius: 2px;
    background: var(--_line);
  }
  .ladder .on {
    background: var(--_premium);
  }
  .indication caption {
    padding-block-end: 0.2rem;
    color: var(--_soft);
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: start;
    gap: 0.25rem 1.5rem;
  }
  .under details {
    flex: 1 1 auto;
    min-width: 0;
    max-width: 100%;
  }
  .under details[open] {
    flex-basis: 100%;
  }
  .schedule .legend {
    margin-block-start: 0.4rem;
    padding-inline-start: 2.9rem;
  }
  .country h3 {
    margin-block-start: 0.5rem;
  }
  .score h3 {
    margin-block-start: 0.5rem;
    font-size: var(--_text-label);
    color: var(--_soft);
  }
  .dimensions {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.15rem;
  }
  @container export-risk (min-width: 72rem) {
    .below .dimensions {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0.15rem 2.5rem;
      align-items: start;
    }
  }
  .dimensions summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 0.1rem 0.75rem;
    align-items: center;
    padding-block: 0.3rem;
    list-style: none;
    color: inherit;
    font-size: var(--_text-row);
  }
  .dimensions summary::-webkit-details-marker {
    display: none;
  }
  .dimensions summary::after {
    grid-row: 1;
    grid-column: 3;
  }
  .dimensions summary .number {
    font-weight: 600;
  }
  .dimensions summary .score-bar {
    grid-column: 1 / -1;
  }
  .dimensions details[open] {
    padding-block-end: 0.5rem;
  }
  .score-bar {
    width: 100%;
    height: 0.4rem;
    border-radius: 2px;
  }
  .score-bar .way {
    fill: var(--_line);
  }
  td .score-bar {
    min-width: 4rem;
  }
  .words.words {
    text-align: start;
    white-space: normal;
    min-width: 11rem;
  }
  .measures-exist {
    display: grid;
    gap: 0.4rem;
    justify-items: start;
    padding: 0.6rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_notice);
    font-size: var(--_text-row);
  }
  .measures-exist .big {
    font-size: var(--_text-lead);
    letter-spacing: 0;
  }
  .kind {
    font-weight: 600;
  }
  .programmes {
    display: grid;
    gap: 0.35rem;
    font-size: var(--_text-label);
  }
  .programmes li {
    display: grid;
  }
  .comparison {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    justify-items: start;
  }
  .comparison .scroll {
    width: 100%;
  }
  .comparison thead th {
    white-space: normal;
    vertical-align: bottom;
  }
  .sort {
    padding: 0.35rem 0;
    min-height: 1.5rem;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .sort:hover {
    text-decoration: underline;
  }
  .world {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  .world .tiles {
    width: 100%;
    /* Squares stay large enough for a finger; a narrow window scrolls. */
    min-width: 42rem;
    font-size: 9px;
  }
  .world .tile {
    cursor: pointer;
  }
  .world .tile rect {
    stroke: var(--_line);
  }
  .swatch rect {
    vector-effect: non-scaling-stroke;
  }
  .world .tile:hover rect {
    stroke: var(--_ink);
  }
  .world .tile text {
    fill: var(--_ink);
    pointer-events: none;
  }
  .world .tile[aria-pressed="true"] rect,
  .world .tile:focus-visible rect {
    stroke: var(--_accent);
    stroke-width: 2.5;
  }
  .world .tile:focus-visible {
    outline: 2px solid var(--_accent);
  }
  .level-0 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 4%, var(--_card)),
      color-mix(in srgb, var(--_premium) 4%, var(--_card))
    );
  }
  .level-1 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 12%, var(--_card)),
      color-mix(in srgb, var(--_premium) 10%, var(--_card))
    );
  }
  .level-2 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 24%, var(--_card)),
      color-mix(in srgb, var(--_premium) 20%, var(--_card))
    );
  }
  .level-3 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 36%, var(--_card)),
      color-mix(in srgb, var(--_premium) 30%, var(--_card))
    );
  }
  .level-4 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 48%, var(--_card)),
      color-mix(in srgb, var(--_premium) 40%, var(--_card))
    );
  }
  .level-5 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 60%, var(--_card)),
      color-mix(in srgb, var(--_premium) 80%, var(--_card))
    );
  }
  .level-6 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 74%, var(--_card)),
      color-mix(in srgb, var(--_premium) 90%, var(--_card))
    );
  }
  .level-7 rect {
    fill: light-dark(
      color-mix(in srgb, var(--_premium) 100%, var(--_card)),
      color-mix(in srgb, var(--_premium) 100%, var(--_card))
    );
  }
  .world .level-7 text {
    fill: var(--_on-premium);
  }
  .world :is(.level-5, .level-6) text {
    fill: light-dark(var(--_ink), var(--_on-premium));
  }
  .level-market rect {
    fill: var(--_accent-weak);
  }
  .level-none rect {
    fill: var(--_card);
    stroke: var(--_edge);
    stroke-dasharray: 2 2;
  }
  @media (forced-colors: active) {
    .tiles,
    .legend .swatch {
      forced-color-adjust: none;
    }
    .score-bar {
      forced-color-adjust: none;
    }
    .score-bar .way {
      fill: GrayText;
    }
    .score-bar .fill-premium {
      fill: CanvasText;
    }
    .ladder .on {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
