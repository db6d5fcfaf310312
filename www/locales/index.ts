/** The languages of the page, each loaded when it is spoken. A new one is its file and a line here. */

import type { Locale } from "./locale.js";

export interface Language {
  /** BCP 47. */
  tag: string;
  /** Its name for itself. */
  name: string;
  /** What the first answer needs of it. */
  first: () => Promise<Locale>;
  /** What stands below a first answer, and what other products have. */
  later: () => Promise<Partial<Locale>>;
  rest: () => Promise<Partial<Locale>>;
}

const english: Language = {
  tag: "en",
  name: "English",
  first: async () => (await import("virtual:words/en/first")).words,
  later: async () => (await import("virtual:words/en/later")).words,
  rest: async () => (await import("virtual:words/en/rest")).words,
};
const chinese: Language = {
  tag: "zh-CN",
  name: "中文",
  first: async () => (await import("virtual:words/zh/first")).words,
  later: async () => (await import("virtual:words/zh/later")).words,
  rest: async () => (await import("virtual:words/zh/rest")).words,
};

export const languages: readonly Language[] = [english, chinese];

/** A part of a language that comes after its first. */
type Part = "later" | "rest";

const spoken = new Map<Language, Locale>();
const wanted = new Set<Language>();
const further = new Set<Part>();

/** The language for a tag; English for one that is not there. */
export function languageOf(tag: string): Language {
  return languages.find((known) => language(known.tag) === language(tag)) ?? english;
}

/** The texts for a tag, once they are loaded. */
export function localeOf(tag: string): Locale | undefined {
  return spoken.get(languageOf(tag));
}

/** Loads the texts for a tag. What fails may be tried again. */
export async function speak(tag: string): Promise<Locale> {
  const language = languageOf(tag);
  wanted.add(language);
  const locale = await language.first();
  // What fails here is asked for again with the rest of the page; what is there can be read.
  await Promise.all([...further].map((part) => add(language, part).catch(() => {})));
  spoken.set(language, locale);
  return locale;
}

/** From now on languages have these words too: those that are wanted already are asked for at once. */
export async function speakOf(part: Part): Promise<void> {
  further.add(part);
  await Promise.all([...wanted].map((language) => add(language, part)));
}

async function add(language: Language, part: Part): Promise<void> {
  const [locale, words] = await Promise.all([language.first(), language[part]()]);
  for (const [record, more] of Object.entries(words)) Object.assign(locale[record as keyof Locale], more);
}

/** The tag for an element: its own, its nearest ancestor's, the reader's. A tag that is none is passed over. */
export function tagOf(element: Element): string {
  const asked = [...ancestors(element), ...navigator.languages];
  const tag = asked.find((candidate) => languages.some((known) => language(known.tag) === language(candidate)));
  return tag ?? english.tag;
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
