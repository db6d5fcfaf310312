import { css } from "lit";

export const chartStyles = css`
  .chart {
    width: 100%;
    height: auto;
    font-family: inherit;
    overflow: visible;
  }
  .chart .grid {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .chart .tick,
  .chart .axis-title {
    fill: var(--_soft);
    font-size: 12px;
  }
  .chart .mark {
    fill: var(--_ink);
    font-size: 12px;
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--_card);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .chart .halo {
    paint-order: stroke;
    stroke: var(--_card);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .chart.bar text {
    font-weight: 600;
  }
  .fill-principal { fill: var(--_accent); background: var(--_accent); }
  .fill-interest { fill: var(--_interest); background: var(--_interest); }
  .fill-premium { fill: var(--_premium); background: var(--_premium); }
  .fill-fees { fill: var(--_fees); background: var(--_fees); }
  .fill-prepaid { fill: var(--_retained); background: var(--_retained); }
  .fill-retained { fill: var(--_retained); background: var(--_retained); }
  .fill-over { fill: color-mix(in srgb, var(--_retained) 45%, var(--_card)); background: color-mix(in srgb, var(--_retained) 45%, var(--_card)); }
  .fill-total { fill: var(--_ink); background: var(--_ink); }
  .on-principal { fill: var(--_on-accent); }
  .on-interest { fill: var(--_on-interest); }
  .on-premium { fill: var(--_on-premium); }
  .on-fees { fill: var(--_on-fees); }
  .on-retained { fill: var(--_on-retained); }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    font-size: var(--_text-note);
    color: var(--_soft);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .swatch {
    width: 0.7rem;
    height: 0.7rem;
    border-radius: 2px;
  }

  @media (forced-colors: active) {
    .chart,
    .swatch {
      forced-color-adjust: none;
    }
    .chart .tick,
    .chart .axis-title,
    .chart .mark {
      fill: CanvasText;
      stroke: none;
    }
    .chart .grid {
      stroke: GrayText;
    }
  }
`;
