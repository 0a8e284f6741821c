import { useDeferredValue, useMemo } from 'react';
import { COMMAND_FILE, sweepCommand } from '../../core/command.ts';
import { roughSeconds } from '../../core/cost.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { type Experiment, stepsPerEpoch } from '../../core/experiment.ts';
import { linkCarries } from '../../core/link.ts';
import type { Problem } from '../../core/parsed.ts';
import { experimentKey, SWEPT, type Sweep, type Swept, sweepOf } from '../../core/sweep.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { problemSentence } from '../../i18n/problemSentence.ts';
import { fitting } from '../../store/sweep.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { checkIcon, copyIcon, playIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import { dataText } from '../dataText.ts';
import { useExperiment, useRun } from '../lab.ts';
import { duration } from '../timing.ts';
import {
  canBeSwept,
  type Draft,
  fieldOf,
  plannedSeconds,
  seedSuggestions,
  settingName,
  suggestions,
  textOf,
} from './draft.ts';
import styles from './SweepForm.module.css';

interface SweepFormProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** How many workers so many runs are given. */
  readonly workersFor: (runs: number) => number;
  /** Of the sweep before what has ended, or all while it runs: the same experiments are not run again. */
  readonly there: readonly Experiment[];
  readonly running: boolean;
  readonly onStart: (sweep: Sweep) => void;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** What is to be run: settings, values, seeds; how much that is, and the command that does the same. */
export function SweepForm(props: SweepFormProps) {
  const { draft, onDraft, workersFor, there, running, onStart } = props;
  const t = useText();
  const experiment = useExperiment();
  const typed = useDeferredValue(draft);
  const parsed = useMemo(() => sweepOf(experiment, textOf(typed)), [experiment, typed]);
  const missing = useMemo(() => {
    const known = new Set(there.map(experimentKey));
    const experiments = parsed.ok ? parsed.value.experiments : [];
    return experiments.filter((one) => !known.has(experimentKey(one)));
  }, [parsed, there]);
  const all = parsed.ok ? parsed.value.experiments.length : 0;
  const again = missing.length > 0 && missing.length < all ? 'on' : 'anew';
  const how = there.length === 0 ? 'first' : again;
  const problems = parsed.ok ? NO_PROBLEMS : parsed.problems;
  const problemOf = (field: Swept | 'seeds' | null) => {
    const found = problems.find((problem) => fieldOf(problem) === field);
    return found && problemSentence(t, found);
  };
  const general = problemOf(null);
  const isGiven = dataSetOf(experiment.data.name).fixedCount !== null;
  const choose = (i: number, setting: Swept | 'none') => {
    const others = draft.settings.filter((other, j) => j !== i && other !== setting);
    const chosen = setting === 'none' ? [] : [setting];
    onDraft({ ...draft, settings: i === 0 ? [...chosen, ...others] : [...others, ...chosen] });
  };
  const [first = 'none', second = 'none'] = draft.settings;
  const optionsOf = (none: string, but: string | null) => [
    { value: 'none' as const, label: none },
    ...SWEPT.filter((setting) => setting !== but).map((setting) => ({
      value: setting,
      label: settingName(t, setting),
      disabled: !canBeSwept(setting, experiment),
    })),
  ];
  const valuesField = (setting: Swept) => (
    <TextField
      key={setting}
      label={t('sweep.values', { setting: settingName(t, setting) })}
      value={draft.values[setting]}
      onChange={(text) => onDraft({ ...draft, values: { ...draft.values, [setting]: text } })}
      problem={problemOf(setting)}
    >
      <Suggestions
        texts={suggestions(setting, experiment).map((text) => ({ text, shown: text }))}
        onChoose={(text) => onDraft({ ...draft, values: { ...draft.values, [setting]: text } })}
      />
    </TextField>
  );

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        // What was typed last may not be read yet.
        const now = sweepOf(experiment, textOf(draft));
        if (now.ok) onStart(now.value);
      }}
    >
      <p className={styles.base}>
        {t('sweep.base', {
          data: dataText(t, experiment.data.name),
          model: t(`controls.models.${experiment.model.kind}`),
        })}
      </p>
      <Select
        label={t('sweep.first')}
        value={first}
        options={optionsOf(t('sweep.none.first'), null)}
        onChange={(setting) => choose(0, setting)}
      />
      {first !== 'none' && valuesField(first)}
      {first !== 'none' && (
        <Select
          label={t('sweep.second')}
          value={second}
          options={optionsOf(t('sweep.none.second'), first)}
          onChange={(setting) => choose(1, setting)}
        />
      )}
      {second !== 'none' && valuesField(second)}
      <TextField
        label={t('sweep.seeds')}
        value={draft.seeds}
        onChange={(seeds) => onDraft({ ...draft, seeds })}
        hint={t(isGiven ? 'sweep.seedsHintGiven' : 'sweep.seedsHint')}
        problem={problemOf('seeds')}
      >
        <Suggestions
          texts={seedSuggestions.map(({ count, text }) => ({
            text,
            shown: t('sweep.fewSeeds', { count: fixed(count) }),
          }))}
          onChoose={(seeds) => onDraft({ ...draft, seeds })}
        />
      </TextField>
      <p className={styles.hint}>{t('sweep.grammar')}</p>
      {general !== undefined && (
        <p role="alert" className={styles.problem}>
          {general}
        </p>
      )}
      {parsed.ok && (
        <Plan
          base={experiment}
          sweep={parsed.value}
          missing={missing}
          running={running}
          workersFor={workersFor}
        />
      )}
      <div className={styles.start}>
        <Button
          type="submit"
          look="primary"
          icon={playIcon}
          disabled={!parsed.ok || (running && missing.length === 0)}
        >
          {t(`sweep.begin.${how}`)}
        </Button>
        {how === 'anew' && missing.length > 0 && (
          <span className={styles.hint}>{t('sweep.replaces')}</span>
        )}
      </div>
      {parsed.ok && (
        <Command experiment={experiment} command={sweepCommand(experiment, textOf(typed))} />
      )}
    </form>
  );
}

interface SuggestionsProps {
  readonly texts: readonly { readonly text: string; readonly shown: string }[];
  readonly onChoose: (text: string) => void;
}

/** Texts that fill a field in. */
function Suggestions({ texts, onChoose }: SuggestionsProps) {
  const t = useText();
  return (
    <div className={styles.suggestions}>
      {texts.map(({ text, shown }) => (
        <button
          key={text}
          type="button"
          className={styles.suggestion}
          aria-label={t('sweep.suggestion', { text: shown })}
          onClick={() => onChoose(text)}
        >
          <span>{shown}</span>
        </button>
      ))}
    </div>
  );
}

interface PlanProps {
  readonly base: Experiment;
  readonly sweep: Sweep;
  /** Those of its experiments that are to be run. */
  readonly missing: readonly Experiment[];
  /** Whether the others are not all there yet. */
  readonly running: boolean;
  readonly workersFor: (runs: number) => number;
}

/** How many runs, and for how long. */
function Plan(props: PlanProps) {
  const {
    base,
    sweep: { experiments },
    missing,
    running,
    workersFor,
  } = props;
  const t = useText();
  const cost = useRun((run) => run.millisecondsPerStep);
  const engine = useRun((run) => run.engine?.engine) ?? base.engine;
  // What this machine takes for the run on the page, beside what a machine takes roughly.
  const measured = (cost * base.training.epochs * stepsPerEpoch(base)) / 1000;
  const slower = cost > 0 ? measured / roughSeconds(base, engine) : 1;
  const workers = workersFor(missing.length);
  const seconds = useMemo(
    () => plannedSeconds(missing, engine, workers, slower),
    [missing, engine, workers, slower],
  );
  const all = experiments.length;
  const there = all - missing.length;
  const kept = fitting(experiments);
  if (missing.length === 0) {
    const words = t(running ? 'sweep.allRunning' : 'sweep.allThere', { all });
    return <p className={styles.plan}>{words}</p>;
  }
  return (
    <p className={styles.plan}>
      {there > 0 && `${t('sweep.there', { there: fixed(there), all: fixed(all) })} `}
      {t('sweep.planned', {
        runs: missing.length,
        count: fixed(missing.length),
        time: duration(t, seconds),
        workers,
      })}
      {kept < all && ` ${t('sweep.keeps', { count: fixed(kept) })}`}
    </p>
  );
}

interface CommandProps {
  readonly experiment: Experiment;
  readonly command: string;
}

/** How to run the same elsewhere. */
function Command({ experiment, command }: CommandProps) {
  const t = useText();
  const { copied, copy } = useCopy();
  return (
    <Disclosure label={t('sweep.command')}>
      {!linkCarries(experiment) && (
        <p className={styles.hint}>{t('sweep.commandOfFile', { file: COMMAND_FILE })}</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={styles.command} translate="no" tabIndex={0}>
        <code>{command}</code>
      </pre>
      <Button
        className={styles.copy}
        icon={copied === 'yes' ? checkIcon : copyIcon}
        onClick={() => copy(command)}
      >
        {copied === 'yes' ? t('sweep.copied') : t('sweep.copy')}
      </Button>
      {copied === 'blocked' && (
        <p role="alert" className={styles.problem}>
          {t('sweep.copyBlocked')}
        </p>
      )}
    </Disclosure>
  );
}
