// The few things of the workspace that only a script can do. No framework, no build.
(() => {
  const place = 'registry.place';
  const longest = 1_500_000;

  window.registry = {
    // The server asks for the focus around the time it sends what changed on the page. Somebody who is in another box by then
    // has gone on, and keeps it; the box of the same name is the one that is about to be replaced.
    focusLater(id, tries = 40) {
      const at = document.activeElement;
      if (at?.matches('input, select, textarea') && at.id !== id) return;
      const box = document.getElementById(id) ?? document.getElementById(id + '-en');
      if ((box && box !== at) || tries === 0) window.registry.focus(id);
      else setTimeout(() => window.registry.focusLater(id, tries - 1), 50);
    },

    // A text's problem points at the box of its first language.
    focus(id, tries = 10) {
      const box = document.getElementById(id) ?? document.getElementById(id + '-en') ?? nearest(id);
      if (!box) {
        if (tries > 0) setTimeout(() => window.registry.focus(id, tries - 1), 50);
        return;
      }
      box.closest('details')?.setAttribute('open', '');
      const target = box.matches('fieldset') ? box.querySelector('input') ?? box : box;
      target.focus();
      target.scrollIntoView({ block: 'center' });
    },

    replaceAddress: (address) => history.replaceState(history.state, '', address),

    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,

    // After a reload that this script made: what never reached the server is typed again, the focus and the caret go back.
    ready() {
      const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null');
      sessionStorage.removeItem(place);
      if (!kept) return;
      for (const [id, value] of kept.unsaved) retype(id, value);
      const box = document.getElementById(kept.id);
      if (!box) return;
      box.closest('details')?.setAttribute('open', '');
      box.focus();
      if (kept.caret !== null && box.setSelectionRange) box.setSelectionRange(kept.caret, kept.caret);
    },
  };

  // The box of the path's nearest part that the form shows: f-events-e1 for f-events-e1-note.
  function nearest(id) {
    for (let at = id.lastIndexOf('-'); at > 1; at = id.lastIndexOf('-', at - 1)) {
      const box = document.getElementById(id.slice(0, at));
      if (box) return box;
    }
    return null;
  }

  // What was typed and is not known to be saved: by the id of the box, its text and when.
  const unsaved = new Map();

  document.addEventListener('input', (event) => {
    const box = event.target;
    if (box.id && box.closest('[data-editor]') && box.type !== 'checkbox') unsaved.set(box.id, { value: box.value, at: Date.now() });
  }, true);

  // "Saved" may still speak of the keystrokes before the last ones, so these are kept for a second more.
  setInterval(() => {
    if (isOffline() || !document.querySelector('.saving-saved')) return;
    for (const [id, typed] of unsaved) if (Date.now() - typed.at > 1000) unsaved.delete(id);
  }, 500);

  function retype(id, value) {
    const box = document.getElementById(id);
    if (!box) return;
    box.value = value;
    box.dispatchEvent(new Event(box.matches('select') ? 'change' : 'input', { bubbles: true }));
  }

  function leave() {
    const box = document.activeElement;
    let caret = null;
    try { caret = box?.selectionStart ?? null; } catch { /* a box without a caret */ }
    const typed = [...unsaved].map(([id, { value }]) => [id, value]);
    try {
      sessionStorage.setItem(place, JSON.stringify({ id: box?.id ?? '', caret, unsaved: typed }));
    } catch { /* more than the browser keeps: the draft on the server is what there is */ }
    location.reload();
  }

  // Ctrl+S saves, Ctrl+Enter submits; in an open list of suggestions the arrows move in the list, not in the text.
  document.addEventListener('keydown', (event) => {
    const key = !(event.ctrlKey || event.metaKey) ? null
      : event.key === 's' ? 'save'
      : event.key === 'Enter' ? 'submit'
      : null;
    const button = key && document.querySelector(`[data-key="${key}"]`);
    if (button) {
      event.preventDefault();
      button.click();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target.matches?.('[role=combobox][aria-expanded=true]')) {
      event.preventDefault();
    }
  });

  // A message beyond the server's limit would end the connection, and with it the page. Such a text is never sent.
  document.addEventListener('beforeinput', (event) => {
    const box = event.target;
    const added = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (box.closest?.('[data-editor]') && (box.value?.length ?? 0) + added.length > longest) {
      event.preventDefault();
      alert(document.querySelector('[data-too-long]')?.dataset.tooLong);
    }
  }, true);

  // The connection. The classes that Blazor's script sets on this element are the same in .NET 9 and 10. It tries to come back by
  // itself; where the server knows this page no more, as after a restart, or takes too long, a new page opens the draft.
  const patience = 6000;
  let waiting = false;

  const isOffline = () => document.documentElement.classList.contains('is-offline');

  function watch() {
    const banner = document.getElementById('components-reconnect-modal');
    const gone = !!banner && ['show', 'failed', 'rejected'].some((state) => banner.classList.contains(`components-reconnect-${state}`));
    if (gone === isOffline()) return;
    document.documentElement.classList.toggle('is-offline', gone);
    document.querySelectorAll('.saving-offline').forEach((line) => { line.hidden = !gone; });
    if (gone && !waiting) wait(banner);
    if (!gone) for (const [id, typed] of unsaved) retype(id, typed.value);
  }

  async function wait(banner) {
    waiting = true;
    let answeredAt = null;
    while (isOffline()) {
      if (await answers()) {
        answeredAt ??= Date.now();
        const given = !banner.classList.contains('components-reconnect-show');
        if (isOffline() && (given || Date.now() - answeredAt > patience)) return leave();
      }
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    waiting = false;
  }

  async function answers() {
    try {
      return (await fetch('/health/ready', { cache: 'no-store' })).ok;
    } catch {
      return false;
    }
  }

  new MutationObserver(watch).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
})();
