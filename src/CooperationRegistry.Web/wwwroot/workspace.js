// The few things of the workspace that only a script can do. No framework, no build.
(() => {
  const place = 'registry.place';
  const longest = 1_500_000;
  const aDay = 24 * 60 * 60 * 1000;
  const boxes = 'input:not([type=file], [type=hidden]), select, textarea';
  const pageMark = '— p. ';

  // By the form's address, so that two drafts do not mix; in either language it is the same draft.
  const keep = () => {
    const query = new URLSearchParams(location.search);
    query.delete('lang');
    const here = `${location.pathname}?${query}`;
    return { typed: 'registry.typed:' + here, pane: 'registry.pane:' + here };
  };

  window.registry = {
    // The server asks for the focus around the time it sends what changed on the page. Somebody who is in another box by then
    // has gone on, and keeps it; the box of the same name is the one that is about to be replaced.
    focusLater(id, tries = 40) {
      const at = document.activeElement;
      if (at?.matches('input, select, textarea') && at.id !== id) return;
      const box = document.getElementById(id) ?? inOwnLanguage(id);
      if ((box && box !== at) || tries === 0) window.registry.focus(id);
      else setTimeout(() => window.registry.focusLater(id, tries - 1), 50);
    },

    // A text's problem points at the box of the page's language.
    focus(id, tries = 10) {
      const box = document.getElementById(id) ?? inOwnLanguage(id) ?? nearest(id);
      if (!box) {
        if (tries > 0) setTimeout(() => window.registry.focus(id, tries - 1), 50);
        return;
      }
      for (let at = box.closest('details'); at; at = at.parentElement.closest('details')) at.setAttribute('open', '');
      const target = box.matches('fieldset') ? box.querySelector('input') ?? box : box;
      target.focus();
      target.scrollIntoView({ block: 'center' });
    },

    // What is kept under the old address belongs to the new one.
    replaceAddress(address) {
      const before = keep();
      history.replaceState(history.state, '', address);
      for (const [from, to] of [[before.typed, keep().typed], [before.pane, keep().pane]]) {
        if (from === to || localStorage.getItem(from) === null) continue;
        localStorage.setItem(to, localStorage.getItem(from));
        localStorage.removeItem(from);
      }
    },

    showDialog(id, focusId, tries = 40) {
      const dialog = document.getElementById(id);
      if (!dialog) {
        if (tries > 0) setTimeout(() => window.registry.showDialog(id, focusId, tries - 1), 25);
        return;
      }
      if (!dialog.open) dialog.showModal();
      dialog.scrollTop = 0;
      window.registry.focus(focusId);
    },

    // Over HTTP, not over the connection of the page: it shows how far it is, and a torn connection does not take the file along.
    upload(inputId) {
      const [input, bar] = [document.getElementById(inputId), document.getElementById(inputId + '-progress')];
      const [request, form] = [new XMLHttpRequest(), new FormData()];
      form.append('file', input.files[0]);
      return new Promise((resolve, reject) => {
        request.upload.onprogress = (event) => { if (bar && event.total) bar.value = event.loaded / event.total; };
        request.onload = () => resolve({ taken: request.status === 200, text: request.status === 200 ? request.responseText : reason(request.responseText) });
        request.onerror = () => reject(new Error('The file did not arrive.'));
        request.open('POST', '/workspace/attachments');
        request.send(form);
      });
    },

    // The form whose citations the pane's keys change. Whoever is quicker than the form has cited all the same.
    attach(form) {
      attached = form;
      showPane();
      for (const [path, locator] of toCite.splice(0)) cite(path, locator);
    },

    // The text of an attached PDF, page by page, goes where a pasted text would.
    async readAttachment(sha256) {
      const answer = await fetch(`/workspace/attachments/${sha256}/text`);
      if (!answer.ok) return false;
      const read = await answer.json();
      const pages = Array.isArray(read) ? read : read.pages;
      pane().value = pages.map((page) => `${pageMark}${page.page}\n${page.text}`).join('\n\n');
      keepPane();
      return pages.length > 0;
    },

    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,

    // After a reload, whoever made it: what never reached the server is typed again, the focus and the caret go back.
    ready(form = null) {
      [editor, silent] = [form, 0];
      const at = JSON.parse(sessionStorage.getItem(place) ?? 'null');
      sessionStorage.removeItem(place);
      const typed = JSON.parse(localStorage.getItem(keep().typed) ?? '[]');
      // What is left of a form that was open before on this page is not this one's.
      forget();
      for (const [id, entry] of typed) if (Date.now() - entry.at < aDay) retype(id, entry.value);
      // A new entry begins at its first box.
      if (!at && typed.length === 0 && location.pathname.endsWith('/new') && !location.search) document.querySelector('.editor-form')?.querySelector(boxes)?.focus();
      const box = at && document.getElementById(at.id);
      if (!box) return;
      for (let at = box.closest('details'); at; at = at.parentElement.closest('details')) at.setAttribute('open', '');
      box.focus();
      if (at.caret !== null && box.setSelectionRange) box.setSelectionRange(at.caret, at.caret);
    },
  };

  // Saved, and the form is about to be left.
  window.registry.forget = forget;

  const inOwnLanguage = (id) => document.getElementById(`${id}-${document.documentElement.lang}`);

  // The box of the path's nearest part that the form shows: f-events-e1 for f-events-e1-note.
  function nearest(id) {
    for (let at = id.lastIndexOf('-'); at > 1; at = id.lastIndexOf('-', at - 1)) {
      const box = document.getElementById(id.slice(0, at));
      if (box) return box;
    }
    return null;
  }

  // What was typed and is not known to be saved: by the id of the box, its text and when. It lies in the browser's own store too, where
  // a closed window, a crash or a dead connection does not reach it.
  const unsaved = new Map();

  function keepTyped() {
    try {
      if (unsaved.size > 0) localStorage.setItem(keep().typed, JSON.stringify([...unsaved]));
      else localStorage.removeItem(keep().typed);
    } catch { /* more than the browser keeps: the draft on the server is what there is */ }
  }

  document.addEventListener('input', (event) => {
    const box = event.target;
    if (!box.id || !box.closest('[data-editor], dialog.made') || box.matches('[type=file], [data-pane]')) return;
    unsaved.set(box.id, { value: valueOf(box), at: Date.now() });
    keepTyped();
  }, true);

  const isCheck = (box) => box.matches('[type=checkbox]');
  const valueOf = (box) => isCheck(box) ? String(box.checked) : box.value;

  function forget() {
    unsaved.clear();
    asked.length = 0;
    keepTyped();
  }

  // The server counts what it was told of, and says how much of that it has saved. It hears this question after all that was typed before
  // it, so a count saved is those keystrokes saved. Where the connection is dead and nobody knows it yet, there is no answer.
  let editor = null;
  let asking = false;
  let silent = 0;
  const asked = [];

  setInterval(async () => {
    if (unsaved.size === 0 || asking || isOffline() || !editor) return;
    asking = true;
    const at = Date.now();
    try {
      const answer = await Promise.race([editor.invokeMethodAsync('SavedSoFar'), new Promise((resolve) => setTimeout(resolve, 5000))]);
      silent = answer ? 0 : silent + 1;
      if (answer) settle(at, ...answer);
    } catch { silent++; /* the page is about to be off line, or another form is about to be here */ }
    asking = false;
    // The server lives, but not for this page: something failed there. A new page types what is not saved again.
    if (silent > 3 && !isOffline() && document.querySelector('[data-editor]') && await answers()) leave();
  }, 500);

  function settle(at, told, saved) {
    if (asked.at(-1)?.told === told) asked.at(-1).at = at;
    else asked.push({ at, told });
    while (asked.length > 0 && asked[0].told <= saved) confirm(asked.shift().at);
  }

  // A choice says on the page what the server has of it. One that the server never heard of is made again.
  function confirm(at) {
    for (const [id, typed] of unsaved) {
      if (typed.at >= at) continue;
      const box = document.getElementById(id);
      if (box?.dataset.held !== undefined && box.dataset.held !== typed.value && valueOf(box) === typed.value && (typed.again ?? 0) < 5) {
        retype(id, typed.value, (typed.again ?? 0) + 1);
      } else unsaved.delete(id);
    }
    keepTyped();
  }

  // To the other language goes the address as it is now: that of a draft is put in place of the form's without the server, which wrote the
  // link, knowing. What was typed is saved first, because the box for it may be another one there.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a.language');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    speak(link.hreflang);
  }, true);

  function speak(language, tries = 40) {
    if (unsaved.size > 0 && tries > 0) {
      setTimeout(() => speak(language, tries - 1), 100);
      return;
    }
    const address = new URL(location.href);
    address.searchParams.set('lang', language);
    location.assign(address);
  }

  function retype(id, value, again = 0) {
    const box = document.getElementById(id);
    if (!box) return;
    if (isCheck(box)) box.checked = value === 'true';
    else box.value = value;
    unsaved.set(id, { value, at: Date.now(), again });
    // Not every choice may be made twice: one that the server has is left alone.
    if (box.dataset.held === value) return;
    box.dispatchEvent(new Event(box.matches('select, [type=checkbox]') ? 'change' : 'input', { bubbles: true }));
  }

  // A problem document, in the words of its errors or its title.
  function reason(text) {
    try {
      const problem = JSON.parse(text);
      return Object.values(problem.errors ?? {}).flat().join(' ') || problem.detail || problem.title;
    } catch {
      return document.querySelector('[data-not-sent]')?.dataset.notSent ?? '';
    }
  }

  function leave() {
    const box = document.activeElement;
    let caret = null;
    try { caret = box?.selectionStart ?? null; } catch { /* a box without a caret */ }
    keepTyped();
    sessionStorage.setItem(place, JSON.stringify({ id: box?.id ?? '', caret }));
    location.reload();
  }

  // Ctrl+S saves, Ctrl+Enter submits, or is done with what is open over the form. Enter goes on to the next box. In an open list of
  // suggestions the arrows move in the list, not in the text. Alt+1 to Alt+9 go to a section. Alt+C cites for the box one is in, F6 goes to the pane and back.
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const key = (event.ctrlKey || event.metaKey) ? { s: 'save', Enter: 'submit' }[event.key] : null;
    const dialog = document.querySelector('dialog.made[open]');
    const button = key && (dialog && key === 'submit' ? dialog.querySelector('[data-key=done]') : document.querySelector(`[data-key="${key}"]`));
    const inList = event.target.matches?.('[role=combobox][aria-expanded=true]');
    if (button) {
      event.preventDefault();
      button.click();
    } else if (inList && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
    } else if (event.key === 'Enter' && !inList && !event.altKey && !event.shiftKey && !key && event.target.matches?.('input:not([type=checkbox], [type=file]), select') && event.target.closest('[data-editor], dialog.made')) {
      event.preventDefault();
      goOn(event.target);
    } else if (event.altKey && event.code === 'KeyC' && inForm(event.target)) {
      event.preventDefault();
      event.target.closest('.field')?.querySelector('.cite')?.click();
    } else if (event.altKey && (event.code === 'KeyC' || event.code === 'KeyF') && event.target.matches?.('[data-pane]')) {
      event.preventDefault();
      takeFromPane(event.code === 'KeyF');
    } else if (event.altKey && /^Digit[1-9]$/.test(event.code) && !dialog) {
      const part = document.querySelectorAll('.editor-side .part a')[event.code.at(-1) - 1];
      const section = part && document.getElementById(part.hash.slice(1));
      if (!section) return;
      event.preventDefault();
      (section.querySelector(boxes) ?? section).focus();
      section.scrollIntoView({ block: 'start' });
    } else if (event.key === 'F6' && pane()) {
      event.preventDefault();
      if (document.activeElement === pane()) backToBox();
      else {
        pane().closest('details').open = true;
        pane().focus();
      }
    }
  });

  function goOn(from) {
    const all = [...(from.closest('dialog.made') ?? from.closest('[data-editor]')).querySelectorAll(boxes)]
      .filter((box) => !box.disabled && box.tabIndex >= 0 && box.checkVisibility() && !box.matches('[data-pane], .more-languages'));
    all[all.indexOf(from) + 1]?.focus();
  }

  // The pane beside the form: the text of the source. It stays in this browser; the registry keeps what is taken from it.
  let attached = null;
  const toCite = [];
  let lastBox = null;
  const pane = () => document.querySelector('[data-pane]');
  const inForm = (box) => box.matches?.(boxes) && box.closest('[data-editor], dialog.made') && !box.matches('[data-pane]');

  document.addEventListener('focusin', (event) => { if (inForm(event.target)) lastBox = event.target.id; });
  document.addEventListener('input', (event) => { if (event.target === pane()) keepPane(); });
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-take]');
    if (button) takeFromPane(button.dataset.take === 'fill');
  });

  function keepPane() {
    try { localStorage.setItem(keep().pane, pane().value); } catch { /* too long to keep: it can be pasted again */ }
  }

  function showPane() {
    const kept = localStorage.getItem(keep().pane);
    if (!kept || !pane()) return;
    pane().value = kept;
    pane().closest('details').open = true;
  }

  function backToBox() {
    const box = lastBox && document.getElementById(lastBox);
    box?.focus();
    return box;
  }

  function takeFromPane(fill) {
    const from = pane();
    const words = from.value.slice(from.selectionStart, from.selectionEnd).trim().replace(/\s+/g, ' ');
    const locator = words && locate(from.value.slice(0, from.selectionStart), words);
    const box = backToBox();
    if (!box || !words) return;
    if (fill) retype(box.id, words);
    const path = box.closest('.field')?.querySelector('.cite')?.dataset.cite;
    if (path) cite(path, locator);
  }

  function cite(path, locator) {
    if (attached) attached.invokeMethodAsync('CiteAsync', path, locator);
    else toCite.push([path, locator]);
  }

  // "p. 2: …" in a PDF, "¶ 3: …" in a pasted text: the page or the paragraph, and the words.
  function locate(before, words) {
    const short = words.length > 200 ? words.slice(0, 200) + '…' : words;
    const pages = before.split('\n').filter((line) => line.startsWith(pageMark));
    return pages.length > 0 ? `${pages.at(-1).slice(2)}: “${short}”` : `¶ ${before.split(/\n+/).length}: “${short}”`;
  }

  // A message beyond the server's limit would end the connection, and with it the page. Such a text is never sent.
  document.addEventListener('beforeinput', (event) => {
    const box = event.target;
    const added = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (box.closest?.('[data-editor], dialog.made') && (box.value?.length ?? 0) + added.length > longest) {
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
