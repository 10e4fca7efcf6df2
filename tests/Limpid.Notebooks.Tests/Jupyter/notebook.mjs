// A user in Debian's notebook: runs all cells, sees charts, completes a member, presses stop in a loop, goes on, saves.
// node notebook.mjs PLAYWRIGHT CHROMIUM URL PICTURES
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [playwright, chromium, url, pictures] = process.argv.slice(2);
const minutes = 60_000;
const browser = await createRequire(import.meta.url)(playwright).chromium.launch({
  executablePath: chromium,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

function check(good, sentence) {
  if (!good) throw new Error(sentence);
}

try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  page.setDefaultTimeout(2 * minutes);
  // Leaving the page with unsaved changes asks a question.
  page.on('dialog', dialog => dialog.accept());
  await page.goto(url);
  await page.waitForFunction(() => window.Jupyter?.notebook?.kernel?.info_reply?.implementation === 'limpid');

  const cells = () => page.evaluate(() => Jupyter.notebook.get_cells().filter(cell => cell.cell_type === 'code').map(cell => ({
    prompt: cell.input_prompt_number, code: cell.get_text(), tags: cell.metadata.tags ?? [], outputs: cell.output_area.toJSON(),
  })));
  const text = cell => cell.outputs.map(output => output.text ?? output.data?.['text/plain'] ?? output.evalue ?? '').flat().join('');

  await page.evaluate(() => Jupyter.notebook.clear_all_output());
  await page.evaluate(() => Jupyter.notebook.execute_all_cells());
  await page.waitForFunction(() => Jupyter.notebook.get_cells().every(cell =>
    cell.cell_type !== 'code' || cell.get_text().trim() === '' || typeof cell.input_prompt_number === 'number') && !Jupyter.notebook.kernel_busy, undefined, { timeout: 12 * minutes });
  for (const cell of await cells())
    if (!cell.tags.includes('raises-exception'))
      check(!cell.outputs.some(output => output.output_type === 'error'), `a cell failed: ${cell.code}\n${text(cell)}`);
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('.output .js-plotly-plot')];
    return charts.length > 2 && charts.every(chart => chart.querySelector('.main-svg'));
  });
  const charts = await page.locator('.output .js-plotly-plot').count();
  const coloured = await page.locator('.CodeMirror .cm-keyword').count();
  check(coloured > 0, 'the code is not coloured as C#');
  mkdirSync(pictures, { recursive: true });
  await page.locator('.output .js-plotly-plot').first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, 'lab-charts.png') });

  // begin(CODE) starts a cell at the end and returns its place; shows(PLACE, TEXT) waits until its outputs hold a text, which may come after
  // its answer.
  const begin = code => page.evaluate(code => {
    const cell = Jupyter.notebook.insert_cell_at_bottom('code');
    cell.set_text(code);
    Jupyter.notebook.select(Jupyter.notebook.ncells() - 1);
    cell.execute();
    return Jupyter.notebook.ncells() - 1;
  }, code);
  const shows = (place, text) => page.waitForFunction(([place, text]) =>
    JSON.stringify(Jupyter.notebook.get_cell(place).output_area.toJSON()).includes(text), [place, text]);

  const loop = await begin('var after = "kept"; Console.WriteLine("in the loop");\nwhile (true) { }');
  await shows(loop, 'in the loop');
  await page.click('button[data-jupyter-action="jupyter-notebook:interrupt-kernel"]');
  await shows(loop, '"ename":"Interrupted"');
  await page.waitForFunction(place => typeof Jupyter.notebook.get_cell(place).input_prompt_number === 'number', loop);
  await shows(await begin('Console.Write($"{mode} {after}");'), 'quick kept');

  const written = await begin('');
  await page.evaluate(place => {
    const cell = Jupyter.notebook.get_cell(place);
    cell.set_text('after.Subst');
    Jupyter.notebook.select(place);
    Jupyter.notebook.edit_mode();
    cell.code_mirror.setCursor(0, 11);
  }, written);
  await page.keyboard.press('Tab');
  await page.waitForFunction(place => Jupyter.notebook.get_cell(place).get_text() === 'after.Substring', written);
  await page.screenshot({ path: join(pictures, 'lab-stop.png') });

  await page.evaluate(() => Jupyter.notebook.save_notebook());
  console.log(`${charts} charts`);
} finally {
  await browser.close();
}
