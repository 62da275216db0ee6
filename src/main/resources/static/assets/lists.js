// The keyboard in a list: arrows go from row to row, the space bar chooses one.
(() => {
  'use strict';
  const table = document.querySelector('[data-rows]');
  if (!table) return;
  const links = () => Array.from(table.querySelectorAll('tbody th a'));
  const typing = target => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && target.type !== 'checkbox';
  const help = document.querySelector('[data-keys]');
  if (help) help.hidden = false;

  const boxes = () => Array.from(table.querySelectorAll('tbody input[type="checkbox"]'));
  const whole = table.querySelector('[data-all]');
  const said = document.querySelector('[data-chosen]');
  const none = said ? said.textContent : '';
  const count = () => {
    const chosen = boxes().filter(box => box.checked).length;
    if (said) said.textContent = chosen === 0 ? none : chosen === 1 ? said.dataset.one : said.dataset.many.replace('#', chosen);
    if (whole) {
      whole.checked = chosen > 0 && chosen === boxes().length;
      whole.indeterminate = chosen > 0 && !whole.checked;
    }
  };
  if (whole) {
    whole.hidden = false;
    whole.addEventListener('change', () => {
      boxes().forEach(box => { box.checked = whole.checked; });
      count();
    });
  }
  table.addEventListener('change', count);
  // a page that one comes back to still has its boxes ticked
  window.addEventListener('pageshow', count);

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === '?' && help && document.documentElement.dataset.shortcuts !== 'off') {
      event.preventDefault();
      help.open = !help.open;
      if (help.open) help.querySelector('summary').focus();
      return;
    }
    const row = event.target.closest('[data-rows] tbody tr');
    const rows = links();
    const at = row ? rows.indexOf(row.querySelector('th a')) : -1;
    const go = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const box = row && event.key === ' ' && event.target.matches('th a') ? row.querySelector('input[type="checkbox"]') : null;
    if (box) {
      event.preventDefault();
      box.checked = !box.checked;
      count();
      return;
    }
    // outside the rows the arrows scroll, as everywhere
    if (row && go !== undefined && rows[go]) {
      event.preventDefault();
      rows[go].focus();
    }
  });
})();
