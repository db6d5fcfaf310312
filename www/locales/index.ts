/** The languages of the page. A new one is its file and a line here. */

import { en } from "./en.js";
import type { Locale } from "./locale.js";
import { zh } from "./zh.js";

export const locales: readonly Locale[] = [en, zh];

/** The texts for a language tag; English for a language that is not there. */
export function localeOf(tag: string): Locale {
  return locales.find((locale) => language(locale.tag) === language(tag)) ?? en;
}

/** The tag for an element: its own, its nearest ancestor's, the reader's. A tag that is none is passed over. */
export function tagOf(element: Element): string {
  const asked = [...ancestors(element), ...navigator.languages];
  const tag = asked.find((candidate) => locales.some((locale) => language(locale.tag) === language(candidate)));
  return tag ?? en.tag;
}

function ancestors(element: Element): string[] {
  const found: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const lang = at.getAttribute("lang");
    if (lang) found.push(lang);
  }
  return found;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function language(tag: string): string {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return "";
  }
}
