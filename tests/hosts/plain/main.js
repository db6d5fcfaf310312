import { loadEngine } from "/export-risk/index.js";
import "/export-risk/element/register.js";

const engine = await loadEngine();
const quote = engine.quote({
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
  amount: "10000000", disbursementMonths: 12, repaymentMonths: 60, rate: 0.06,
});
document.querySelector("output").textContent = quote.premium;
