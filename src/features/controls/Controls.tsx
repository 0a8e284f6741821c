import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import styles from './Controls.module.css';
import { DataSection } from './DataSection.tsx';
import { ModelSection } from './ModelSection.tsx';
import { PresetSelect } from './PresetSelect.tsx';
import { TrainingSection } from './TrainingSection.tsx';

/**
 * Everything that an experiment is made of, from the data to the training.
 *
 * @param yourData opens the user's own data
 */
export function Controls({ yourData }: { readonly yourData: ReactNode }) {
  const t = useText();
  return (
    <section aria-label={t('controls.region')} className={styles.controls}>
      <PresetSelect />
      <DataSection yourData={yourData} />
      <ModelSection />
      <TrainingSection />
    </section>
  );
}
