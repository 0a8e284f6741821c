import type { Entry } from 'virtual:glossary';
import { type CSSProperties, useId, useMemo, useState } from 'react';
import { type ParsedToken, parse } from 'sugar-high/core';
import { useStore } from 'zustand';
import { articleExperiment } from '../../core/article.ts';
import type { DataName } from '../../core/datasets/datasets.ts';
import type { Experiment } from '../../core/experiment.ts';
import { type PartName, partOf, programLines, textOf } from '../../export/program.ts';
import { chosenLanguage } from '../../features/code/chosenLanguage.ts';
import { LanguageChoice } from '../../features/code/LanguageChoice.tsx';
import { LANGUAGES } from '../../features/code/languages.ts';
import { Words } from '../../features/code/Words.tsx';
import { useText } from '../../i18n/index.ts';
import { Texts } from '../../i18n/Texts.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ArticleLab } from '../lab/ArticleLab.ts';
import { MathSymbol } from '../parts/Formula.tsx';
import { pinnedSymbol } from '../parts/symbolAtHand.ts';
import styles from './ProgramLines.module.css';

export interface ProgramProps {
  readonly part: PartName;
  /** The figure whose experiment it is; otherwise it is one of the article's runs. */
  readonly of?: ArticleLab;
  readonly data?: DataName;
  readonly model?: 'ffnn' | 'mdn';
}

type Kind = Experiment['model']['kind'];

/** What programs call the symbols of the glossary, in the order in which they are offered. */
const NAMES: Readonly<Record<Kind, Readonly<Record<string, Entry>>>> = {
  ffnn: { sigma: 'sigma' },
  mdn: {
    log_pi: 'pik',
    logPi: 'pik',
    pi: 'pik',
    mu: 'muk',
    means: 'muk',
    sigma: 'sigmak',
    log_variance: 'sigmak',
    logVariance: 'sigmak',
    logits: 'ak',
    s: 'sk',
  },
};

/** What a word stands for; the name of an argument is somebody else's. */
const symbolIn =
  (names: Readonly<Record<string, Entry>>) =>
  ({ type, value }: ParsedToken, next?: ParsedToken) =>
    type === 'identifier' && next?.value !== '=' && Object.hasOwn(names, value)
      ? names[value]
      : undefined;

/** How far to the right a line begins; what is too long for the page goes on beyond that. */
const indentOf = (text: string) =>
  ({ '--indent': `${text.search(/\S|$/) + 2}ch` }) as CSSProperties;

const SCRIPT = { weights: null, notebook: false };

export function ProgramLines({ part, of, data = 'inverted', model = 'mdn' }: ProgramProps) {
  return (
    <Texts part="code">
      {of ? (
        <OfFigure figure={of} part={part} />
      ) : (
        <Excerpt experiment={articleExperiment(data, model)} part={part} />
      )}
    </Texts>
  );
}

function OfFigure({ figure, part }: { readonly figure: ArticleLab; readonly part: PartName }) {
  const experiment = useStore(figure.lab.editor.store, (state) => state.experiment);
  return <Excerpt experiment={experiment} part={part} />;
}

interface ExcerptProps {
  readonly experiment: Experiment;
  readonly part: PartName;
}

/** A part of an experiment's program, or all of it with the part set off. */
function Excerpt({ experiment, part }: ExcerptProps) {
  const t = useText();
  const title = useId();
  const [whole, setWhole] = useState(false);
  const { program, grammar } = LANGUAGES[useStore(chosenLanguage)];
  const { all, lines, parsed } = useMemo(() => {
    const made = program(experiment, SCRIPT);
    const all = programLines(made);
    const lines = whole ? all : partOf(made, part);
    return { all, lines, parsed: parse(textOf(lines), grammar).lines };
  }, [program, grammar, experiment, part, whole]);
  const names = NAMES[experiment.model.kind];
  const symbolOf = symbolIn(names);
  const spoken = new Set(
    parsed.flatMap(({ tokens }, i) =>
      lines[i]?.part === part ? tokens.map((token, at) => symbolOf(token, tokens[at + 1])) : [],
    ),
  );
  if (lines.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
    <div className={styles.program} role="group" aria-labelledby={title}>
      <div className={styles.head}>
        <span id={title} className={styles.title}>
          {t('code.beside.title', { part: t(`code.beside.parts.${part}`) })}
        </span>
        <LanguageChoice />
      </div>
      <ol className={styles.lines} translate="no">
        {lines.map((line, i) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={i}
            className={styles.line}
            style={indentOf(line.text)}
            data-own={(whole && line.part === part) || undefined}
          >
            <Words tokens={parsed[i]?.tokens ?? []} symbolOf={symbolOf} />
          </li>
        ))}
      </ol>
      <div className={styles.foot}>
        <div className={styles.symbols}>
          {[...new Set(Object.values(names))]
            .filter((entry) => spoken.has(entry))
            .map((entry) => (
              <SymbolButton key={entry} entry={entry} />
            ))}
        </div>
        <Button look="link" onClick={() => setWhole(!whole)}>
          {whole ? t('code.beside.part') : t('code.beside.whole', { count: String(all.length) })}
        </Button>
      </div>
    </div>
  );
}

/** Lights up a symbol in formulas, programs and figures: while it has the focus, and from press to press. */
function SymbolButton({ entry }: { readonly entry: Entry }) {
  const t = useText();
  const pinned = useStore(pinnedSymbol) === entry;
  return (
    <button
      type="button"
      className={styles.symbol}
      data-sym={entry}
      aria-pressed={pinned}
      aria-label={t('code.beside.symbol', { meaning: t(`glossary.${entry}`) })}
      title={t(`glossary.${entry}`)}
      onClick={() => pinnedSymbol.setState(pinned ? null : entry, true)}
    >
      <MathSymbol entry={entry} />
    </button>
  );
}
