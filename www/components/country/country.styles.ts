import { css } from "lit";

export const countryStyles = css`
  .country,
  .without,
  .schedule {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .without > p,
  .country > p {
    font-size: 0.9375rem;
  }
  .country > p.quiet {
    font-size: 0.8125rem;
  }
  .category {
    display: flex;
    align-items: center;
    gap: 0.75rem;
  }
  .category .big {
    font-size: 2.75rem;
  }
  .category.word {
    display: grid;
    gap: 0.1rem;
  }
  .category.word .big {
    font-size: 1.25rem;
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
  @media (forced-colors: active) {
    .ladder .on {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
