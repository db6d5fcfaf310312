/** A `country-risk` quote, as far as it is shown. */

export interface CountryRisk {
  country?: string;
  category?: number | null;
  status?: string;
  asOf?: string | null;
  score?: number | null;
  confidence?: number;
  dimensions?: Dimension[];
  missing?: string[];
  defaultProbability?: ArrayLike<number> | null;
  spread?: ArrayLike<number | null> | null;
  spreadSource?: string | null;
  recovery?: string;
  premiumIndication?: { years: number; buyer: string; premiumRate: string }[];
  shortTermIndication?: { rules: string; months: number; buyer: string; premiumRate: string }[];
  measures?: Programme[];
  measuresAsOf?: string;
  comparison?: ComparisonRow[];
  notices?: { code: string; values: Record<string, string> }[];
}

export interface Dimension {
  name: string;
  score: number;
  weight: number;
  indicators: { name: string; value: number; unit: string; year: number; points: number; weight: number; source: string }[];
}

export interface Programme {
  issuer: string;
  programme: string;
  kind: string;
  measures: string[];
}

export interface ComparisonRow {
  country: string;
  category: number | null;
  status: string;
  score: number | null;
  confidence: number;
  fiveYearSpread: number | null;
  fiveYearDefaultProbability: number | null;
  fiveYearPremiumRate: string | null;
  measuresExist: boolean;
}
