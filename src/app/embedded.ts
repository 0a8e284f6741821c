/** True in a frame of another page: its link says so, and the page stays what it is. */
const EMBEDDED = /[?&]embed=/.test(location.hash);

/** The playground, or of it what a frame shows. */
export const importPlayground = () =>
  EMBEDDED ? import('./Embedded.tsx') : import('./Playground.tsx');
