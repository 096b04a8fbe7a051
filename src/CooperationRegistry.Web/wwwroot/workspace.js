// The few things of the workspace that only a script can do. No framework, no build.
(() => {
  const place = 'registry.place';
  const longest = 1_500_000;

  window.registry = {
    // The server asks for the focus just before it sends what changed on the page.
    focusLater: (id) => setTimeout(() => window.registry.focus(id), 80),

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

    // After a reload that this script made, the focus and the caret go back to where they were.
    ready() {
      const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null');
      sessionStorage.removeItem(place);
      const box = kept && document.getElementById(kept.id);
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

  function keepPlace() {
    const box = document.activeElement;
    if (!box?.id) return;
    let caret = null;
    try { caret = box.selectionStart ?? null; } catch { /* a box without a caret */ }
    sessionStorage.setItem(place, JSON.stringify({ id: box.id, caret }));
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

  // The connection. The classes that Blazor's script sets on this element are the same in .NET 9 and 10.
  let waiting = false;

  function watch() {
    const banner = document.getElementById('components-reconnect-modal');
    const gone = !!banner && ['show', 'failed', 'rejected'].some((state) => banner.classList.contains(`components-reconnect-${state}`));
    document.documentElement.classList.toggle('is-offline', gone);
    document.querySelectorAll('.saving-offline').forEach((line) => { line.hidden = !gone; });
    if (gone && !waiting) wait(banner);
  }

  async function wait(banner) {
    waiting = true;
    while (document.documentElement.classList.contains('is-offline')) {
      // Rejected: the server answers but knows this page no more, as after a restart. Only a new page helps.
      if (await answers() && (banner.classList.contains('components-reconnect-rejected') || !(await reconnect()))) {
        keepPlace();
        location.reload();
        return;
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

  async function reconnect() {
    try {
      return await window.Blazor.reconnect();
    } catch {
      return true; // Not yet: try again.
    }
  }

  new MutationObserver(watch).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
})();
