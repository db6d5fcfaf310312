/** The world as squares of one size, one a country or territory: a grid of buttons that arrows walk through. */

import { svg, type TemplateResult } from "lit";
import { COLUMNS, LINES, places, type Place } from "./tile-places.js";

export interface Tile {
  alpha3: string;
  /** What stands in the square: a code of two letters, no name. */
  code: string;
  /** `0` to `7`, `market` or `none`. */
  level: string;
  /** What is read out and shown on pointing: name and value. */
  title: string;
  chosen: boolean;
}

const SIZE = 24;
const GAP = 1;

export function tileMap(tiles: ReadonlyMap<string, Tile>, summary: string, choose: (alpha3: string) => void): TemplateResult {
  const shown = places.filter(({ alpha3 }) => tiles.has(alpha3));
  // One square is reached by the tab key: the chosen one, or the first.
  const entry = shown.find(({ alpha3 }) => tiles.get(alpha3)?.chosen) ?? shown[0];
  return svg`
    <svg class="tiles" viewBox="0 0 ${COLUMNS * SIZE} ${LINES * SIZE}" role="group" aria-label=${summary} @keydown=${walk}>
      ${shown.map((place) => {
        const tile = tiles.get(place.alpha3) as Tile;
        const pick = () => choose(place.alpha3);
        return svg`<g class="tile level-${tile.level}" role="button" tabindex=${place === entry ? 0 : -1}
          aria-label=${tile.title} aria-pressed=${tile.chosen ? "true" : "false"}
          data-alpha3=${place.alpha3} @click=${pick}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== "Enter" && event.key !== " ") return;
            event.preventDefault();
            pick();
          }}>
          <title>${tile.title}</title>
          <rect x=${place.column * SIZE + GAP} y=${place.row * SIZE + GAP} width=${SIZE - 2 * GAP} height=${SIZE - 2 * GAP} rx="3" />
          <text x=${(place.column + 0.5) * SIZE} y=${(place.row + 0.5) * SIZE + 3.5} text-anchor="middle" aria-hidden="true">${tile.code}</text>
        </g>`;
      })}
    </svg>
  `;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Arrows go to the nearest square that way. */
function walk(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const from = (event.target as Element).closest("[data-alpha3]");
  const map = event.currentTarget as Element;
  if (!step || !from) return;
  event.preventDefault();
  const squares = new Map([...map.querySelectorAll<SVGElement>("[data-alpha3]")].map((square) => [square.getAttribute("data-alpha3"), square]));
  const here = places.find(({ alpha3 }) => alpha3 === from.getAttribute("data-alpha3"));
  const next = here && nearest(here, step, (place) => squares.has(place.alpha3));
  if (next) squares.get(next.alpha3)?.focus();
}

function nearest(here: Place, [right, down]: readonly [number, number], exists: (place: Place) => boolean): Place | undefined {
  const far = (place: Place) => {
    const [x, y] = [place.column - here.column, place.row - here.row];
    const ahead = x * right + y * down;
    // What lies aside counts as farther than what lies ahead.
    return ahead > 0 ? ahead + 3 * Math.abs(x * down + y * right) : Infinity;
  };
  const ahead = places.filter((place) => exists(place) && far(place) < Infinity);
  return ahead.sort((a, b) => far(a) - far(b))[0];
}
