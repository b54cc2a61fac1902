// Looks at a built site in a real browser: `browser.mjs FOLDER PROBE`, with PROBE a name to find, spelled unfolded.
//
// One page of each kind, from file:// as a reader with a USB stick opens it: axe-core finds nothing in light and dark, at
// 390 and 1400 px; nothing scrolls sideways; the Tab key reaches every control in order and leaves the page; the console
// stays silent and no request leaves the folder. Then the search, the weight of the largest edition, its print to PDF, and
// the whole again under the strictest Content-Security-Policy, from a server in a sub-path.

import { readFileSync, statSync, readdirSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const tools = fileURLToPath(new URL("../target/ci-tools/package.json", import.meta.url));
const require = createRequire(process.env.CI_TOOLS ?? tools);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [folder, probe] = [resolve(process.argv[2]), process.argv[3]];
const faults = [];
const fault = (page, words) => faults.push(`${page}: ${words}`);

const WIDTHS = [1400, 390];
const SCHEMES = ["light", "dark"];

/** The largest page of a folder of pages, as the one most likely to break. */
const largest = (place) => {
  const names = existsSync(join(folder, place)) ? readdirSync(join(folder, place)) : [];
  const pages = names.map((name) => join(place, name, "index.html")).filter((path) => existsSync(join(folder, path)));
  return pages.sort((a, b) => statSync(join(folder, b)).size - statSync(join(folder, a)).size)[0];
};

const SINGLE = ["", "editions", "archive", "themes", "who", "timeline", "calendar", "search", "sources", "method",
  "corrections", "feeds", "undated"];
const MANY = ["editions", "days", "months", "themes", "threads", "who", "e", "sources"];
const edition = largest("editions");
const pages = [...SINGLE.map((name) => join(name, "index.html")), "404.html", ...MANY.map(largest)]
  .filter((path) => path && existsSync(join(folder, path)));

// A server that gives the strictest policy, with the site in a sub-path.
const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript" };
const server = createServer((request, answer) => {
  const path = join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname).replace(/^\/desk\//, ""));
  if (!request.url.startsWith("/desk/") || !path.startsWith(folder) || !existsSync(path)) return answer.writeHead(404).end();
  answer.writeHead(200, { "content-type": `${TYPES[path.split(".").pop()] ?? "text/typed"}; charset=utf-8`, "content-security-policy": POLICY });
  answer.end(readFileSync(path));
}).listen(0, "127.0.0.1");
await new Promise((done) => { server.once("listening", done); });
const base = `http://127.0.0.1:${server.address().port}/desk/`;
/** Where a page is looked at: from the folder, but for the one that only a server shows. */
const address = (path) => (path === "404.html" ? base + path : pathToFileURL(join(folder, path)).href);

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

/** A page that reports what its console says and which requests leave. */
async function open(allowed) {
  const page = await (await browser.newContext()).newPage();
  page.on("console", (message) => message.type() === "error" && fault(page.url(), `console: ${message.text()}`));
  page.on("pageerror", (error) => fault(page.url(), `script: ${error.message}`));
  page.on("request", (request) => allowed(request.url()) || fault(page.url(), `asks for ${request.url()}`));
  return page;
}

async function violations(page, name) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
  for (const rule of found.violations) fault(name, `${rule.id}: ${rule.nodes[0].html.slice(0, 160)}`);
}

async function sideways(page, name) {
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (inner > outer) fault(name, `scrolls sideways: ${inner} in ${outer} px`);
}

/** Walks with Tab from the first control past the last, and holds the way against the order in the document. */
async function keyboard(page, name) {
  const count = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
    globalThis.stops = all.filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    globalThis.seen = new Set();
    addEventListener("focusin", (event) => seen.add(event.target));
    return stops.length;
  });
  for (let n = 0; n <= Math.min(count, 40); n++) await page.keyboard.press("Tab");
  const missed = await page.evaluate(() => stops.slice(0, 40).filter((stop) => !seen.has(stop)).map((stop) => stop.outerHTML.slice(0, 90)));
  // Browsers take date fields apart into several stops, so the walk may end early where there are some.
  const dates = await page.evaluate(() => document.querySelectorAll("input[type=date]").length * 3);
  if (missed.length > dates) fault(name, `Tab does not reach ${missed[0]}`);
}

const local = await open((url) => url.startsWith("file://") || url.startsWith(base));
for (const path of pages) {
  await local.goto(address(path));
  for (const width of WIDTHS) {
    await local.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await local.emulateMedia({ colorScheme });
      const name = `${path} (${width} px, ${colorScheme})`;
      await violations(local, name);
      await sideways(local, name);
    }
  }
  await keyboard(local, path);
}
console.log(`${pages.length} pages, ${WIDTHS.length} widths, ${SCHEMES.join(" and ")}`);

// Search: typed in capitals and with marks that the text has not, the name is found, marked, and leads to its event.
const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const typed = probe.toUpperCase();
async function search(page, address) {
  await page.goto(address);
  await page.fill("#q", typed);
  await page.locator("#q").press("Enter");
  await page.waitForFunction(() => document.getElementById("status").textContent);
  const hit = await page.locator("#found li", { has: page.locator("mark") }).count();
  if (!hit) return fault(address, `${typed} finds nothing: ${await page.textContent("#status")}`);
  const marked = await page.textContent("#found mark");
  if (bare(marked) !== bare(typed)) fault(address, `marks ${marked}`);
  await violations(page, `${address} with results`);
  const times = await page.evaluate(async () => {
    const field = document.getElementById("q");
    const times = [];
    for (const text of [`${field.value} `, "th", "said", ""]) {
      field.value = text;
      const start = performance.now();
      document.getElementById("search").requestSubmit();
      await new Promise((done) => { setTimeout(done, 0); });
      await new Promise(requestAnimationFrame);
      times.push(Math.round(performance.now() - start));
    }
    return times;
  });
  await page.fill("#q", typed);
  await page.locator("#q").press("Enter");
  await page.waitForFunction(() => document.querySelector("#found a"));
  await page.locator("#found a").first().click();
  await page.waitForURL(/\/e\/[^/]+\/index\.html$/);
  return times;
}
await local.setViewportSize({ width: 1400, height: 900 });
console.log(`search from a folder: ${typed} found; queries ${await search(local, pathToFileURL(join(folder, "search/index.html")).href)} ms`);

// Weight of the largest edition with its style sheet: 100 kB for forty events, and no more for fewer.
const style = statSync(join(folder, "assets/style.css")).size;
const weight = statSync(join(folder, edition)).size + style;
const events = readFileSync(join(folder, edition), "utf8").match(/<article class="ev"/g)?.length ?? 0;
console.log(`${edition}: ${events} events, ${Math.round(weight / 1000)} kB with ${Math.round(style / 1000)} kB of style`);
if (weight > 100_000 * Math.max(1, events / 40)) fault(edition, `weighs ${weight} bytes`);
if (style > 20_480) fault("assets/style.css", `weighs ${style} bytes`);

// Print: nothing that can be seen may stand outside the sheet.
await local.goto(pathToFileURL(join(folder, edition)).href);
await local.emulateMedia({ media: "print", colorScheme: "light" });
await local.setViewportSize({ width: 688, height: 1000 }); // A4 within its margins
const cut = await local.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut = [];
  for (let node; (node = walker.nextNode()); ) {
    if (!node.data.trim() || !node.parentElement.checkVisibility() || node.parentElement.closest(".vh, .sprite")) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.right > innerWidth + 1 || box.left < -1) cut.push(node.data.trim().slice(0, 60));
  }
  return cut;
});
if (cut.length) fault(edition, `print cuts ${cut.length} texts, first “${cut[0]}”`);
const pdf = await local.pdf({ format: "A4", preferCSSPageSize: true });
console.log(`print: ${(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length} pages`);
await local.close();

// The same again under the policy.
const remote = await open((url) => url.startsWith(base) || url.endsWith("/favicon.ico"));
for (const path of [edition, "index.html"]) await remote.goto(base + path);
await remote.addInitScript(axe);
const policed = await (async () => {
  await remote.goto(`${base}search/index.html`);
  await remote.fill("#q", typed);
  await remote.waitForFunction(() => document.querySelector("#found mark"));
  return remote.locator("#found li").count();
})();
console.log(`under a strict policy, in a sub-path: ${policed} results shown`);
server.close();
await browser.close();

console.log(`${faults.length} faults`);
for (const words of faults.slice(0, 30)) console.log(`  ${words}`);
process.exit(faults.length ? 1 : 0);
