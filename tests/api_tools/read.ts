// Reads everything through openapi-fetch, typed by openapi-typescript: node read.ts ORIGIN walks.json

import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { paths } from "./api.d.ts";
import { operations } from "./operations.ts";

type Walk = { operation: keyof typeof operations; arguments: unknown; query: unknown };
type Answer = { data?: unknown; error?: unknown; response: Response };
type Read = (path: unknown, query: unknown) => Promise<Answer>;

const [origin, file] = process.argv.slice(2) as [string, string];
// Lists are written with commas.
const querySerializer = { array: { style: "form", explode: false } } as const;
type Json = "application/json" | "application/problem+json";
const client = createClient<paths, Json>({ baseUrl: origin, querySerializer });
const walks = JSON.parse(readFileSync(file, "utf8")) as Walk[];
const faults: string[] = [];

for (const walk of walks) {
  const read = operations[walk.operation](client) as Read;
  const { data, error, response } = await read(walk.arguments, walk.query);
  if (error !== undefined || typeof data !== "object") {
    faults.push(`${walk.operation} ${JSON.stringify(walk.arguments)}: ${response.status}`);
  }
}

// What a program of a partner's would do, so that the types are put to use.
const { data: articles, error: problem } = await client.GET("/api/v1/articles", {
  params: { query: { lang: "en", fields: ["headline", "published_at"], page_size: 3 } },
});
for (const article of articles?.results ?? []) {
  const headline: string | undefined = article.headline;
  if (!headline || !article.url) faults.push(`an article without a headline: ${article.id}`);
}
if (problem) faults.push(`${problem.status} ${problem.title}`);

const { error: refused } = await client.GET("/api/v1/events/{uid}", { params: { path: { uid: "0".repeat(26) } } });
if (refused?.status !== 404) faults.push("a problem is not understood");

console.log(JSON.stringify({ read: walks.length, faults }));
