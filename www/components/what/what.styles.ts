import { css } from "lit";

export const whatStyles = css`
  .what {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    justify-items: start;
  }
  .what > * {
    width: 100%;
  }
  .what > .plain,
  .ask > .plain {
    width: auto;
    justify-self: start;
  }
  .what h3 {
    margin-block-start: 0.5rem;
    font-size: var(--_text-label);
    color: var(--_soft);
  }
  .ask {
    display: grid;
    gap: 0.8rem;
  }
  .ask label {
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .chart .base {
    stroke: var(--_ink);
    stroke-width: 1;
  }
  @container export-risk (min-width: 44rem) {
    .ask {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .ask > .plain {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .chart .base {
      stroke: CanvasText;
    }
  }
`;
