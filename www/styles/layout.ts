/** Where the regions stand: one column in a narrow container, deal and answer side by side in a wide one. */

import { css } from "lit";

export const layout = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1.25rem;
    padding: 0.7rem var(--_gap);
    background: var(--_card);
    border-block-end: 1px solid var(--_line);
  }
  .top:not(:has(nav)) {
    display: contents;
  }
  .top nav {
    flex: 1 1 auto;
    order: 3;
    min-width: 0;
    width: 100%;
  }
  /* The first name stands under the host's, its ground beside it. */
  .top ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem;
    margin-inline-start: -0.55rem;
  }
  .top .within {
    order: 4;
    width: 100%;
    padding-block-start: 0.4rem;
    border-block-start: 1px solid var(--_line);
  }
  .within .job[aria-current] {
    background: none;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.35em;
  }
  .job {
    min-height: 2rem;
    padding: 0.3rem 0.55rem;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_soft);
    font-size: var(--_text-label);
    white-space: nowrap;
  }
  .job:hover {
    color: var(--_ink);
  }
  .job[aria-current] {
    background: var(--_accent-weak);
    color: var(--_accent);
    font-weight: 600;
  }
  slot[name="tools"] {
    display: block;
    margin-inline-start: auto;
  }

  .frame {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    max-width: 84rem;
    margin-inline: auto;
    padding: var(--_gap);
  }
  .results {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    min-width: 0;
  }
  .results > .short {
    order: -1;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .plain {
    min-height: 2.1rem;
    padding: 0.25rem 0.9rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    font-size: var(--_text-label);
  }
  .plain:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .call {
    margin-inline-start: auto;
  }
  .shared {
    flex-basis: 100%;
    display: grid;
    gap: 0.2rem;
    font-size: var(--_text-note);
    color: var(--_soft);
  }
  .shared input {
    width: 100%;
    min-height: 2.1rem;
    padding: 0.25rem 0.65rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    font: inherit;
    text-overflow: ellipsis;
  }

  .inputs dl {
    display: grid;
    column-gap: 2rem;
  }
  .print-only {
    display: none;
  }

  :host([compact]) :is(.why-panel, .what, .losses, .company, .country, .score, .schedule, .inputs) {
    display: none;
  }

  /* Narrow: the short answer comes first and stays in sight over the deal. */
  .wide .short {
    display: none;
  }
  .frame > .short {
    display: flex;
  }

  @container export-risk (min-width: 52rem) {
    .frame {
      grid-template-columns: minmax(18rem, 21.5rem) minmax(0, 1fr);
      align-items: start;
    }
    .frame > .short {
      display: none;
    }
    .frame > :is(.deal, .inputs:not(.print-only)) {
      grid-column: 1;
      grid-row: 1 / span 2;
    }
    .frame > .results {
      grid-column: 2;
    }
  }
  @container export-risk (min-width: 72rem) {
    .frame {
      padding-inline: calc(var(--_gap) * 1.6);
    }
    /* What people want fits one row under the host's name: one look, no second line to search. */
    .top nav:not(.within) .job {
      padding-inline: 0.3rem;
      font-size: var(--_text-note);
    }
    .top nav:not(.within) ul {
      gap: 0;
      margin-inline-start: -0.3rem;
    }
    .top {
      padding-inline: max(calc(var(--_gap) * 1.6), calc((100% - 84rem) / 2 + var(--_gap) * 1.6));
    }
    .results .pair {
      grid-template-columns: minmax(0, 5fr) minmax(0, 4fr);
    }
  }
  .below,
  .stack {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  .pair {
    display: grid;
    gap: var(--_gap);
    align-items: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
`;
