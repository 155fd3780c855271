// Opens pages that keten wrote in a browser and holds them against what is promised of them: nothing is loaded, nothing runs, nothing is
// said on the console, axe finds nothing, nothing sticks out at the side; in both languages, light and dark, wide, on a phone and on paper.
//
//   node check.mjs KETEN [--shots FOLDER]

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";

const [keten, ...rest] = process.argv.slice(2);
const shots = rest[0] === "--shots" ? rest[1] : null;
const browserPath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"];
const WIDTHS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What every text field of the hostile network holds. */
const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(1)></style><script src="http://example.invalid/x.js"></script>\u202eevil`;

function hostileNetwork(folder) {
  const cell = (text) => `"${text.replaceAll('"', '""')}"`;
  const all = cell(HOSTILE);
  mkdirSync(folder);
  writeFileSync(join(folder, "dependencies.csv"), `dependent,provider,need,source\n${cell("b" + HOSTILE)},${cell("a" + HOSTILE)},${all},${all}\n`);
  const node = (id, kind) => `${cell(id + HOSTILE)},${all},${kind},${all},${all},${all},${all}\n`;
  writeFileSync(join(folder, "nodes.csv"), `id,name,kind,sector,ministry,operator,source\n${node("a", "asset")}${node("b", "process")}`);
  const quoted = JSON.stringify(HOSTILE);
  writeFileSync(join(folder, "network.toml"), `title = ${quoted}\nmarking = ${quoted}\nversion = ${quoted}\n`);
}

/** Another version of a network, with smaller batteries behind the masts. */
function laterNetwork(network, folder) {
  cpSync(network, folder, { recursive: true });
  const file = join(folder, "dependencies", "ict-telecom.csv");
  const rows = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, rows.map((row) => (row.startsWith("MAST-") ? row.replace(",stroom,,,,4,", ",stroom,,,,1,") : row)).join("\n"));
}

/** The pages that are looked at: a name, and what keten is asked. */
function questions(folder) {
  const hostile = join(folder, "hostile");
  hostileNetwork(hostile);
  const vital = "networks/nl-vitaal";
  const later = join(folder, "later");
  laterNetwork(vital, later);
  return {
    diemen: ["report", vital, "--scenario", "diemen-2015", "--samples", "200"],
    compromise: ["report", "networks/exercise-threat", "--scenario", "beheerder"],
    network: ["report", vital],
    simulate: ["simulate", vital, "--scenario", "diemen-2015"],
    check: ["check", vital],
    compare: ["compare", vital, later, "--scenario", "diemen-2015", "--criterion", "lost_h"],
    beside: ["report", later, "--scenario", "diemen-2015", "--beside", vital],
    hostile: ["report", hostile, "--fail", "kind=asset+5"],
  };
}

function write(folder, name, question, lang) {
  const path = join(folder, `${name}-${lang}.html`);
  execFileSync(keten, [...question, "--lang", lang, "--out", path, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
  return path;
}

const faults = [];

/** Opens a page under one look and holds it against the promises. */
async function look(browser, path, name, { scheme, size, media }) {
  const context = await browser.newContext({ viewport: WIDTHS[size], colorScheme: scheme, deviceScaleFactor: 1 });
  const page = await context.newPage();
  const url = pathToFileURL(path).href;
  const told = (what) => faults.push(`${name} ${scheme} ${size} ${media}: ${what}`);
  page.on("console", (message) => told(`console: ${message.text()}`));
  page.on("pageerror", (error) => told(`error: ${error.message}`));
  page.on("dialog", (dialog) => { told(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url() !== url) told(`request: ${request.url()}`); });
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.goto(url);
  const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (out > 0 && media === "screen") told(`sticks out by ${out} px`);
  await page.evaluate(axe.source);
  const found = await page.evaluate((rules) => axe.run(document, { runOnly: { type: "tag", values: rules } }), RULES);
  for (const violation of found.violations) told(`axe: ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
  if (media === "print") await paper(page, name, told);
  else if (shots) await page.screenshot({ path: join(shots, `${name}-${scheme}-${size}.png`), fullPage: true });
  await context.close();
  return found.passes.length;
}

/** On paper what is folded away on a screen is there, and what only serves a screen is not. */
async function paper(page, name, told) {
  const hidden = await page.evaluate(() => [...document.querySelectorAll("details table")].filter((table) => !table.checkVisibility()).length);
  if (hidden > 0) told(`${hidden} tables are not on paper`);
  if (await page.evaluate(() => [...document.querySelectorAll("nav, summary")].some((part) => part.checkVisibility()))) told("a list of links is on paper");
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: true });
  if (pdf.length < 10_000) told(`the PDF has ${pdf.length} bytes`);
  if (shots) writeFileSync(join(shots, `${name}.pdf`), pdf);
}

const folder = mkdtempSync(join(tmpdir(), "keten-browser-"));
if (shots) mkdirSync(shots, { recursive: true });
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
/** The browser; one that does not start says nothing about the pages (3). */
async function start() {
  try {
    return await chromium.launch({ executablePath: browserPath, args: [...FLAGS, ...sandbox] });
  } catch (error) {
    console.error(error.message);
    process.exit(3);
  }
}

const browser = await start();
let looks = 0;
let passed = 0;
try {
  for (const [name, question] of Object.entries(questions(folder))) {
    for (const lang of ["en", "nl"]) {
      const path = write(folder, name, question, lang);
      for (const scheme of ["light", "dark"]) {
        for (const size of Object.keys(WIDTHS)) {
          passed += await look(browser, path, `${name}-${lang}`, { scheme, size, media: "screen" });
          looks += 1;
        }
      }
      passed += await look(browser, path, `${name}-${lang}`, { scheme: "light", size: "wide", media: "print" });
      looks += 1;
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
// A check that checks nothing must not pass.
if (looks === 0 || passed < looks) faults.push(`axe held ${passed} rules in ${looks} looks`);
for (const fault of faults) console.error(fault);
console.log(`${looks} looks, ${passed} axe rules held, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
