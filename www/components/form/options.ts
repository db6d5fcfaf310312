/** What the fields for countries and currencies offer. */

import type { View } from "../../element/view.js";
import type { Option } from "./combobox.js";

type Source = Pick<View, "countries" | "currencies" | "format" | "names" | "locale">;

const kept = new WeakMap<object, { key: unknown; options: Option[] }>();

/** Every country or territory that the engine knows, by name, with its category. */
export function countryOptions(view: Source): Option[] {
  return once(view.countries, [view.format, view.names], () =>
    view.countries
      .map((row) => ({
        value: row.alpha3,
        label: view.format.country(row.alpha2, view.names),
        hint: row.status === "classified" ? String(row.category ?? "") : (view.locale.statuses[row.status]?.name ?? ""),
        keys: [row.alpha3, row.alpha2],
      }))
      .sort((a, b) => view.format.compare(a.label, b.label)),
  );
}

/** Currencies by code. */
export function currencyOptions(view: Source): Option[] {
  return once(view.currencies, [view.format], () =>
    view.currencies.map((code) => ({ value: code, label: code, hint: view.format.currency(code), keys: [] })),
  );
}

/** Lists are long and change only with the language. */
function once(source: object, key: unknown[], make: () => Option[]): Option[] {
  const old = kept.get(source);
  if (old && Array.isArray(old.key) && old.key.every((part, index) => part === key[index])) return old.options;
  const options = make();
  kept.set(source, { key, options });
  return options;
}
