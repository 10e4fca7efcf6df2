// Draws formulas and makes the page easier to use where scripts run. It fetches nothing.
(() => {
  'use strict';

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  function formulas() {
    if (!window.katex) return;
    for (const formula of all('.math')) {
      const tex = formula.textContent;
      try {
        window.katex.render(tex, formula, { displayMode: formula.classList.contains('display'), throwOnError: false, trust: false, strict: 'ignore', maxSize: 20, maxExpand: 500 });
        formula.classList.add('drawn');
      } catch {
        formula.textContent = tex;
      }
    }
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
    for (const box of all('.scroll, pre').filter(each => each.scrollWidth > each.clientWidth)) {
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
  copyButtons();
  contents();
  filter();
  scrollers();
})();
