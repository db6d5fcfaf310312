import { css } from "lit";

export const formStyles = css`
  .deal {
    display: grid;
    gap: 0.9rem;
    align-content: start;
  }
  /* The deal stays beside the answer while that is read, where it fits the window: of a longer one the end could not be scrolled to. */
  @container export-risk (min-width: 52rem) {
    .deal {
      --_free: calc(100vh - var(--export-risk-sticky-top, 0px) - 2 * var(--_gap) - var(--_height, 0px));
      position: sticky;
      inset-block-start: min(var(--export-risk-sticky-top, 0px) + var(--_gap), 1000 * var(--_free));
    }
  }
  .deal h3 {
    font-size: var(--_text-note);
    font-weight: 650;
    color: var(--_soft);
    margin-block: 1.1rem 0.6rem;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .files {
    display: grid;
    gap: 0.5rem;
    margin: 0.75rem 0;
  }
  .files input[type="file"] {
    width: 100%;
    min-height: 1.75rem;
    font: inherit;
    font-size: var(--_text-note);
  }
  .chip {
    min-height: 1.75rem;
    padding: 0.1rem 0.75rem;
    border: 1px solid var(--_edge);
    border-radius: 1rem;
    background: none;
    font-size: var(--_text-note);
    color: var(--_soft);
  }
  .chip:hover {
    border-color: var(--_accent);
  }
  .chip[aria-pressed="true"] {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.8rem 0.65rem;
    align-items: start;
  }
  .field {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .field.narrow:not(:has([type="range"])) {
    grid-column: span 1;
  }
  @container export-risk (max-width: 27rem) {
    .field.kind-amount:has(.unit) {
      grid-column: 1 / -1;
    }
  }
  .field label {
    display: block;
    margin-block-end: 0.25rem;
    font-size: var(--_text-note);
    line-height: 1.25;
    color: var(--_soft);
  }
  .box {
    position: relative;
    display: flex;
    align-items: baseline;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_paper);
  }
  .box:hover {
    border-color: var(--_accent);
  }
  .box:focus-within {
    border-color: var(--_accent);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .box:has([aria-invalid="true"]) {
    border-color: var(--_error);
    border-width: 1px;
    box-shadow: inset 3px 0 0 var(--_error);
  }
  .box :is(input:not([type="checkbox"]), select, textarea) {
    flex: 1 1 4rem;
    width: 100%;
    min-width: 0;
    min-height: 2.35rem;
    padding: 0.3rem 0.65rem;
    border: 0;
    border-radius: inherit;
    background: transparent;
    color: var(--_ink);
    font: inherit;
    font-variant-numeric: tabular-nums;
    outline: none;
    text-overflow: ellipsis;
  }
  .box textarea {
    resize: vertical;
    line-height: 1.5;
  }
  .box select {
    appearance: none;
    padding-inline-end: 1.9rem;
    cursor: pointer;
  }
  .box select option {
    background: var(--_card);
    color: var(--_ink);
  }
  .box:has(> select)::after {
    content: "";
    position: absolute;
    inset-block-start: calc(50% - 0.21em);
    inset-inline-end: 0.8rem;
    width: 0.42em;
    height: 0.42em;
    border: solid var(--_soft);
    border-width: 0 1.5px 1.5px 0;
    transform: translateY(-0.15em) rotate(45deg);
    pointer-events: none;
  }
  .field:has([type="checkbox"]) {
    display: flex;
    flex-direction: row-reverse;
    justify-content: flex-end;
    align-items: center;
    gap: 0.6rem;
  }
  .field:has([type="checkbox"]) label {
    margin: 0;
  }
  .box:has([type="checkbox"]) {
    border: 0;
    background: none;
  }
  .box input[type="checkbox"] {
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .unit {
    flex: none;
    max-width: 60%;
    padding-inline-end: 0.65rem;
    color: var(--_soft);
    font-size: var(--_text-note);
    white-space: nowrap;
    pointer-events: none;
  }
  .wrong {
    margin-block-start: 0.3rem;
    color: var(--_error);
    font-size: var(--_text-note);
    line-height: 1.35;
  }
  .field input[type="range"] {
    display: block;
    width: 100%;
    height: 1.5rem;
    margin: 0.15rem 0 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .options {
    position: absolute;
    z-index: 5;
    inset-block-start: calc(100% + 0.35rem);
    inset-inline-start: -1px;
    min-width: calc(100% + 2px);
    max-width: 22rem;
    max-height: 17rem;
    overflow-y: auto;
    padding-block: 0.25rem;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    box-shadow: var(--_float);
  }
  .options:empty {
    display: none;
  }
  .options li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    min-height: 2rem;
    padding: 0.3rem 0.65rem;
    font-size: var(--_text-row);
    cursor: pointer;
  }
  .options .hint {
    color: var(--_soft);
    font-size: var(--_text-note);
    text-align: end;
  }
  .options li:hover,
  .options li[aria-selected="true"] {
    background: var(--_accent-weak);
  }
  .extras {
    display: grid;
    gap: 0.5rem;
    padding-block-start: 0.7rem;
    border-block-start: 1px solid var(--_line);
  }
  .extra {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 0.75rem;
    padding: 0.25rem 0.65rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .extra details[open] {
    grid-column: 1 / -1;
    padding-block-end: 0.5rem;
  }
  .extra .fields {
    margin-block-start: 0.4rem;
  }
  .more {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.7rem;
  }
  .more > .fields:first-of-type {
    margin-block-start: 0.8rem;
  }
  .more > .link {
    margin-block-start: 1rem;
  }
  @media (forced-colors: active) {
    .options li[aria-selected="true"] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .chip[aria-pressed="true"] {
      border-width: 2px;
    }
  }
`;
