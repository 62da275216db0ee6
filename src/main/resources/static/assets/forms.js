// What makes forms kinder: a warning before typed text is lost, and choices that send themselves.
(() => {
  'use strict';
  const changed = new Set();
  const guarded = form => form && form.method === 'post' && !form.hasAttribute('data-unguarded');

  document.addEventListener('input', event => {
    const form = event.target.form;
    if (guarded(form) && event.target.matches('textarea, input:not([type="hidden"], [type="search"], [type="radio"], [type="checkbox"])')) changed.add(form);
  });
  document.addEventListener('submit', event => changed.delete(event.target));
  document.addEventListener('htmx:afterRequest', event => {
    const form = event.target.closest ? event.target.closest('form') : null;
    if (form && event.detail.successful) changed.delete(form);
  });
  window.addEventListener('beforeunload', event => {
    const open = Array.from(changed).some(form => form.isConnected);
    if (open) event.preventDefault();
  });

  document.addEventListener('change', event => {
    const field = event.target.closest('[data-autosubmit]');
    if (field && field.form) field.form.requestSubmit();
  });
  // The button stays for those without script, for the keyboard, and beside any field that does not send itself.
  document.querySelectorAll('form').forEach(form => {
    const fields = Array.from(form.elements).filter(field => field.matches('input:not([type="hidden"]), select, textarea'));
    if (fields.length > 0 && fields.every(field => field.closest('[data-autosubmit]'))) {
      form.querySelectorAll('[data-autosubmit-button]').forEach(button => button.classList.add('vh-focusable'));
    }
  });

  // A file that is too large would take the rest of the form down with it: it is not sent at all.
  const size = field => Array.from(field.files).reduce((sum, file) => sum + file.size, 0);
  const tooLarge = field => size(field) > field.dataset.most * 1048576 - 16384;
  const said = field => document.getElementById(field.id + '-too-large');
  const say = field => {
    const wrong = tooLarge(field);
    if (wrong && !said(field)) {
      const text = document.createElement('p');
      text.className = 'error';
      text.id = field.id + '-too-large';
      text.setAttribute('role', 'alert');
      text.textContent = field.dataset.tooLarge;
      field.before(text);
    }
    if (!wrong && said(field)) said(field).remove();
    field.closest('.field').classList.toggle('field--error', wrong);
    if (wrong) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
    return wrong;
  };
  document.addEventListener('change', event => {
    if (event.target.matches('input[type="file"][data-most]')) say(event.target);
  });
  document.addEventListener('submit', event => {
    const wrong = Array.from(event.target.querySelectorAll('input[type="file"][data-most]')).filter(say);
    if (wrong.length > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      changed.add(event.target);
      wrong[0].focus();
    }
  });

  // One press is enough; a second within the same page load would only wait for the first.
  document.addEventListener('submit', event => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = 'yes';
    setTimeout(() => { delete event.target.dataset.sent; }, 4000);
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach(form => { delete form.dataset.sent; });
  });
})();
