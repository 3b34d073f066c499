import test from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recommendedHeaders, startServer } from "../../ci/static_server.js";

const hosting = new URL("../../assets/hosting/", import.meta.url);
const policy = recommendedHeaders()["Content-Security-Policy"];

test("the policy allows nothing but the page's own origin, and no eval", () => {
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self';/);
  assert.doesNotMatch(policy, /'unsafe-eval'|'unsafe-inline'|https?:|\*/);
  assert.match(policy, /frame-ancestors 'none'$/);
});

test("every example for a host sends the same headers", () => {
  for (const file of readdirSync(hosting).filter((name) => name !== "README.md")) {
    const text = readFileSync(new URL(file, hosting), "utf8");
    for (const [name, value] of Object.entries(recommendedHeaders())) {
      assert.ok(text.includes(name) && text.includes(value), `${file}: ${name}`);
    }
  }
});

test("the page itself carries the policy, less what only a header can say, and nothing inline", () => {
  const html = readFileSync(new URL("../../web/index.html", import.meta.url), "utf8");
  assert.ok(html.includes(`http-equiv="Content-Security-Policy" content="${policy.replace("; frame-ancestors 'none'", "")}"`));
  assert.doesNotMatch(html, /<style|\son[a-z]+=|\sstyle=|<script(?![^>]*\ssrc=)/);
});

test("the server keeps to its folder, names the types, and answers 304 to what is known", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "attune-"));
  for (const name of ["index.html", "a.js", "a.wasm", "a.onnx"]) writeFileSync(join(root, name), "x");
  const server = await startServer({ root });
  t.after(async () => { await server.close(); rmSync(root, { recursive: true }); });

  const type = async (/** @type {string} */ path) => (await fetch(server.url + path)).headers.get("content-type");
  assert.match(String(await type("")), /^text\/html/);
  assert.match(String(await type("a.js")), /^text\/javascript/);
  assert.equal(await type("a.wasm"), "application/wasm");
  assert.equal(await type("a.onnx"), "application/octet-stream");

  const first = await fetch(`${server.url}a.js`);
  assert.equal(first.headers.get("content-security-policy"), policy);
  const again = await fetch(`${server.url}a.js`, { headers: { "If-None-Match": String(first.headers.get("etag")) } });
  assert.equal(again.status, 304);
  assert.equal((await fetch(`${server.url}none.js`)).status, 404);
  assert.equal((await fetch(`${server.url}..%2f..%2fetc%2fpasswd`)).status, 403);
  assert.equal((await fetch(server.url, { method: "POST" })).status, 405);
});

test("a taken port is replaced by a free one", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "attune-"));
  const one = await startServer({ root });
  const two = await startServer({ root, port: Number(new URL(one.url).port) });
  t.after(async () => { await one.close(); await two.close(); rmSync(root, { recursive: true }); });
  assert.notEqual(one.url, two.url);
});
