import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Hono } from "hono";
import type { Env } from "../http/guard.ts";
import { prebuilt } from "../http/prebuilt.ts";
import { answer } from "../http/respond.ts";
import type { App } from "../http/router.ts";
import { contractOf } from "./contract.ts";

const require = createRequire(import.meta.url);
const assets = { "swagger-ui.css": "text/css", "swagger-ui-bundle.js": "text/javascript" };

// No inline script and no foreign origin: the page works offline and can load nothing it was not served with.
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>WizData API</title>
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="data:,">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;
const start = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#api", deepLinking: true, persistAuthorization: false, validatorUrl: null, docExpansion: "list" });\n`;

/** The contract at /openapi.json and an interactive reference of it at /docs. */
export function documentRoutes(api: App): Hono<Env> {
  const routes = new Hono<Env>()
    .get(
      "/openapi.json",
      prebuilt("application/json", () => JSON.stringify(contractOf(api))),
    )
    .get("/docs", (c) =>
      answer(c, page, 200, {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy,
        "referrer-policy": "no-referrer",
      }),
    )
    .get(
      "/docs/start.js",
      prebuilt("text/javascript", () => start),
    );
  // One path each: a parameter beside the fixed names would take every route of the server off hono's fast router.
  for (const [name, type] of Object.entries(assets)) {
    const file = require.resolve(`swagger-ui-dist/${name}`);
    routes.get(
      `/docs/${name}`,
      prebuilt(type, () => readFileSync(file, "utf8")),
    );
  }
  return routes;
}
