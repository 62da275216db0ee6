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

// Steps in another order: dragged by their handle, or with the arrow keys while it has the focus. Without script the menu
// of each step has "higher" and "lower".
(() => {
  'use strict';
  const ready = () => document.querySelectorAll('[data-grip][hidden]').forEach(grip => {
    grip.hidden = false;
    grip.closest('li').classList.add('has-grip');
  });
  ready();
  document.addEventListener('htmx:afterSwap', ready);

  const send = (grip, values) => {
    grip.focus();
    window.htmx.ajax('POST', grip.dataset.grip, { target: grip.dataset.target, swap: 'outerHTML', values });
  };

  document.addEventListener('keydown', event => {
    const grip = event.target.closest?.('[data-grip]');
    if (!grip || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    send(grip, { to: event.key === 'ArrowUp' ? 'up' : 'down' });
  });

  let drag = null;
  document.addEventListener('pointerdown', event => {
    const grip = event.target.closest?.('[data-grip]');
    if (!grip || event.button !== 0) return;
    const item = grip.closest('li');
    event.preventDefault();
    drag = { grip, item, next: item.nextElementSibling };
    item.classList.add('is-dragged');
    grip.setPointerCapture(event.pointerId);
  });
  document.addEventListener('pointermove', event => {
    if (!drag) return;
    const others = [...drag.item.parentElement.children].filter(one => one !== drag.item);
    const below = others.find(one => {
      const box = one.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if ((below ?? null) !== drag.item.nextElementSibling) drag.item.parentElement.insertBefore(drag.item, below ?? null);
  });
  const end = keep => {
    if (!drag) return;
    const { grip, item, next } = drag;
    drag = null;
    item.classList.remove('is-dragged');
    if (!keep) item.parentElement.insertBefore(item, next);
    else if (item.nextElementSibling !== next) {
      const before = item.nextElementSibling?.dataset.step;
      send(grip, before ? { before } : {});
    } else grip.focus();
  };
  document.addEventListener('pointerup', () => end(true));
  document.addEventListener('pointercancel', () => end(false));
  document.addEventListener('keydown', event => { if (event.key === 'Escape') end(false); });
})();
