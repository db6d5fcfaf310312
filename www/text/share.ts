/** A request in the fragment of a link, where no server sees it. */

import { tamed } from "./path.js";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Document = { [name: string]: Json };

const KEY = "request";

/** Longest fragment that is looked at; a request with every field filled in stays far below. */
const LONGEST = 60_000;

/** Why a link could not be read. */
export class ShareLinkError extends Error {}

/** `#request=…`, base64url of the request's JSON; empty where that is longer than what is looked at. */
export function toFragment(request: Document): string {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  if (bytes.length > (LONGEST * 3) / 4 - 20) return "";
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#${KEY}=${btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/** A kept deal behind that: `&compare=…`. */
export function keptFragment(kept: Document): string {
  return toFragment(kept).replace(`#${KEY}=`, "&compare=");
}

/** The kept deal in a fragment, as {@link fromFragment}. */
export function keptIn(fragment: string): Document | null {
  const kept = /[#&]compare=([^&]*)/.exec(fragment.slice(0, LONGEST + 1));
  return kept ? fromFragment(`#${KEY}=${kept[1]}`) : null;
}

/** The request in a fragment; null when the fragment holds none. Throws when it holds one that can't be read. */
export function fromFragment(fragment: string): Document | null {
  const match = /^#?(?:.*&)?request=([^&]*)/.exec(fragment.slice(0, LONGEST + 1));
  if (!match) return null;
  const coded = match[1] ?? "";
  if (fragment.length > LONGEST || !/^[A-Za-z0-9_-]+$/.test(coded)) throw new ShareLinkError("not base64url");
  let value: unknown;
  try {
    const binary = atob(coded.replace(/-/g, "+").replace(/_/g, "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ShareLinkError("not a request");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new ShareLinkError("not a request");
  return tamed(value as Document);
}
