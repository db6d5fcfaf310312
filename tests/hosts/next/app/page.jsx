import { loadEngine } from "export-risk";
import { Calculator } from "./calculator.jsx";
import { request } from "./request.js";

export default async function Page() {
  const engine = await loadEngine();
  return <>
    <p>Premium, from the server: <output id="server">{engine.quote(request).premium}</output></p>
    <Calculator />
  </>;
}
