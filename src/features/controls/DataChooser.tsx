import { memo, useState } from 'react';
import { useStore } from 'zustand';
import {
  ARTICLE_NAMES,
  DATA_NAMES,
  type DataName,
  isMore,
  isOffered,
} from '../../core/datasets/datasets.ts';
import { isFormula } from '../../core/datasets/formula.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { ownSets } from '../../store/ownSets.ts';
import { Button } from '../../ui/Button.tsx';
import { TermHeading } from '../../ui/Explain.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { dataText } from '../dataText.ts';
import { formulaText } from '../formulaText.ts';
import { useExperiment, useLab } from '../lab.ts';
import { pictogramPath } from '../pictogram.ts';
import { settingMark } from '../settingMark.ts';
import styles from './Controls.module.css';

const PICTURE = { width: 60, height: 34, margin: 2 };

const Picture = memo(({ name }: { readonly name: DataName }) => (
  <svg
    aria-hidden="true"
    className={styles.pictogram}
    viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`}
  >
    <path d={pictogramPath(name, PICTURE.width, PICTURE.height, PICTURE.margin)} />
  </svg>
));

/** The data sets as cards: the article's and the one in use, and all the others when they are asked for. */
export function DataChooser() {
  const t = useText();
  const { editor } = useLab();
  const { name } = useExperiment().data;
  const [all, setAll] = useState(false);
  // Titles may change.
  useStore(ownSets.store);
  const others: readonly DataName[] = isOffered(name) && (all || !isMore(name)) ? [] : [name];
  const names: readonly DataName[] = [...(all ? DATA_NAMES : ARTICLE_NAMES), ...others];
  return (
    <>
      <div className={styles.headingRow}>
        <TermHeading
          className={styles.heading}
          explanation={explained(t, 'dataset', t('controls.dataset'))}
        >
          {t('controls.dataset')}
        </TermHeading>
        <Button
          look="link"
          className={styles.small}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {t(all ? 'controls.fewerData' : 'controls.moreData')}
        </Button>
      </div>
      <div {...settingMark('data.name')}>
        <RadioGroup<DataName>
          label={t('controls.dataset')}
          look="cards"
          value={name}
          choices={names.map((value) => ({
            value,
            // What a formula says is too long for a card.
            label: isFormula(value) ? t('controls.formula') : dataText(t, value),
            picture: <Picture name={value} />,
          }))}
          onChange={(chosen) => editor.set('data.name', chosen)}
        />
      </div>
      {isFormula(name) && <p className={styles.formula}>{formulaText(name)}</p>}
      {isMore(name) && <p className={styles.credit}>{t(`controls.credits.${name}`)}</p>}
    </>
  );
}
