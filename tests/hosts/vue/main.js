import { createApp, h, ref } from "vue";
import { loadEngine } from "export-risk";
import { Calculator } from "./calculator.js";

const engine = await loadEngine();
const { premium } = engine.quote({
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
  amount: "10000000", disbursementMonths: 12, repaymentMonths: 60, rate: 0.06,
});
const shown = ref(null);

createApp(() => [
  h("p", ["Premium: ", h("output", premium), ", of the deal below: ", h("samp", shown.value?.cover?.premium)]),
  h(Calculator, { product: "export-credit", country: "KAZ", currency: "USD", onQuote: (quote) => (shown.value = quote) }),
]).mount("#app");
