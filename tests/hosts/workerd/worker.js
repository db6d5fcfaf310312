import { loadEngine, QuoteError } from "export-risk";
import wasm from "export-risk/export-risk.wasm";

export default {
  async fetch(request) {
    const engine = await loadEngine({ wasm });
    try {
      return Response.json(engine.quote(await request.json()));
    } catch (error) {
      if (!(error instanceof QuoteError)) throw error;
      const { field, message } = error;
      return Response.json({ field, message }, { status: 422 });
    }
  },
};
