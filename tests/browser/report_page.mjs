// What the tests of pages share: the program run, and a page of it opened in Chromium as a reader would. The
// environment says where things are:
//   KIJUN          the program, which writes the reports
//   KIJUN_OUTPUT   a folder for the reports and their PDFs
//   KIJUN_MODULES  the folder that holds node_modules/playwright-core and axe-core
//   KIJUN_SHOTS    a folder for screenshots

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const { KIJUN, KIJUN_OUTPUT, KIJUN_MODULES, KIJUN_SHOTS } = process.env;
const installed = createRequire(path.join(path.resolve(KIJUN_MODULES), 'any.js'));

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

// Audits a survey and gives the report's path.
export function writeReport(name, survey, ...options) {
  mkdirSync(KIJUN_OUTPUT, { recursive: true });
  mkdirSync(KIJUN_SHOTS, { recursive: true });
  const report = path.resolve(KIJUN_OUTPUT, `${name}.html`);
  const run = spawnSync(KIJUN, ['audit', survey, '--quiet', '--out', `html=${report}`, ...options], { encoding: 'utf8' });
  assert.ok(run.status === 0 || run.status === 1, `kijun audit: exit ${run.status}\n${run.stderr}`);
  assert.ok(existsSync(report), 'kijun wrote no report');
  return report;
}

export const output = (name) => path.resolve(KIJUN_OUTPUT, name);

export const launch = () =>
  installed('playwright-core').chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

// Opens a report and gives the page, with what it asked for and complained about.
export async function openReport(browser, report, { at = '', ...options } = {}) {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(report).href + at);
  return { page, requests, complaints, close: () => context.close() };
}

// Waits until the page shows what its address says: the page hears of a changed address a moment after the change.
export const shown = (page) => page.waitForFunction(() => document.documentElement.dataset.address === location.hash);

export async function goTo(page, address) {
  await page.evaluate((to) => { location.hash = to; }, address);
  await shown(page);
}

// Follows a link to another address.
export async function follow(page, link) {
  const before = await page.evaluate(() => location.hash);
  await link.click();
  await page.waitForFunction((address) => location.hash !== address, before);
  await shown(page);
}

// What axe objects to in what is shown, the bar opened, with the first elements that each objection is about.
export async function objections(page) {
  await page.evaluate(() => {
    document.querySelectorAll('.control').forEach((control) => { control.open = true; });
    // Nobody meets what is hidden; without it axe has less to walk through.
    document.querySelectorAll('main [hidden]').forEach((element) => element.remove());
  });
  await page.evaluate(readFileSync(installed.resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map((each) => [each.id, each.nodes.slice(0, 3).map(({ html }) => html)]);
}

export const shot = (page, name, fullPage = true) =>
  page.screenshot({ path: path.join(KIJUN_SHOTS, `${name}.png`), fullPage });
