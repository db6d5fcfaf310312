import { loadEngine, QuoteError } from "export-risk";

const engine = await loadEngine();
try {
  const quote = engine.quote({
    product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
    amount: "10000000", disbursementMonths: 12, repaymentMonths: 60, rate: 0.06,
  });
  console.log(quote.premium);
} catch (error) {
  if (error instanceof QuoteError) console.error(error.field, error.message);
  else throw error;
}
