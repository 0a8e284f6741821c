/**
 * What the page can show before any other script has arrived: its theme, and the picture
 * of the untrained network where that is what the address asks for. The build writes it
 * into the page (src/build/inlined.ts), so that the first paint waits for nothing else.
 */
(() => {
  const chosen = () => {
    try {
      return localStorage.getItem('mdn-playground.theme');
    } catch {
      return null;
    }
  };
  // As theme.ts has it.
  const theme = matchMedia('(forced-colors: active)').matches ? null : chosen();
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const shown = theme === 'light' || theme === 'dark' ? theme : system;
  document.documentElement.dataset.theme = shown;

  // A reload goes on with the run that there was.
  const again = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  if (again || location.search || !/^(#\/?)?$/.test(location.hash)) return;
  const picture = document.querySelector('.first-picture');
  picture.firstElementChild.src = `first-${shown}.svg`;
  picture.hidden = false;
  // Whoever goes elsewhere before the scripts are there leaves it behind.
  addEventListener('hashchange', () => picture.remove(), { once: true });
})();
