import type { ThemeName } from '../charts/theme.ts';
import { CompareButton } from './CompareButton.tsx';
import { EnsembleButton } from './EnsembleButton.tsx';
import { ExportButton } from './Export.tsx';
import { SweepButton } from './SweepButton.tsx';

/** What is to be done with several runs, and with the present one as a file. */
export function RunActions({ theme }: { readonly theme: ThemeName }) {
  return (
    <>
      <CompareButton />
      <SweepButton theme={theme} />
      <EnsembleButton theme={theme} />
      <ExportButton />
    </>
  );
}
