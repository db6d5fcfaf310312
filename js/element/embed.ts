// The page embed.html, for a frame on a site that takes no script of ours: the element alone, prefilled by the address, and
// its height told to the one origin that the address states.
//
//   embed.html?product=export-credit&country=MEX&lang=zh-CN&host-origin=https%3A%2F%2Fwww.bank.example

interface Calculator extends HTMLElement {
  restore(fragment: string): void;
}

const name = "export-risk-calculator";
const asked = new URLSearchParams(location.search);
const calculator = document.querySelector<Calculator>(name);
const definition = customElements.get(name) as { observedAttributes?: readonly string[] } | undefined;

if (calculator && definition) {
  // Only what the element itself knows: an address is anybody's, and an attribute may be a script.
  const known = new Set(definition.observedAttributes);
  for (const [attribute, value] of asked) if (known.has(attribute)) calculator.setAttribute(attribute, value);
  document.documentElement.lang = calculator.getAttribute("lang") || "en";
  if (location.hash) calculator.restore(location.hash);
  const host = originOf(asked.get("host-origin"));
  if (host && parent !== window) tellHeight(calculator, host);
}

/** An address that is nothing but an origin; anything else is told nothing. */
function originOf(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const { origin } = new URL(text);
  return origin === text && /^https?:/.test(origin) ? origin : null;
}

/** `{ type: "export-risk-height", height }`, in pixels, at first and after every change. */
function tellHeight(element: Element, host: string): void {
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "export-risk-height", height }, host);
  }).observe(element);
}
