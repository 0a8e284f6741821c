/**
 * Says why the page does not come, where its module scripts cannot be had or run:
 * shows the one of index.html's sentences that names the cause. It is no module, so
 * that it runs where they do not, as in a frame that is shut off from its own files.
 * Where it does not come either, its sentence stands there in both languages.
 */
(() => {
  const chosen = () => {
    try {
      return localStorage.getItem('mdn-playground.language');
    } catch {
      return null;
    }
  };
  // As src/i18n/preferred.ts has it.
  const language = [chosen(), ...navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())]
    .concat('en')
    .find((tag) => tag === 'en' || tag === 'ru');
  const sentences = [...document.querySelectorAll('[data-absence]')];
  const say = (cause) => {
    for (const sentence of sentences) {
      sentence.hidden = sentence.dataset.absence !== cause || (sentence.lang || 'en') !== language;
    }
  };
  say('late');

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
    // Nothing will draw over it.
    document.querySelector('.first-picture')?.remove();
    say(cause);
  };

  // It is imported once however often it is asked for.
  import(entry).catch(show);
})();
