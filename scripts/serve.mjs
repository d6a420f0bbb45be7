// Serves a folder as a plain static host does, with the compressed copies: node scripts/serve.mjs [--port 8080] [dist]
import { parseArgs } from "node:util";
import { serve } from "./static-server.mjs";

const { values, positionals } = parseArgs({ options: { port: { type: "string", default: "8080" } }, allowPositionals: true });
try {
  await serve(positionals[0] ?? "dist", { port: Number(values.port) });
  console.log(`Reiseplan is served on http://localhost:${values.port} (Ctrl+C ends it)`);
} catch (error) {
  console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is in use: choose another, e.g. make serve PORT=8081` : error);
  process.exit(1);
}
