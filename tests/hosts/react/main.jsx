import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { loadEngine } from "export-risk";
import { Calculator } from "./calculator.jsx";

const request = {
  product: "export-credit-cover", country: "KAZ", buyer: "CC2", currency: "USD",
  amount: "10000000", disbursementMonths: 12, repaymentMonths: 60, rate: 0.06,
};

function App() {
  const [premium, setPremium] = useState("");
  const [shown, setShown] = useState(null);
  useEffect(() => void loadEngine().then((engine) => setPremium(engine.quote(request).premium)), []);
  return <>
    <p>Premium: <output>{premium}</output>, of the deal below: <samp>{shown?.cover?.premium}</samp></p>
    <Calculator product="export-credit" country="KAZ" currency="USD" onQuote={setShown} />
  </>;
}

createRoot(document.querySelector("#app")).render(<App />);
