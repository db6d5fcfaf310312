/** The maker's cash by way, added up year by year: the picture, and each way's years as a table. */

import { html, nothing, type TemplateResult } from "lit";
import { courseChart } from "../../charts/spread.js";
import { outputLabel, type View } from "../../element/view.js";
import { minor, plain } from "../../text/decimal.js";
import { isoDate } from "../../text/format.js";
import { head, short, table, wayName, whole, type Cell, type Way } from "./parts.js";

export function course(view: View, ways: readonly Way[], width: number): TemplateResult | typeof nothing {
  const first = ways[0]?.course;
  if (!first?.dates) return nothing;
  const { ui, says } = view.locale;
  const { format, digits } = view;
  const major = (units: number) => Number(minor(units, digits));
  const lines = ways.map((way) => ({
    key: way.route,
    name: wayName(view, way.route),
    values: Array.from(way.course.cumulative, major),
  }));
  const summary = says.routeCourse({
    list: lines.map(({ name, values }) => `${name} ${short(view, Math.min(...values))}, ${short(view, values.at(-1) ?? 0)}`),
  });
  const text = { summary, axis: `${outputLabel(view, "cumulative")}, ${view.currency}`, amount: (value: number) => format.axis(value) };
  return html`
    <section class="card company routes ${view.stale ? "stale" : ""}" part="route-course" aria-labelledby="route-course-title">
      <h2 id="route-course-title">${ui.courseTitle}</h2>
      <figure>
        <div class="measured" data-measure="course">${courseChart(lines, Array.from(first.dates, (day) => format.year(day)), text, width)}</div>
        <ul class="legend" aria-hidden="true">
          ${lines.map(({ key, name }) => html`<li><svg class="swatch chart wide" viewBox="0 0 28 8"><path class="line way-${key}" d="M0,4H28" /></svg>${name}</li>`)}
        </ul>
      </figure>
      <details>
        <summary>${ui.table} <span class="unseen">${ui.courseTitle}</span></summary>
        ${ways.map((way, place) => html`<h3>${lines[place]?.name}</h3>${years(view, way)}`)}
      </details>
    </section>
  `;
}

function years(view: View, way: Way): TemplateResult {
  const { course: rows } = way;
  const hasPartner = rows.partnerFlow.some((flow) => flow !== 0);
  const names = ["revenue", "makerFlow", "cumulative", ...(hasPartner ? ["partnerFlow"] : [])] as ("revenue" | "makerFlow" | "cumulative" | "partnerFlow")[];
  const heads = ["dates", "vehicles", ...names].map((name) => head(view, name));
  const cells = Array.from(rows.dates, (day, at): Cell[] => [
    { text: view.format.date(day), plain: isoDate(day) },
    { text: whole(view, rows.vehicles[at] ?? 0), plain: plain(rows.vehicles[at] ?? 0) },
    ...names.map((name) => {
      const amount = minor(rows[name][at] ?? 0, view.digits);
      return { text: whole(view, amount), plain: amount };
    }),
  ]);
  return table(view, `${view.locale.ui.courseTitle}${view.locale.says.colon()}${wayName(view, way.route)}`, `route-${way.route}.csv`, heads, cells);
}
