import { useText } from '../../i18n/index.ts';
import { useShownExperiment } from '../lab.ts';
import { settingTexts } from '../settingTexts.ts';
import styles from './Printed.module.css';

/** All settings, where paper has no controls. */
export function PrintedSettings() {
  const t = useText();
  return (
    <section className={styles.settings}>
      <h2>{t('playground.settings')}</h2>
      <dl>
        {settingTexts(t, useShownExperiment()).map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
