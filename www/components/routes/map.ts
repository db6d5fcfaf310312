/** Which way is best at which volume and duty: the picture, its borders as a table, and every point of it. */

import { html, nothing, type TemplateResult } from "lit";
import { regionChart, stretches, type RegionMap } from "../../charts/regions.js";
import type { View } from "../../element/view.js";
import { plain } from "../../text/decimal.js";
import { head, table, wayCell, wayName, whole, type Cell, type Way } from "./parts.js";

interface RouteMap extends RegionMap {
  values: ArrayLike<number>;
}

export function regions(view: View, ways: readonly Way[], width: number): TemplateResult | typeof nothing {
  const map = view.quote?.map as RouteMap | null | undefined;
  if (!map || !map.best) return nothing;
  const { ui } = view.locale;
  const { format } = view;
  const named = ways.map(({ route }) => ({ key: route, name: wayName(view, route) }));
  const vehicles = Number(view.request.vehicles);
  const duty = ways.find(({ route }) => route === "export")?.effectiveDuty ?? null;
  const text = {
    summary: told(view, ways, map),
    volumes: ui.volumeAxis,
    duties: ui.dutyAxis,
    none: ui.noWay,
    volume: (value: number) => format.axis(value),
    percent: (value: number) => format.percent(value, 0),
    own: duty !== null && Number.isFinite(vehicles) ? { vehicles, duty, name: ui.thisProgramme } : null,
  };
  const seen = [...new Set(Array.from(map.best))].sort((a, b) => a - b);
  return html`
    <section class="card company routes ${view.stale ? "stale" : ""}" part="route-map" aria-labelledby="route-map-title">
      <h2 id="route-map-title">${ui.routeMapTitle}</h2>
      <p class="quiet">${ui.routeMapSays}</p>
      <figure>
        <div class="measured" data-measure="regions">${regionChart(map, named, text, width)}</div>
        <ul class="legend" aria-hidden="true">
          ${seen.map((place) => {
            const key = named[place]?.key ?? "none";
            return html`<li><svg class="swatch regions" viewBox="0 0 24 14"><rect class="tint-${key}" width="24" height="14" /><rect fill="url(#hatch-${key})" width="24" height="14" /></svg>${named[place]?.name ?? ui.noWay}</li>`;
          })}
        </ul>
      </figure>
      <div class="under">
        <details>
          <summary>${ui.borders}</summary>
          ${borders(view, ways, map)}
        </details>
        <details>
          <summary>${ui.everyPoint}</summary>
          ${points(view, ways, map)}
        </details>
      </div>
    </section>
  `;
}

/** The picture in words: the ways at the lowest and at the highest duty, by volume. */
function told(view: View, ways: readonly Way[], map: RouteMap): string {
  const { says } = view.locale;
  const rows = stretches(map);
  const at = [...new Set([0, rows.length - 1])];
  const list = at.map((row) =>
    says.routeBands({
      duty: view.format.percent(map.duties[row] ?? 0, 0),
      list: (rows[row] ?? []).map(({ way, from }, place) => says.routeBand({ way: wayName(view, ways[way]?.route), from: place === 0 ? null : whole(view, from) })),
    }),
  );
  return says.routeMap({ list });
}

function borders(view: View, ways: readonly Way[], map: RouteMap): TemplateResult {
  const heads = ["borderDuties", "borderVehicles", "borderBelow", "borderAbove"].map((name) => head(view, name));
  const rows = Array.from(map.borderDuties, (duty, place): Cell[] => [
    { text: view.format.percent(duty, 1), plain: plain(duty) },
    { text: whole(view, map.borderVehicles[place] ?? 0), plain: plain(map.borderVehicles[place] ?? 0) },
    wayCell(view, ways[map.borderBelow[place] ?? -1]?.route),
    wayCell(view, ways[map.borderAbove[place] ?? -1]?.route),
  ]);
  return table(view, view.locale.ui.borders, "route-borders.csv", heads, rows);
}

/** The grid as it is drawn: duties down, the highest on top, volumes across. The file has one line a point, with the values. */
function points(view: View, ways: readonly Way[], map: RouteMap): TemplateResult {
  const { ui } = view.locale;
  const across = map.vehicles.length;
  const volumes = Array.from(map.vehicles);
  const heads: Cell[] = [head(view, "duties"), ...volumes.map((volume) => ({ text: whole(view, volume), plain: plain(volume) }))];
  const rows = Array.from(map.duties, (duty, row): Cell[] => [
    { text: view.format.percent(duty, 1), plain: plain(duty) },
    ...volumes.map((_, column) => wayCell(view, ways[map.best[row * across + column] ?? -1]?.route)),
  ]).reverse();
  return table(view, ui.everyPoint, "route-map.csv", heads, rows);
}
