// Small and optional: every page works without it.
(() => {
  'use strict';
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const typing = target => /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  const menus = 'details.me[open], details.status[open]';

  document.addEventListener('keydown', event => {
    if (event.key === '/' && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const search = document.querySelector('[data-shortcut="/"]');
      if (search && document.documentElement.dataset.shortcuts !== 'off') {
        event.preventDefault();
        search.focus();
      }
    }
    if (event.key === 'Escape') {
      all(menus).forEach(menu => {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });

  document.addEventListener('click', event => {
    all(menus).forEach(menu => {
      if (!menu.contains(event.target)) menu.open = false;
    });
    const print = event.target.closest('[data-print]');
    if (print) {
      event.preventDefault();
      window.print();
    }
    const focus = event.target.closest('.errors a[href^="#"]');
    if (focus) {
      const field = document.getElementById(decodeURIComponent(focus.hash.slice(1)));
      if (field) {
        event.preventDefault();
        field.focus();
        field.scrollIntoView({ block: 'center' });
      }
    }
  });

  const prepare = root => {
    all('button[data-print]', root).forEach(button => { button.hidden = false; });
    const errors = root.querySelector('[data-focus]');
    if (errors) errors.focus();
  };
  prepare(document);
  if (window.matchMedia('(max-width: 47.99em)').matches) {
    all('details.filters').forEach(filters => { filters.open = false; });
  }

  // Single-key shortcuts can be turned off (WCAG 2.1.4); the browser remembers only that.
  const keys = () => { try { return localStorage.getItem('shortcuts') === 'off'; } catch { return false; } };
  const applyKeys = () => {
    if (keys()) document.documentElement.dataset.shortcuts = 'off';
    else delete document.documentElement.dataset.shortcuts;
    all('[data-shortcut-switch]').forEach(place => {
      place.hidden = false;
      place.querySelector('button').setAttribute('aria-pressed', String(keys()));
    });
  };
  applyKeys();
  document.addEventListener('click', event => {
    if (!event.target.closest('[data-shortcut-switch] button')) return;
    try { localStorage.setItem('shortcuts', keys() ? 'on' : 'off'); } catch { /* the browser keeps nothing */ }
    applyKeys();
  });

  const show = (selector, shown) => all(selector).forEach(banner => { banner.hidden = !shown; });
  const online = () => show('[data-offline]', !navigator.onLine);
  window.addEventListener('online', online);
  window.addEventListener('offline', online);
  online();

  // The server asks for the token in a header when a fragment is posted.
  document.addEventListener('htmx:configRequest', event => {
    const token = document.querySelector('meta[name="csrf"]');
    if (token) event.detail.headers[token.dataset.header] = token.content;
  });
  document.addEventListener('htmx:afterSwap', event => prepare(event.detail.target));
  document.addEventListener('htmx:responseError', event => {
    if (event.detail.xhr.status === 401) show('[data-signed-out]', true);
  });
  document.addEventListener('htmx:sendError', () => show('[data-offline]', true));
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful) {
      show('[data-signed-out]', false);
      online();
      // what was refused before is no longer news
      all('#refusal [data-refusal]').forEach(notice => notice.remove());
    }
  });
})();
