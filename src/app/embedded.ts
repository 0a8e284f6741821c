/** True in a frame of another page: its link says so, and the page stays what it is. */
const EMBEDDED = /[?&]embed=/.test(location.hash);

// Each in a function of its own: of a choice between two imports the bundler makes one
// import, with the style sheets of the second alone.
const importFigure = () => import('./Embedded.tsx');
const importWhole = async () => {
  const page = await import('./Playground.tsx');
  await page.prepare();
  return page;
};

/** The playground, or of it what a frame shows. */
export const importPlayground = EMBEDDED ? importFigure : importWhole;
