"use client";

import { useEffect, useState } from "react";
import { loadEngine } from "export-risk";
import "export-risk/element/register";
import { request } from "./request.js";

export function Calculator() {
  const [premium, setPremium] = useState("");
  useEffect(() => void loadEngine().then((engine) => setPremium(engine.quote(request).premium)), []);
  return <>
    <p>And from the browser: <output>{premium}</output></p>
    <export-risk-calculator product="export-credit" country="KAZ" currency="USD" />
  </>;
}
