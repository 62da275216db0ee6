// Shortcuts that fill a date: tomorrow, in a week. Without script the date field does it all.
(() => {
  'use strict';
  document.querySelectorAll('[data-days]').forEach(row => {
    const field = document.getElementById(row.dataset.field);
    if (!field) return;
    row.hidden = false;
    row.addEventListener('click', event => {
      const button = event.target.closest('button');
      if (!button) return;
      field.value = button.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  });
})();
