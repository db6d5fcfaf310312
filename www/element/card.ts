/** A host's rate card: where it comes from, the engine that uses it, and what of it the page itself shows. */

import type { Document } from "../text/share.js";
import type { CardName } from "../text/names.js";
import { cardEngine, sharedEngine, problemOf, type Engine, type Problem } from "./engine.js";

/** The parts of a card that the page shows. The engine has looked through all of it before the page sees any. */
export interface Card {
  name: string;
  defaults?: Readonly<Record<string, Document>> | null;
  countryNames?: readonly CardName[] | null;
  disclaimer?: readonly { language?: string | null; text: string }[] | null;
  contact?: string | null;
}

/** An engine, with the card that it uses, or with why that one is not used. */
export interface Opened {
  engine: Engine;
  card: Card | null;
  problem: Problem | null;
}

/** Starts the engine with a card, an object or JSON text or an address on this site. A card that is refused leaves the plain engine. */
export async function open(card: unknown, address: string): Promise<Opened> {
  const plain = async () => ({ engine: await sharedEngine(), card: null });
  if (!card && !address) return { ...(await plain()), problem: null };
  try {
    const given = card ?? (await fetched(address));
    const engine = await cardEngine(given);
    return { engine, card: (typeof given === "string" ? JSON.parse(given) : given) as Card, problem: null };
  } catch (error) {
    return { ...(await plain()), problem: problemOf(error) };
  }
}

/** The text at an address of this site: the one request that the element makes beside its own files. */
async function fetched(address: string): Promise<string> {
  const refusal = (reason: string): Problem => ({
    kind: "invalid-input", reason, field: "rate-card", value: address, details: {},
    message: "The rate card could not be fetched: it must be a file of this site.",
  });
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    throw refusal("rate-card-elsewhere");
  }
  if (url.origin !== location.origin) throw refusal("rate-card-elsewhere");
  const response = await fetch(url, { mode: "same-origin", credentials: "same-origin", redirect: "error" }).catch(() => null);
  if (!response?.ok) throw refusal("rate-card-not-found");
  return response.text();
}

/** The card's disclaimer in a language. */
export function disclaimerOf(card: Card | null, language: string): string | undefined {
  const texts = card?.disclaimer ?? [];
  return (texts.find((text) => text.language === language) ?? texts.find((text) => !text.language))?.text;
}
