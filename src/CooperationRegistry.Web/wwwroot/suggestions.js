// Offers names while one types into a search box. Without it the box is a box.
(() => {
  const pause = 150;
  const language = new URLSearchParams(location.search).get('lang');

  document.querySelectorAll('input[type=search][name=q]').forEach((box) => {
    const list = document.createElement('datalist');
    list.id = `${box.id}-names`;
    box.after(list);
    box.setAttribute('list', list.id);
    let timer, request;

    box.addEventListener('input', () => {
      clearTimeout(timer);
      request?.abort();
      const typed = box.value.trim();
      if (typed.length < 2) {
        list.replaceChildren();
        return;
      }
      timer = setTimeout(async () => {
        request = new AbortController();
        const query = new URLSearchParams({ q: typed });
        if (language) query.set('lang', language);
        try {
          const response = await fetch(`/suggestions?${query}`, { signal: request.signal });
          if (!response.ok) return;
          list.replaceChildren(...(await response.json()).map(({ text, kind }) => {
            const option = document.createElement('option');
            option.value = text;
            option.label = `${text} · ${kind}`;
            return option;
          }));
        } catch (e) {
          if (e.name !== 'AbortError') list.replaceChildren();
        }
      }, pause);
    });
  });
})();
