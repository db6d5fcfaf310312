/** What of a deal may come from a file. */

import { html, nothing, type TemplateResult } from "lit";
import { label, type View } from "../../element/view.js";
import { columnsCsv } from "../../text/columns.js";
import { valueAt } from "../../text/path.js";
import type { Document } from "../../text/share.js";
import { problemText } from "../notices/problem.js";

/** Groups of columns that may come from a file, each with what is wrong with the last one, and a way to keep what is there as one. */
export function files(view: View): TemplateResult | typeof nothing {
  const groups = view.job.files ?? [];
  if (groups.length === 0) return nothing;
  const { ui, says } = view.locale;
  return html`<div class="files" role="group" aria-label=${ui.files}>
    ${groups.map((group) => {
      const id = `file-${group}`;
      const wrong = view.wrongFile?.group === group ? problemText(view, view.wrongFile.problem) : "";
      const take = (event: Event) => {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        if (file) view.act.file(group, file);
        // The same file can be chosen again once it has been put right.
        input.value = "";
      };
      const columns = valueAt(view.request, group) as Document | undefined;
      return html`<div class="field wide">
        <label for=${id}>${says.fromFile({ group: label(view, group) })}</label>
        <input type="file" id=${id} accept=".csv,.json,text/csv,application/json" aria-describedby=${wrong ? `${id}-error` : "files-hint"} aria-invalid=${wrong ? "true" : nothing} @change=${take} />
        ${wrong ? html`<p class="wrong" id="${id}-error" role="alert">${wrong}</p>` : nothing}
        ${columns ? html`<button type="button" class="link" @click=${() => view.act.save(`${group}.csv`, "text/csv", columnsCsv(columns))}>${ui.csv}<span class="unseen">${says.colon()}${label(view, group)}</span></button>` : nothing}
      </div>`;
    })}
    <p class="quiet" id="files-hint">${ui.filesHint}</p>
  </div>`;
}
