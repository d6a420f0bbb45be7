// A static file server without any rule of its own: a path is a file, a folder's index.html, or not found.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const isFile = (name) => stat(name).then((found) => found.isFile(), () => false);
const isFolder = (name) => stat(name).then((found) => found.isDirectory(), () => false);

async function answer(root, request, response) {
  const url = new URL(request.url, "http://localhost");
  let file = path.join(root, decodeURIComponent(url.pathname));
  if (!file.startsWith(root)) return response.writeHead(403).end();
  if (await isFolder(file)) {
    if (!url.pathname.endsWith("/")) return response.writeHead(301, { Location: `${url.pathname}/${url.search}` }).end();
    file = path.join(file, "index.html");
  }
  if (!(await isFile(file))) {
    response.writeHead(404, { "Content-Type": types[".html"] });
    return response.end(await readFile(path.join(root, "404.html")).catch(() => "Not found"));
  }
  const headers = {
    "Content-Type": types[path.extname(file)] ?? "application/octet-stream",
    "Cache-Control": url.pathname.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    Vary: "Accept-Encoding",
  };
  const accepted = String(request.headers["accept-encoding"] ?? "");
  for (const [encoding, ending] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (accepted.includes(encoding) && (await isFile(file + ending))) {
      headers["Content-Encoding"] = encoding;
      file += ending;
      break;
    }
  }
  headers["Content-Length"] = (await stat(file)).size;
  response.writeHead(200, headers);
  if (request.method === "HEAD") return response.end();
  createReadStream(file).pipe(response);
}

/** Serves the folder on localhost; resolves to the server once it listens. */
export function serve(folder, { port }) {
  const root = path.resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.writeHead(500).end());
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "localhost", () => resolve(server));
  });
}
