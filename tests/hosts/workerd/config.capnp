using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .quotes)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const quotes :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker.js", esModule = embed "built/worker.js"),
    (name = "export-risk/export-risk.wasm", wasm = embed "built/export-risk.wasm"),
  ],
);
