// Draws what stands in the page: formulas, charts; makes the page easier to use where scripts run. It fetches nothing.
(() => {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  function formulas() {
    if (!window.katex) return;
    for (const formula of all('.math')) {
      const tex = formula.textContent;
      try {
        window.katex.render(tex, formula, { displayMode: formula.classList.contains('display'), throwOnError: false, trust: false, maxSize: 20, maxExpand: 500 });
        formula.classList.add('drawn');
      } catch {
        formula.textContent = tex;
      }
    }
  }

  // The stored size is that of the picture. On a page the width is the page's; a map keeps its proportions, another chart its height.
  function size(layout, width) {
    const margin = { l: 80, r: 80, t: 100, b: 80, ...layout.margin };
    const isMap = Object.keys(layout).some(key => /^[xy]axis\d*$/.test(key) && layout[key] && layout[key].scaleanchor);
    const [fullWidth, fullHeight] = [layout.width || 800, layout.height || 420];
    if (!isMap) return { width, height: fullHeight };
    const shown = Math.min(width, fullWidth);
    const share = Math.max(0, shown - margin.l - margin.r) / Math.max(1, fullWidth - margin.l - margin.r);
    return { width: shown, height: Math.round(margin.t + margin.b + (fullHeight - margin.t - margin.b) * share) };
  }

  function draw(figure) {
    const { data, layout } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const plot = make('div', { className: 'plot' });
    const caption = figure.querySelector('figcaption');
    plot.setAttribute('role', 'img');
    plot.setAttribute('aria-label', caption ? caption.textContent : 'chart');
    figure.prepend(plot);
    const stored = { ...layout };
    const look = () => {
      const page = getComputedStyle(document.body);
      return { ...size(stored, figure.clientWidth), font: { ...stored.font, color: page.color, family: page.getPropertyValue('--sans') } };
    };
    window.Plotly.newPlot(plot, data, { ...layout, ...look() }, { displayModeBar: false }).then(() => {
      figure.classList.add('drawn');
      let width = figure.clientWidth;
      const again = () => window.Plotly.relayout(plot, look());
      new ResizeObserver(() => {
        if (figure.clientWidth && figure.clientWidth !== width) { width = figure.clientWidth; again(); }
      }).observe(figure);
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
    }).catch(() => plot.remove());
  }

  // A chart is drawn shortly before it comes into view: a page of thirty opens as fast as a page of one.
  function charts() {
    if (!window.Plotly) return;
    const near = new IntersectionObserver(entries => {
      for (const entry of entries.filter(each => each.isIntersecting)) {
        near.unobserve(entry.target);
        draw(entry.target);
      }
    }, { rootMargin: '600px' });
    all('figure.chart').forEach(figure => near.observe(figure));
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const code of all('.code')) {
      const button = make('button', { type: 'button', className: 'copy', textContent: 'Copy' });
      button.addEventListener('click', async () => {
        try {
          await navigator.clipboard.writeText(code.querySelector('pre').textContent);
          button.textContent = 'Copied';
        } catch {
          button.textContent = 'Not copied';
        }
        setTimeout(() => { button.textContent = 'Copy'; }, 1500);
      });
      code.append(button);
    }
  }

  // What scrolls must be reachable by keyboard.
  function scrollers() {
    for (const box of all('.scroll, pre'))
      if (box.scrollWidth > box.clientWidth) {
        box.tabIndex = 0;
        if (box.classList.contains('scroll')) {
          box.setAttribute('role', 'region');
          box.setAttribute('aria-label', 'Table, scrolls sideways');
        }
      }
  }

  function contents() {
    const list = document.querySelector('.contents details');
    if (!list) return;
    const wide = matchMedia('(min-width: 72rem)');
    const follow = () => { list.open = wide.matches; };
    follow();
    wide.addEventListener('change', follow);
    const links = new Map(all('a', list).map(link => [decodeURIComponent(link.hash.slice(1)), link]));
    const headings = all('main h2[id]').filter(heading => links.has(heading.id));
    let current = null;
    const mark = () => {
      const above = headings.filter(heading => heading.getBoundingClientRect().top < innerHeight / 3);
      const link = above.length ? links.get(above[above.length - 1].id) : null;
      if (link === current) return;
      if (current) current.removeAttribute('aria-current');
      if (link) link.setAttribute('aria-current', 'true');
      current = link;
    };
    addEventListener('scroll', mark, { passive: true });
    mark();
  }

  function filter() {
    const form = document.querySelector('.filter');
    if (!form) return;
    form.hidden = false;
    const rows = all('table.claims tr[data-verdict]');
    const words = form.querySelector('input[type=search]');
    const paper = form.querySelector('select');
    const apply = () => {
      const verdicts = new Set(all('input[type=checkbox]:checked', form).map(box => box.value));
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !verdicts.has(row.dataset.verdict) || Boolean(paper && paper.value && paper.value !== row.dataset.paper) || !wanted.every(word => text.includes(word));
      }
      for (const group of all('table.claims tbody'))
        group.hidden = !all('tr[data-verdict]', group).some(row => !row.hidden);
      form.querySelector('output').textContent = `${rows.filter(row => !row.hidden).length} of ${rows.length} claims shown`;
    };
    form.addEventListener('input', apply);
    apply();
  }

  formulas();
  charts();
  copyButtons();
  contents();
  filter();
  scrollers();
})();
