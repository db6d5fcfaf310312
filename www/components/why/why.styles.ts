import { css } from "lit";

export const whyStyles = css`
  :is(.why-panel, .sources) {
    scroll-margin-block: calc(var(--export-risk-sticky-top, 0px) + 4rem) 1rem;
  }
  :is(.why-panel, .sources) h2:focus:not(:focus-visible) {
    outline: none;
  }
  .steps {
    margin-block-start: 0.6rem;
  }
  .step {
    display: grid;
    gap: 0.15rem 1.25rem;
    padding-block: 0.65rem;
    border-block-start: 1px solid var(--_line);
    font-size: var(--_text-row);
  }
  .step .quiet {
    font-size: var(--_text-note);
  }
  .formula {
    color: var(--_soft);
    font-size: var(--_text-note);
    overflow-wrap: anywhere;
  }
  code {
    font-family: var(--_mono);
    font-size: 0.96em;
  }
  .step-value {
    font-weight: 650;
  }
  .grade {
    display: inline-block;
    padding: 0 0.5em;
    border: 1px solid currentColor;
    border-radius: 0.3rem;
    font-size: var(--_text-mark);
    line-height: 1.6;
    font-weight: 500;
    white-space: nowrap;
    color: var(--_secondary);
  }
  .grade.official {
    color: var(--_official);
  }
  .grade.agency {
    color: var(--_agency);
  }
  .grade.assumption {
    color: var(--_assumption);
    border-style: dashed;
  }

  @container export-risk (min-width: 44rem) {
    .step {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(7rem, auto);
    }
    .step-value {
      text-align: end;
    }
    .step-source {
      grid-column: 1 / -1;
    }
  }
`;
