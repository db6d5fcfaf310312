import { css } from "lit";

export const rulesStyles = css`
  .chart .bar-name {
    fill: var(--_ink);
    font-size: 13px;
    font-weight: 600;
  }
  .chart .faint {
    opacity: 0.55;
  }
  .rules > * + * {
    margin-block-start: 0.75rem;
  }
  .rules .legend {
    margin-block-start: 0.75rem;
  }
  .rules td.words {
    min-width: 16rem;
    white-space: normal;
    text-align: start;
  }
  @media (forced-colors: active) {
    .chart .bar-name {
      fill: CanvasText;
    }
  }
`;
