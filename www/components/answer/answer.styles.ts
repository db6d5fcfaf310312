import { css } from "lit";

export const answerStyles = css`
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9rem;
  }
  .headline {
    display: grid;
    gap: 0.5rem 2rem;
    align-items: center;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5rem;
    white-space: nowrap;
  }
  .big {
    font-size: var(--_text-figure);
    line-height: 1;
    font-weight: 700;
    letter-spacing: -0.02em;
  }
  .figure.long {
    flex-wrap: wrap;
  }
  .figure.long .big {
    font-size: var(--_text-figure-long);
  }
  .figure.longer .big {
    font-size: min(var(--_text-figure-long), 8cqi);
  }
  .figure.longer :is(.big, .why) {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .big .why {
    text-decoration: none;
    border-radius: 0.25rem;
  }
  .figure .unit {
    white-space: normal;
    padding: 0;
    font-size: var(--_text-unit);
    color: var(--_soft);
  }
  .says {
    color: var(--_soft);
    font-size: var(--_text-lead);
    line-height: 1.5;
  }
  .says strong {
    color: var(--_ink);
  }
  .says .quiet {
    margin-block-start: 0.25rem;
  }
  .measured {
    min-width: 0;
    overflow: hidden;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: 0.9rem;
  }
  .tile {
    position: relative;
    display: grid;
    align-content: start;
    padding-inline-start: 0.8rem;
    font-size: var(--_text-note);
  }
  .edge {
    position: absolute;
    inset-block: 0.1rem;
    inset-inline-start: 0;
    width: 3px;
    border-radius: 2px;
  }
  .tile .name {
    color: var(--_soft);
  }
  .tile .amount {
    font-size: var(--_text-lead);
    font-weight: 650;
    line-height: 1.4;
  }
  .tile small {
    font-size: var(--_text-mark);
    font-weight: 400;
    color: var(--_soft);
  }
  .sum > * {
    font-weight: 650;
  }
  .tile .quiet {
    font-size: var(--_text-note);
  }
  .parts-table table {
    margin-block-start: 0.5rem;
  }
  .parts-table p {
    margin-block-start: 0.5rem;
    max-width: 46rem;
  }

  .notices {
    display: grid;
    gap: 0.3rem;
    padding: 0.7rem 0.95rem;
    border-radius: var(--_radius);
    background: var(--_notice);
    font-size: var(--_text-label);
  }
  .notices li {
    position: relative;
    padding-inline-start: 0.9rem;
  }
  .notices li::before {
    content: "";
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0.55em;
    width: 5px;
    height: 5px;
    border-radius: 50%;
    background: var(--_assumption);
  }
  .problem {
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--_error);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    font-size: var(--_text-row);
  }
  .problem strong {
    color: var(--_error);
    margin-inline-end: 0.35rem;
  }
  .problem .quiet {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: center;
  }

  /* An answer to an earlier request: quieter, and its colours gone, but as easy to read as before. */
  .stale {
    --_ink: var(--_soft);
  }
  .stale :is(.chart, .edge, .ladder, .swatch) {
    filter: grayscale(1) opacity(0.55);
  }
  .stale .problem {
    color: var(--_steady);
  }

  .short {
    position: sticky;
    z-index: 4;
    inset-block-start: var(--export-risk-sticky-top, 0);
    display: none;
    justify-content: space-between;
    align-items: baseline;
    flex-wrap: wrap;
    gap: 0 1rem;
    padding: 0.5rem calc(var(--_gap) * 0.9);
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: var(--_lift);
  }
  /* On a very low window it would cover what is being changed. */
  @media (max-height: 24rem) {
    .short {
      position: static;
    }
  }
  .short b {
    font-size: var(--_text-side);
    letter-spacing: -0.01em;
  }
  .short .quiet {
    flex: 1 1 0;
    min-width: min-content;
    text-align: end;
  }

  .rows {
    display: grid;
  }
  .rows > div,
  .inputs dl > div {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.4rem;
    border-block-end: 1px solid var(--_line);
    font-size: var(--_text-row);
  }
  .rows dt,
  .inputs dt {
    color: var(--_soft);
  }
  .rows dd,
  .inputs dd {
    font-weight: 600;
    text-align: end;
  }
  /* Where a long number has no room beside its name it stands below it. */
  @container export-risk (max-width: 22rem) {
    .rows > div,
    .inputs dl > div {
      flex-wrap: wrap;
    }
    :is(.rows, .inputs) dd {
      margin-inline-start: auto;
      overflow-wrap: anywhere;
    }
  }
  .answer h3 {
    font-size: var(--_text-label);
    color: var(--_soft);
    margin-block-start: 0.6rem;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    font-size: var(--_text-row);
  }

  @container export-risk (min-width: 52rem) {
    .headline {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .big {
      font-size: var(--_text-figure-wide);
    }
  }
`;
