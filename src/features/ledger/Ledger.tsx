import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { colorOf } from '../../charts/componentColours.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { showsBest } from '../../store/run.ts';
import { Button } from '../../ui/Button.tsx';
import { Term, TermHeading } from '../../ui/Explain.tsx';
import { useLab, useRun, useShownExperiment, useShowsUntrained, useView } from '../lab.ts';
import { rangesOf } from '../labRanges.ts';
import { type TargetText, targetText } from '../targetText.ts';
import { ComponentRow } from './ComponentRow.tsx';
import styles from './Ledger.module.css';
import { useLedger } from './useLedger.ts';

/** Rows shown at first; those of an untrained network say little. */
const SHORT = 6;
const SHORT_UNTRAINED = 4;

/** Every component of the mixture that is in use, to look at and to light up. */
export function Ledger({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const experiment = useShownExperiment();
  const { model } = experiment;
  const { y } = rangesOf(useLab(), rememberedTask(experiment).data);
  const heading = t('ledger.heading');
  return (
    <section aria-label={heading} className={styles.section}>
      {model.kind === 'mdn' ? (
        <Components theme={theme} components={model.components} text={targetText(y)} />
      ) : (
        <>
          <TermHeading className={styles.heading} explanation={explained(t, 'ledger', heading)}>
            {heading}
          </TermHeading>
          <p className={styles.line}>{t('ledger.none')}</p>
        </>
      )}
    </section>
  );
}

interface ComponentsProps {
  readonly theme: ThemeName;
  /** K of the mixture. */
  readonly components: number;
  readonly text: TargetText;
}

function Components({ theme, components, text }: ComponentsProps) {
  const t = useText();
  const lab = useLab();
  const { lit } = useView();
  const untrained = useShowsUntrained();
  const best = useRun((run) => (showsBest(run) ? run.shownEpoch : null));
  const colours = useStore(lab.componentColours, (state) => state.colours);
  const rows = useLedger();
  const [long, setLong] = useState(false);
  const short = untrained ? SHORT_UNTRAINED : SHORT;
  useEffect(() => {
    const there = lit.filter((component) => component < components);
    if (there.length < lit.length) lab.show({ lit: there });
  }, [lab, lit, components]);
  const heading = t('ledger.heading');
  const colors = chartTheme(theme);
  const shown = rows?.slice(0, long ? rows.length : short) ?? [];
  const heaviest = Math.max(...(rows ?? []).map(({ weight }) => weight));
  const toggle = (component: number) =>
    lab.show({
      lit: lit.includes(component) ? lit.filter((one) => one !== component) : [...lit, component],
    });
  return (
    <>
      <div className={styles.head}>
        <TermHeading className={styles.heading} explanation={explained(t, 'ledger', heading)}>
          {heading}
        </TermHeading>
        {lit.length > 0 && (
          <Button look="link" className={styles.small} onClick={() => lab.show({ lit: [] })}>
            {t('ledger.showAll')}
          </Button>
        )}
        {rows && (
          <span className={styles.inUse}>
            {t('ledger.inUse', { used: fixed(rows.length), components: fixed(components) })}
          </span>
        )}
      </div>
      {rows === null && <p className={styles.line}>{t('ledger.waiting')}</p>}
      {rows && (
        <div className={styles.columns}>
          <span className={styles.weightName}>
            <Term explanation={explained(t, 'ledgerWeight', t('ledger.weight'))}>
              {t('ledger.weight')}
            </Term>
          </span>
          <Term explanation={explained(t, 'ledgerRange', t('ledger.range'))}>
            {t('ledger.range')}
          </Term>
          <Term explanation={explained(t, 'ledgerDeviation', t('ledger.deviation'))}>
            {t('ledger.deviation')}
          </Term>
        </div>
      )}
      <ul className={styles.rows}>
        {shown.map((row) => (
          <ComponentRow
            key={row.component}
            row={row}
            color={colorOf(colors, { colours, lit: [] }, row.component)}
            theme={theme}
            text={text}
            share={row.weight / heaviest}
            lit={lit.includes(row.component)}
            muted={lit.length > 0 && !lit.includes(row.component)}
            onToggle={() => toggle(row.component)}
          />
        ))}
      </ul>
      {rows && (
        <p className={styles.line}>
          {rows.length > short && (
            <Button look="link" className={styles.small} onClick={() => setLong(!long)}>
              {long ? t('ledger.fewer') : t('ledger.more', { count: fixed(rows.length - short) })}
            </Button>
          )}
          {rows.length < components && (
            <span>{t('ledger.unused', { count: fixed(components - rows.length) })}</span>
          )}
          {untrained && <span>{t('ledger.untrained')}</span>}
          {best !== null && <span>{t('run.ofBest', { epoch: fixed(best) })}</span>}
        </p>
      )}
    </>
  );
}
