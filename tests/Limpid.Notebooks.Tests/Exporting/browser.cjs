// Opens every page of a site in a browser without a network, over http and as files; prints what it saw as JSON.
// node browser.cjs PLAYWRIGHT CHROMIUM SITE
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { pathToFileURL } = require('url');

const [playwright, chromium, site] = process.argv.slice(2);
const patience = 120_000;
const kinds = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.woff2': 'font/woff2' };

function serve() {
  const server = http.createServer((request, response) => {
    const file = path.join(site, decodeURIComponent(new URL(request.url, 'http://x').pathname));
    if (!fs.existsSync(file) || !fs.statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': kinds[path.extname(file)] || 'application/octet-stream' });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const pages = folder => fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
  entry.isDirectory() ? pages(path.join(folder, entry.name)) : entry.name.endsWith('.html') ? [path.relative(site, path.join(folder, entry.name))] : []);

async function open(browser, base, name, options) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const problems = [];
  page.on('console', message => { if (['error', 'warning', 'assert'].includes(message.type())) problems.push(`console: ${message.text()}`); });
  page.on('pageerror', error => problems.push(`error: ${error.message}`));
  page.on('dialog', dialog => { problems.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => { if (!request.url().startsWith(base) && !request.url().startsWith('data:')) problems.push(`request: ${request.url().slice(0, 200)}`); });
  page.on('requestfailed', request => problems.push(`failed: ${request.url().slice(0, 200)}`));
  if (options.javaScriptEnabled !== false)
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', e => window.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
    });
  await page.goto(base + name.split(path.sep).map(encodeURIComponent).join('/'));
  return { context, page, problems };
}

const visible = (page, selector) => page.$$eval(selector, found => found.filter(each => each.getClientRects().length > 0).length);

async function look(browser, base, name) {
  const { context, page, problems } = await open(browser, base, name, {});
  const seen = { base: base.slice(0, 4), page: name, problems };
  seen.charts = await page.$$eval('figure.chart', found => found.length);
  for (let i = 0; i < seen.charts; i++) {
    await page.$$eval('figure.chart', (found, i) => found[i].scrollIntoView(), i);
    await page.waitForFunction(i => document.querySelectorAll('figure.chart')[i].matches('.drawn'), i);
  }
  seen.drawn = await page.$$eval('figure.chart .plot .main-svg', found => new Set(found.map(each => each.closest('figure'))).size);
  seen.formulas = await page.$$eval('.math', found => found.length);
  seen.formulasDrawn = await page.$$eval('.math.drawn .katex-html', found => found.length);
  seen.formulaErrors = await page.$$eval('.katex-error', found => found.length);
  seen.text = await page.$eval('main', main => main.innerText);
  await page.setViewportSize({ width: 400, height: 800 });
  await page.waitForFunction(() => document.documentElement.scrollWidth <= 400).catch(async () =>
    problems.push(`wide: ${await page.evaluate(() => document.documentElement.scrollWidth)} pixels in a window of 400`));
  await page.emulateMedia({ media: 'print' });
  seen.pictures = await page.$$eval('figure.chart img.static', found => found.length);
  seen.picturesInPrint = await visible(page, 'figure.chart img.static');
  seen.plotsInPrint = await visible(page, 'figure.chart:has(img.static) .plot');
  seen.hostile = await page.evaluate(() => window.hostile || null);
  seen.foreign = await page.$$eval('script:not([src]):not([type="application/json"]), iframe, object, embed, form, main style, main svg:not(.main-svg, .main-svg *, .katex svg)', found => found.map(each => each.outerHTML.slice(0, 200)));
  problems.push(...await page.evaluate(() => window.violations.map(each => `policy: ${each}`)));
  await context.close();
  return seen;
}

// The index filters, and a link of it leads to a page.
async function walk(browser, base) {
  const { context, page, problems } = await open(browser, base, 'index.html', {});
  const rows = () => visible(page, 'table.claims tr[data-verdict]');
  const seen = { rows: await rows() };
  await page.click('.filter input[value="reproduced"]');
  seen.withoutReproduced = await rows();
  await page.fill('.filter input[type=search]', 'nothing has these words');
  seen.noMatch = await rows();
  await page.fill('.filter input[type=search]', '');
  await page.click('.filter input[value="reproduced"]');
  await page.click('table.claims tr[data-verdict] a');
  await page.waitForURL(/#claims$/, { waitUntil: 'load' });
  seen.landed = page.url().slice(base.length);
  // Charts above are drawn meanwhile; the place stays in view.
  await page.waitForFunction(() => { const { top } = document.querySelector('#claims').getBoundingClientRect(); return top >= -10 && top < innerHeight; });
  await page.goto(page.url().split('#')[0], { waitUntil: 'load' });
  await page.keyboard.press('Tab');
  seen.firstStop = await page.evaluate(() => document.activeElement.textContent);
  seen.problems = problems;
  await context.close();
  return seen;
}

// Without scripts pictures stand for charts, and formulas are their TeX.
async function plain(browser, base, name) {
  const { context, page, problems } = await open(browser, base, name, { javaScriptEnabled: false });
  const seen = { page: name, problems, pictures: await page.locator('figure.chart img.static').count(), formulas: await page.locator('.math').allInnerTexts() };
  seen.visible = 0;
  for (const picture of await page.locator('figure.chart img.static').all()) seen.visible += await picture.isVisible() ? 1 : 0;
  await context.close();
  return seen;
}

(async () => {
  const server = await serve();
  const browser = await require(playwright).chromium.launch({
    executablePath: chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const bases = [`http://127.0.0.1:${server.address().port}/`, pathToFileURL(site + path.sep).href];
    const report = { pages: [], walks: [], plain: [] };
    for (const base of bases) {
      for (const name of pages(site).sort()) report.pages.push(await look(browser, base, name));
      report.walks.push(await walk(browser, base));
    }
    for (const name of pages(site).sort()) report.plain.push(await plain(browser, bases[1], name));
    console.log(JSON.stringify(report));
  } finally {
    await browser.close();
    server.close();
  }
})().catch(error => { console.error(error); process.exitCode = 1; });
