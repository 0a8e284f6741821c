import { useId } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import { LabContext } from '../features/lab.ts';
import { AnswerFigure } from '../features/main-figure/AnswerFigure.tsx';
import { AnswerTable } from '../features/main-figure/AnswerTable.tsx';
import { RunChip } from '../features/RunChip.tsx';
import { Progress } from '../features/run-bar/Progress.tsx';
import { KeepButton } from '../features/runs/KeepButton.tsx';
import { COLUMNS, cellsOf } from '../features/runs/runRows.ts';
import { useTabledRun } from '../features/runs/useTabledRun.ts';
import { Slice } from '../features/slice/Slice.tsx';
import { SliceWords } from '../features/slice/SliceWords.tsx';
import { useText } from '../i18n/index.ts';
import type { Lab } from '../store/lab.ts';
import { Select } from '../ui/Select.tsx';
import styles from './Compare.module.css';
import type { Choice } from './subjects.ts';

interface SideProps {
  readonly label: string;
  readonly choice: Choice;
  readonly options: readonly { readonly value: Choice; readonly label: string }[];
  readonly onChoose: (choice: Choice) => void;
  /** Null until it is made. */
  readonly lab: Lab | null;
  /** The other side's, where the two have one density axis. */
  readonly beside: Lab | null;
  readonly colour: number;
  readonly theme: ThemeName;
}

/** One of the two runs: what it is, how far it is, what it answers and how good it is. */
export function Side({ label, choice, options, onChoose, lab, beside, colour, theme }: SideProps) {
  const words = useId();
  return (
    <section aria-label={label} className={styles.side}>
      <div className={styles.head}>
        <RunChip colour={colour} theme={theme} />
        <Select<Choice>
          label={label}
          labelled="hidden"
          strong
          value={choice}
          options={options}
          onChange={onChoose}
        />
      </div>
      {lab && (
        <LabContext value={lab}>
          <div className={styles.progress}>
            <Progress />
            <KeepButton />
          </div>
          <AnswerFigure
            theme={theme}
            legend={<AnswerTable />}
            slice={<Slice theme={theme} wordsId={words} beside={beside} />}
            wordsId={words}
          />
          <div className={styles.foot}>
            <SliceWords id={words} theme={theme} />
            <Numbers />
          </div>
        </LabContext>
      )}
    </section>
  );
}

/** How good it is, the scores of both models in the same units. */
function Numbers() {
  const t = useText();
  const cells = cellsOf(t, useTabledRun(), true);
  return (
    <dl className={styles.numbers}>
      {COLUMNS.map((column, i) => (
        <div key={column}>
          <dt>{t(`runs.columns.${column}`)}</dt>
          <dd>{cells[i]}</dd>
        </div>
      ))}
    </dl>
  );
}
