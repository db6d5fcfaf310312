/**
 * The look in one place. A host changes it from outside with the public names:
 *
 * ```css
 * export-risk-calculator {
 *   --export-risk-accent: #003a70;
 *   --export-risk-radius: 2px;
 * }
 * ```
 *
 * | public name | what it is |
 * |---|---|
 * | `--export-risk-font` | type family; the default downloads nothing |
 * | `--export-risk-font-size` | base size, 1rem |
 * | `--export-risk-mono` | family of formulas |
 * | `--export-risk-radius` | corner of fields and cards |
 * | `--export-risk-gap` | distance between cards; everything else follows it |
 * | `--export-risk-sticky-top` | height of a fixed bar of the host, so that the short answer sits below it |
 * | `--export-risk-paper`, `-card`, `-line`, `-edge` | ground, card, rule, outline of a field |
 * | `--export-risk-ink`, `-soft` | text, quieter text; keep both at 4.5 : 1 on card and paper |
 * | `--export-risk-accent`, `-accent-weak`, `-on-accent` | the one colour of controls, its tint, text on it |
 * | `--export-risk-interest`, `-premium`, `-fees`, `-retained` | parts of the cost |
 * | `--export-risk-on-interest`, `-on-premium`, `-on-fees`, `-on-retained` | text on those |
 * | `--export-risk-official`, `-agency`, `-secondary`, `-assumption` | grades of a source |
 * | `--export-risk-notice`, `-error` | ground of a notice, colour of an error |
 *
 * Every token with its meaning: docs/design-tokens.md.
 *
 * Light and dark follow the attribute `theme`; `auto`, the default, follows the reader's system.
 * Every pair of text and ground here was chosen for at least 4.5 : 1, outlines for 3 : 1.
 */

import { css } from "lit";

export const tokens = css`
  :host {
    color-scheme: light dark;
    --_font: var(
      --export-risk-font,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Noto Sans",
      "PingFang SC",
      "Microsoft YaHei",
      "Noto Sans CJK SC",
      sans-serif
    );
    --_mono: var(--export-risk-mono, ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace);
    --_radius: var(--export-risk-radius, 0.5rem);
    --_gap: var(--export-risk-gap, 1.25rem);

    --_text-mark: 0.75rem;
    --_text-note: 0.8125rem;
    --_text-label: 0.875rem;
    --_text-row: 0.9375rem;
    --_text-lead: 1.0625rem;
    --_text-unit: 1.375rem;
    --_text-side: 1.5rem;
    --_text-figure-long: 2.5rem;
    --_text-figure: 3.5rem;
    --_text-figure-wide: 4rem;

    --_quick: 0.15s ease-out;
    --_lift: 0 0.25rem 0.75rem rgb(0 0 0 / 0.06);
    --_float: 0 0.5rem 1.5rem rgb(0 0 0 / 0.16);

    --_paper: var(--export-risk-paper, light-dark(#faf9f6, #10161c));
    --_card: var(--export-risk-card, light-dark(#ffffff, #172028));
    --_line: var(--export-risk-line, light-dark(#e3e1da, #2b3742));
    --_edge: var(--export-risk-edge, light-dark(#87919b, #667683));
    --_ink: var(--export-risk-ink, light-dark(#14202b, #e8edf0));
    --_steady: var(--_ink);
    --_soft: var(--export-risk-soft, light-dark(#52606d, #a9b5be));

    --_accent: var(--export-risk-accent, light-dark(#0b6e69, #54bdb4));
    --_accent-weak: var(--export-risk-accent-weak, light-dark(#e2f0ee, #17322f));
    --_on-accent: var(--export-risk-on-accent, light-dark(#ffffff, #10161c));

    --_interest: var(--export-risk-interest, light-dark(#14506e, #5fa8cf));
    --_premium: var(--export-risk-premium, light-dark(#a9531f, #e5935c));
    --_fees: var(--export-risk-fees, light-dark(#c9b45a, #d2bf6b));
    --_retained: var(--export-risk-retained, light-dark(#6b5b8c, #ab9bd0));
    --_on-interest: var(--export-risk-on-interest, light-dark(#ffffff, #10161c));
    --_on-premium: var(--export-risk-on-premium, light-dark(#ffffff, #10161c));
    --_on-fees: var(--export-risk-on-fees, light-dark(#14202b, #10161c));
    --_on-retained: var(--export-risk-on-retained, light-dark(#ffffff, #10161c));

    --_official: var(--export-risk-official, light-dark(#236a3f, #6fc18f));
    --_agency: var(--export-risk-agency, light-dark(#14506e, #5fa8cf));
    --_secondary: var(--export-risk-secondary, light-dark(#52606d, #a9b5be));
    --_assumption: var(--export-risk-assumption, light-dark(#8f4f00, #e5ae5a));

    --_notice: var(--export-risk-notice, light-dark(#fbf3e2, #2b2418));
    --_error: var(--export-risk-error, light-dark(#a3271c, #ff9b8e));
  }

  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
`;
