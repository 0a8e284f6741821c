import { useState } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import { useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { EmbedSection } from './EmbedSection.tsx';
import styles from './ExportDialog.module.css';
import { FilmSection } from './FilmSection.tsx';
import { ModelSection } from './ModelSection.tsx';
import { NumbersSection } from './NumbersSection.tsx';
import { PicturesSection } from './PicturesSection.tsx';
import { RunSection } from './RunSection.tsx';

const SECTIONS = ['run', 'model', 'numbers', 'pictures', 'film', 'embed'] as const;
type Section = (typeof SECTIONS)[number];

interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly theme: ThemeName;
  /** A file that was dropped on the page, to be opened; null for none. */
  readonly dropped: File | null;
}

/** What can be taken away of the present run, and brought back. */
export function ExportDialog({ open, onClose, theme, dropped }: ExportDialogProps) {
  const t = useText();
  const [section, setSection] = useState<Section>('run');
  return (
    <Dialog
      wide
      title={t('export.title')}
      closeLabel={t('export.close')}
      open={open}
      onClose={onClose}
    >
      <div className={styles.body}>
        <RadioGroup<Section>
          label={t('export.what')}
          look="tabs"
          value={section}
          choices={SECTIONS.map((value) => ({ value, label: t(`export.sections.${value}`) }))}
          onChange={setSection}
        />
        {section === 'run' && <RunSection dropped={dropped} onOpened={onClose} />}
        {section === 'model' && <ModelSection />}
        {section === 'numbers' && <NumbersSection />}
        {section === 'pictures' && <PicturesSection theme={theme} />}
        {section === 'film' && <FilmSection theme={theme} />}
        {section === 'embed' && <EmbedSection />}
      </div>
    </Dialog>
  );
}
