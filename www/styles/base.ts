/** What every region shares: type, cards, buttons, tables, focus. */

import { css } from "lit";

export const base = css`
  :host {
    display: block;
    container: export-risk / inline-size;
    font-family: var(--_font);
    font-size: var(--export-risk-font-size, 1rem);
    line-height: 1.45;
    color: var(--_ink);
    background: var(--_paper);
    font-variant-numeric: tabular-nums;
    -webkit-text-size-adjust: 100%;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd,
  ul,
  ol,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  svg {
    display: block;
    max-width: 100%;
  }

  .card {
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.25);
    padding: calc(var(--_gap) * 1.1);
    min-width: 0;
  }
  .card > h2,
  .title {
    font-size: var(--_text-label);
    font-weight: 650;
    color: var(--_soft);
    letter-spacing: 0.005em;
  }
  .quiet {
    color: var(--_soft);
    font-size: var(--_text-label);
  }
  .tie {
    white-space: nowrap;
  }
  strong {
    font-weight: 650;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-height: 1.5rem;
    min-width: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font-size: var(--_text-label);
    text-align: start;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, currentColor 35%, transparent);
    text-underline-offset: 0.2em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  a {
    color: var(--_accent);
  }

  /* A number that can be asked for its working. */
  .why {
    display: inline;
    min-height: 1.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: inherit;
    text-align: start;
    text-decoration: underline dotted;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.22em;
    white-space: nowrap;
  }
  .why:hover {
    color: var(--_accent);
  }

  :is(button, input, select, textarea, a, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }

  /* What has the focus stays in sight below the short answer. */
  :is(button, input, select, textarea, a, summary, [tabindex]) {
    scroll-margin-block: calc(var(--export-risk-sticky-top, 0px) + 6rem) 1rem;
  }

  .scroll {
    /* What is read out but unseen stands in the table's own space and scrolls with it. */
    position: relative;
    overflow-x: auto;
    max-width: 100%;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: var(--_text-note);
  }
  caption {
    text-align: start;
  }
  th,
  td {
    padding: 0.35rem 0.6rem;
    border-bottom: 1px solid var(--_line);
    text-align: end;
    white-space: nowrap;
    font-weight: 400;
  }
  th:first-child,
  td:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  thead th {
    color: var(--_soft);
    vertical-align: bottom;
  }

  details > summary {
    display: inline-flex;
    align-items: center;
    min-height: 1.5rem;
    color: var(--_accent);
    font-size: var(--_text-label);
    cursor: pointer;
    list-style: none;
  }
  details > summary::-webkit-details-marker {
    display: none;
  }
  details > summary::after {
    content: "";
    width: 0.4em;
    height: 0.4em;
    margin-inline-start: 0.6em;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.12em) rotate(45deg);
  }
  details[open] > summary::after {
    transform: translateY(0.1em) rotate(225deg);
  }

  @media (forced-colors: active) {
    .why {
      color: LinkText;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    :is(button, .link) {
      transition: color var(--_quick), background-color var(--_quick), border-color var(--_quick);
    }
  }
`;
