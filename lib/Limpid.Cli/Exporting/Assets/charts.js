// Draws the charts of a page from the data that stands in it. It fetches nothing.
(() => {
  'use strict';

  const narrowest = 600;
  const letter = 7;

  const axes = layout => Object.keys(layout).filter(key => /^[xy]axis\d*$/.test(key) && layout[key]);

  // The stored size is that of the picture. On a page a chart keeps its height and takes the page's width; a map keeps its proportions and scrolls
  // in its box before its labels meet.
  function size(layout, width) {
    const margin = { l: 80, r: 80, t: 100, b: 80, ...layout.margin };
    const [fullWidth, fullHeight] = [layout.width || 800, layout.height || 420];
    if (!axes(layout).some(key => layout[key].scaleanchor)) return { width, height: fullHeight };
    const shown = Math.min(fullWidth, Math.max(width, narrowest));
    const share = Math.max(0, shown - margin.l - margin.r) / Math.max(1, fullWidth - margin.l - margin.r);
    return { width: shown, height: Math.round(margin.t + margin.b + (fullHeight - margin.t - margin.b) * share) };
  }

  // Titles of horizontal axes that would be cut off go on in a second line.
  function titles(layout, width) {
    const wrapped = {};
    for (const key of axes(layout).filter(key => key.startsWith('x'))) {
      const title = layout[key].title;
      const text = title && typeof title === 'object' ? title.text : title;
      if (typeof text !== 'string' || text.includes('<')) continue;
      const room = Math.max(12, Math.floor((width - 70) / letter));
      const lines = [''];
      for (const word of text.split(' ')) {
        const line = lines[lines.length - 1];
        if (line && line.length + 1 + word.length > room) lines.push(word);
        else lines[lines.length - 1] = line ? `${line} ${word}` : word;
      }
      wrapped[`${key}.title.text`] = lines.join('<br>');
    }
    return wrapped;
  }

  function draw(figure) {
    const { data, layout } = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    const box = document.createElement('div');
    const plot = box.appendChild(document.createElement('div'));
    box.className = 'plot';
    const caption = figure.querySelector('figcaption');
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', caption ? caption.textContent : 'chart');
    figure.prepend(box);
    const stored = structuredClone(layout);
    // A finger on a chart scrolls the page.
    if (matchMedia('(pointer: coarse)').matches) layout.dragmode = false;
    const look = () => {
      const page = getComputedStyle(document.body);
      const { width, height } = size(stored, figure.clientWidth);
      return {
        width, height, 'font.color': page.color, 'font.family': page.getPropertyValue('--sans'),
        'font.size': Math.min((stored.font && stored.font.size) || 12, width < narrowest ? 11 : 99), ...titles(stored, width),
      };
    };
    const again = () => window.Plotly.relayout(plot, look());
    const { width, height } = size(stored, figure.clientWidth);
    window.Plotly.newPlot(plot, data, { ...layout, width, height }, { displayModeBar: false }).then(again).then(() => {
      figure.classList.add('drawn');
      let before = figure.clientWidth;
      new ResizeObserver(() => {
        if (figure.clientWidth && figure.clientWidth !== before) { before = figure.clientWidth; again(); }
      }).observe(figure);
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    }).catch(() => box.remove());
  }

  // A chart is drawn shortly before it comes into view: a page of thirty opens as fast as a page of one.
  const near = new IntersectionObserver(entries => {
    for (const entry of entries.filter(each => each.isIntersecting)) {
      near.unobserve(entry.target);
      draw(entry.target);
    }
  }, { rootMargin: '600px' });
  for (const figure of document.querySelectorAll('figure.chart')) near.observe(figure);
})();
