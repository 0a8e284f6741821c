import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DataName } from '../../core/datasets/datasets.ts';
import {
  type Formula,
  type FormulaFault,
  type FormulaPart,
  formulaName,
  formulaOf,
  isFormula,
  ofVariable,
  readFormula,
  variableOf,
} from '../../core/datasets/formula.ts';
import { FUNCTION_NAMES, LONGEST_FORMULA } from '../../core/expression.ts';
import { same } from '../../core/same.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useExperiment } from '../lab.ts';
import styles from './FormulaForm.module.css';
import { FormulaPicture } from './FormulaPicture.tsx';
import { EXAMPLES } from './formulaExamples.ts';

const KINDS = ['x', 'y', 't'] as const;
const EXAMPLE_NAMES = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];

interface FormulaFormProps {
  readonly onUse: (name: DataName) => void;
}

/** A data set is written down as formulas, its points shown meanwhile. */
export function FormulaForm({ onUse }: FormulaFormProps) {
  const t = useText();
  const { data, seed } = useExperiment();
  const [formula, setFormula] = useState<Formula>(
    () => (isFormula(data.name) && formulaOf(data.name)) || EXAMPLES.growing,
  );
  // A field that is emptied for a moment does not change what kind of formula it is.
  const [variable, setVariable] = useState(variableOf(formula));
  const written = useDeferredValue(formula);
  const read = useMemo(() => readFormula(written, variable), [written, variable]);
  // Of what cannot be read, the picture before stays, faded.
  const last = useRef(read.ok ? read : null);
  if (read.ok) last.current = read;
  const example = EXAMPLE_NAMES.find((name) => same(EXAMPLES[name], formula)) ?? 'none';
  const take = (taken: Formula) => {
    setFormula(taken);
    setVariable(variableOf(taken));
  };
  const field = (part: FormulaPart, hint?: string) => (
    <TextField
      label={t(`formula.part.${part}`, { variable })}
      value={formula[part]}
      hint={hint}
      problem={
        !read.ok && read.part === part ? (
          <Problem text={written[part]} {...read} variable={variable} />
        ) : undefined
      }
      onChange={(text) => setFormula({ ...formula, [part]: text })}
    />
  );
  const noiseHint = t('formula.noiseHint', { variable });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        // What was typed last may not be read yet.
        if (readFormula(formula, variable).ok) onUse(formulaName(formula));
      }}
    >
      <p className={styles.how}>{t('formula.how')}</p>
      <div className={styles.choices}>
        <RadioGroup
          label={t('formula.kind')}
          look="segmented"
          value={variable}
          choices={KINDS.map((value) => ({ value, label: t(`formula.kinds.${value}`) }))}
          onChange={(chosen) => {
            setFormula(ofVariable(formula, chosen));
            setVariable(chosen);
          }}
        />
        <Select
          label={t('formula.examples')}
          value={example}
          options={(['none', ...EXAMPLE_NAMES] as const).map((value) => ({
            value,
            label: t(`formula.example.${value}`),
            disabled: value === 'none',
          }))}
          onChange={(chosen) => chosen !== 'none' && take(EXAMPLES[chosen])}
        />
      </div>
      <div className={styles.fields}>
        <div className={styles.written}>
          {variable !== 'x' && field('x')}
          {variable !== 'y' && field('y')}
          <div className={styles.range}>
            {field('from')}
            {field('to')}
          </div>
          {field('dy', noiseHint)}
          {field('dx', noiseHint)}
        </div>
        <div className={styles.shown} data-stale={!read.ok}>
          {last.current && (
            <FormulaPicture
              dataSet={last.current.dataSet}
              seed={seed}
              label={t('formula.picture')}
            />
          )}
          {read.ok && read.share < 1 && (
            <p>{t('formula.missing', { share: fixed(Math.ceil(100 * (1 - read.share))) })}</p>
          )}
          {read.ok && <p>{t(`formula.truth.${read.dataSet.truth ? 'known' : 'unknown'}`)}</p>}
        </div>
      </div>
      <p className={styles.how}>{t('formula.grammar', { functions: FUNCTION_NAMES.join(', ') })}</p>
      <Button type="submit" look="primary" className={styles.use} disabled={!read.ok}>
        {t('formula.use')}
      </Button>
    </form>
  );
}

type ProblemProps = FormulaFault & { readonly text: string; readonly variable: string };

/** What is wrong with a part, the character marked. */
function Problem({ text, part, fault, variable }: ProblemProps) {
  const t = useText();
  if (typeof fault === 'string') return <>{t(`formula.faults.${fault}`)}</>;
  const end = fault.at + Math.max(1, fault.text.length);
  return (
    <>
      {text.trim() !== '' && (
        <code className={styles.marked}>
          {text.slice(0, fault.at)}
          <mark>{text.slice(fault.at, end) || ' '}</mark>
          {text.slice(end)}
        </code>
      )}
      <span>
        {faultSentence(
          t,
          fault.reason,
          fault.text,
          part === 'from' || part === 'to' ? null : variable,
        )}
      </span>
    </>
  );
}

function faultSentence(
  t: Translate,
  reason: Exclude<FormulaFault['fault'], string>['reason'],
  text: string,
  variable: string | null,
): string {
  if (reason === 'tooLong') return t('formula.faults.tooLong', { max: fixed(LONGEST_FORMULA) });
  if (reason === 'name') {
    return variable === null
      ? t('formula.faults.constant', { text })
      : t('formula.faults.name', { text, variable });
  }
  return t(`formula.faults.${reason}`, { text });
}
