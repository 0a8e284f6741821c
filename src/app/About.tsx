import { OpenedDialog } from './OpenedDialog.tsx';
import { withTexts } from './withTexts.tsx';

const load = withTexts('about', async () => {
  const { AboutDialog } = await import('./AboutDialog.tsx');
  return AboutDialog;
});

/** What this page is and how to cite it, loaded when somebody asks. */
export function About() {
  return <OpenedDialog open={(page) => page.aboutOpen} load={load} />;
}
