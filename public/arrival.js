/**
 * Says why the page does not come, where its module scripts cannot be had or run:
 * shows the one of index.html's sentences that names the cause. It is no module, so
 * that it runs where they do not, as in a frame that is shut off from its own files.
 */
(() => {
  const entry = document.querySelector('script[type="module"][src]').src;
  const parts = [...document.querySelectorAll('link[rel="modulepreload"]')].map(({ href }) => href);

  const causeOf = async (url) => {
    try {
      const answer = await fetch(url);
      if (!answer.ok) return 'missing';
      return /javascript/.test(answer.headers.get('content-type')) ? null : 'wrongType';
    } catch {
      return 'unreachable';
    }
  };

  const show = async () => {
    const causes =
      self.origin === 'null' ? ['sandboxed'] : await Promise.all([entry, ...parts].map(causeOf));
    const cause = causes.find((found) => found !== null) ?? 'unable';
    for (const sentence of document.querySelectorAll('[data-absence]')) {
      sentence.hidden = sentence.dataset.absence !== cause;
    }
  };

  // It is imported once however often it is asked for.
  import(entry).catch(show);
})();
