import { css } from "lit";

export const sourcesStyles = css`
  .sources {
    display: grid;
    gap: 0.75rem;
  }
  .sources h3 {
    font-size: var(--_text-note);
    font-weight: 650;
    margin-block: 0.75rem 0.15rem;
  }
  .sources .two > div > h3:first-child {
    margin-block-start: 0;
  }
  .sources p {
    font-size: var(--_text-label);
    max-width: 46rem;
  }
  .sources .quiet {
    font-size: var(--_text-note);
    overflow-wrap: anywhere;
  }
  .editions {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  .two {
    display: grid;
    gap: 1.25rem 2.5rem;
  }
  @container export-risk (min-width: 52rem) {
    .two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
