/** The page around the element: the languages, light and dark, and the link that brings a deal along. */

import { html, nothing, render, svg } from "lit";
import { ExportRiskCalculator } from "../element/element.js";
import { languageOf, languages, localeOf, speak, tagOf } from "../locales/index.js";

const calculator = document.querySelector<ExportRiskCalculator>("export-risk-calculator");
const tools = document.getElementById("tools");
const themes = ["auto", "light", "dark"] as const;
const marks = {
  auto: svg`<path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />`,
  light: nothing,
  dark: svg`<circle cx="10" cy="10" r="7" fill="currentColor" />`,
};

/** The language is the reader's until one is chosen; nothing is remembered, so a link may carry it: `?lang=zh`. */
const asked = new URLSearchParams(location.search).get("lang");
const preferred = [asked, ...navigator.languages].find((tag) => tag && languages.some((known) => fits(known.tag, tag)));
const language = languageOf(preferred ?? "en").tag;
// It starts in this language, so that the words of no other are waited for.
document.documentElement.lang = language;
customElements.define("export-risk-calculator", ExportRiskCalculator);
void use(language);
// Nothing is asked of the server later: what a visitor may choose comes while the first answer is read.
calculator?.addEventListener("export-risk-ready", () => languages.forEach(({ tag }) => void speak(tag).catch(() => {})), { once: true });
calculator?.restore(location.hash);
// The document's own answer is that of the opening deal.
const away = () => document.querySelectorAll(".ahead").forEach((answer) => answer.remove());
if (document.documentElement.dataset.ahead === undefined) away();
else calculator?.addEventListener("export-risk-ready", away, { once: true });
addEventListener("hashchange", () => calculator?.restore(location.hash));

function fits(known: string, tag: string): boolean {
  return known.split("-")[0] === tag.toLowerCase().split("-")[0];
}

async function use(tag: string): Promise<void> {
  document.documentElement.lang = tag;
  calculator?.setAttribute("lang", tag);
  const { ui } = await speak(tag);
  if (document.documentElement.lang !== tag) return; // another one was chosen meanwhile
  document.title = ui.title;
  draw();
}

function light(theme: (typeof themes)[number]): void {
  if (calculator) calculator.theme = theme;
  document.documentElement.dataset.theme = theme;
  draw();
}

function draw(): void {
  const ui = calculator && localeOf(tagOf(calculator))?.ui;
  if (!ui || !tools) return;
  const theme = themes.find((known) => known === calculator.theme) ?? "auto";
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const names = { auto: ui.themeAuto, light: ui.themeLight, dark: ui.themeDark };
  tools.hidden = false;
  render(
    html`
      ${languages.map(
        ({ tag, name }) => html`<button
          type="button"
          lang=${tag}
          aria-pressed=${document.documentElement.lang === tag ? "true" : "false"}
          @click=${() => use(tag)}
        >${name}</button>`,
      )}
      <button type="button" aria-label="${ui.theme}: ${names[theme]}" title="${ui.theme}: ${names[theme]}" @click=${() => light(next)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.75" />
          ${marks[theme]}
        </svg>
      </button>
    `,
    tools,
  );
}
