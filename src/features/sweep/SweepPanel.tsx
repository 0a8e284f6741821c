import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ThemeName } from '../../charts/theme.ts';
import type { Sweep } from '../../core/sweep.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import type { Lab } from '../../store/lab.ts';
import { pageStore } from '../../store/page.ts';
import { type Spawn, SweepRunner } from '../../store/sweep.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useLab } from '../lab.ts';
import { askedDraft, type Draft, firstDraft, seedsText } from './draft.ts';
import { SweepForm } from './SweepForm.tsx';
import styles from './SweepPanel.module.css';
import { SweepResults } from './SweepResults.tsx';

interface SweepPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly theme: ThemeName;
  readonly spawn: Spawn;
}

const runners = new WeakMap<Lab, SweepRunner>();
/** What was typed last, also when the page takes another shape. */
const drafts = new WeakMap<Lab, Draft>();

/** Where the results lie under the form, they come into sight. */
function bringUp(results: HTMLElement | null): void {
  const isBelow = results && results.getBoundingClientRect().top > innerHeight / 2;
  if (isBelow) results.scrollIntoView({ block: 'start' });
}

/** The lab's sweep, which outlasts the page that shows it. */
function runnerOf(lab: Lab): SweepRunner {
  const runner = runners.get(lab) ?? new SweepRunner(navigator.hardwareConcurrency);
  runners.set(lab, runner);
  return runner;
}

/** The sweep in a window of its own, and beside its button how far it is. */
export function SweepPanel({ open, onClose, theme, spawn }: SweepPanelProps) {
  const t = useText();
  const lab = useLab();
  const runner = runnerOf(lab);
  const [draft, setDraft] = useState(
    () => drafts.get(lab) ?? firstDraft(lab.editor.experiment, runner.workersFor),
  );
  useEffect(() => void drafts.set(lab, draft), [lab, draft]);
  const asked = useStore(pageStore, ({ sweepAsked }) => sweepAsked);
  useEffect(() => {
    if (!asked) return;
    setDraft((before) => askedDraft(before, asked));
    pageStore.setState({ sweepAsked: null });
  }, [asked]);
  const results = useRef<HTMLDivElement>(null);
  const running = useStore(runner.store, ({ state, sweep }) =>
    state === 'running' ? sweep : null,
  );
  const runs = useStore(runner.store, (sweep) => sweep.runs);
  const there = useMemo(() => running?.experiments ?? [...runs.keys()], [running, runs]);
  const start = (sweep: Sweep) => {
    runner.start(sweep, spawn);
    bringUp(results.current);
  };
  return (
    <>
      {running && <SweepLine runner={runner} />}
      <Dialog
        full
        title={t('sweep.title')}
        closeLabel={t('sweep.close')}
        open={open}
        onClose={onClose}
      >
        <div className={styles.columns}>
          <SweepForm
            draft={draft}
            onDraft={setDraft}
            workersFor={runner.workersFor}
            there={there}
            running={running !== null}
            onStart={start}
          />
          <div ref={results} className={styles.results}>
            <SweepResults
              runner={runner}
              theme={theme}
              onOpened={onClose}
              onMore={(sweep) => {
                setDraft({ ...draft, seeds: seedsText(sweep) });
                start(sweep);
              }}
            />
          </div>
        </div>
      </Dialog>
    </>
  );
}

/** How far the sweep is, while its window may be closed. */
function SweepLine({ runner }: { readonly runner: SweepRunner }) {
  const t = useText();
  const done = useStore(runner.store, ({ runs, failed }) => runs.size + failed.length);
  const all = useStore(runner.store, ({ sweep }) => sweep?.experiments.length ?? 0);
  return (
    <span className={styles.line}>{t('sweep.line', { done: fixed(done), all: fixed(all) })}</span>
  );
}
