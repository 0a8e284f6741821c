import { type ComponentType, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { dataWord } from '../../export/generators.ts';
import { type NotebookFigure, notebook } from '../../export/notebook.ts';
import { pointsCsv } from '../../export/points.ts';
import {
  type Program,
  programLines,
  SECTIONS,
  type SectionName,
  textOf,
} from '../../export/program.ts';
import { holdsWeights, safetensors } from '../../export/safetensors.ts';
import { useText } from '../../i18n/index.ts';
import { fittedNow } from '../../store/mixturesNow.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { download } from '../../ui/download.ts';
import { checkIcon, copyIcon } from '../../ui/icons.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { useExperiment, useLab } from '../lab.ts';
import styles from './Code.module.css';
import { chosenLanguage } from './chosenLanguage.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { Listing } from './Listing.tsx';
import { LANGUAGES } from './languages.ts';

/** The program as it is shown: a script without weights. */
const SHOWN = { weights: null, notebook: false };

/** Draws the figures of the run where they are not seen, once. */
export interface DrawsFigures {
  readonly onDrawn: (figures: readonly NotebookFigure[]) => void;
}

interface CodePanelProps {
  /** What draws them for a notebook, while it is there. */
  readonly Figures: ComponentType<DrawsFigures>;
}

/** The present experiment as a program, and the files that it takes in. */
export function CodePanel({ Figures }: CodePanelProps) {
  const t = useText();
  const lab = useLab();
  const experiment = useExperiment();
  const name = useStore(chosenLanguage);
  const [withWeights, setWithWeights] = useState(false);
  /** The notebook that waits for its figures. */
  const [awaited, setAwaited] = useState<Program | null>(null);
  const [problem, setProblem] = useState<'noWeights' | 'damaged' | null>(null);
  const { copied, copy } = useCopy();
  const { ending, grammar, notebooks, program } = LANGUAGES[name];
  const lines = useMemo(() => programLines(program(experiment, SHOWN)), [program, experiment]);
  const title = t(`code.languages.${name}`);
  const { data, model } = experiment;
  const file = `${dataWord(data.name)}-${model.kind}`;

  /** The weights that are shown, as a file that has been read back; null where that is not possible. */
  const weights = () => {
    const { shown } = lab;
    const fitted = fittedNow(lab, rememberedTask(shown));
    const bytes = fitted && safetensors(shown, fitted);
    const good = bytes && holdsWeights(bytes, fitted) ? bytes : null;
    setProblem(good ? null : bytes ? 'damaged' : 'noWeights');
    return good;
  };
  /** Hands over the program, unless its weights cannot be had. */
  const withProgram = (take: (program: Program) => void, notebook = false) => {
    const inside = withWeights ? weights() : null;
    if (withWeights && !inside) return;
    take(program(experiment, { weights: inside, notebook }));
  };
  const withText = (take: (text: string) => void) =>
    withProgram((made) => take(textOf(programLines(made))));
  const saveNotebook = (made: Program, figures: readonly NotebookFigure[]) => {
    const sections = Object.fromEntries(
      SECTIONS.map((part) => [part, t(`code.notebook.${part}`)]),
    ) as Record<SectionName, string>;
    const text = { title: `${file}, ${title}`, figures: t('code.notebook.figures'), sections };
    download(`${file}.ipynb`, notebook(made, text, figures), 'application/x-ipynb+json');
  };

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <LanguageChoice />
        <div className={styles.actions}>
          <Button
            look="outlined"
            icon={copied === 'yes' ? checkIcon : copyIcon}
            onClick={() => withText((text) => void copy(text))}
          >
            {t(copied === 'yes' ? 'code.copied' : 'code.copy')}
          </Button>
          <Button
            look="outlined"
            onClick={() => withText((text) => download(`${file}.${ending}`, text, 'text/plain'))}
          >
            {t('code.download', { ending })}
          </Button>
          {notebooks && (
            <Button
              look="outlined"
              disabled={awaited !== null}
              onClick={() => withProgram(setAwaited, true)}
            >
              {t('code.saveNotebook')}
            </Button>
          )}
        </div>
      </div>
      <Listing name={title} lines={lines} grammar={grammar} />
      <p className={styles.hint}>
        {t('code.hint')} {t(`code.takes.${name}`)}
      </p>
      <div className={styles.files}>
        <Checkbox
          label={t('code.withWeights')}
          hint={t('code.withWeightsHint')}
          checked={withWeights}
          onChange={setWithWeights}
        />
        <div className={styles.actions}>
          <Button
            look="outlined"
            onClick={() =>
              download('points.csv', pointsCsv(rememberedTask(lab.shown).data), 'text/csv')
            }
          >
            {t('code.points')}
          </Button>
          <Button
            look="outlined"
            onClick={() => {
              const bytes = weights();
              if (bytes) download('model.safetensors', bytes, 'application/octet-stream');
            }}
          >
            {t('code.safetensors')}
          </Button>
        </div>
      </div>
      {awaited && (
        <Suspense fallback={null}>
          <Figures
            onDrawn={(figures) => {
              saveNotebook(awaited, figures);
              setAwaited(null);
            }}
          />
        </Suspense>
      )}
      {problem && <p role="alert">{t(`code.${problem}`)}</p>}
      {copied === 'blocked' && <p role="alert">{t('code.copyBlocked')}</p>}
      <Announcer text={copied === 'yes' ? t('code.copiedSaid') : ''} />
    </div>
  );
}
