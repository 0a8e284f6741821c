import { useEffect, useState } from 'react';
import { useLab, useRun } from '../lab.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { inOrderOf, type LedgerRow, ledgerRows } from './rows.ts';

/** The ledger is written anew at most this often, in milliseconds. */
const WRITE_MS = 250;
/** While training, rows change places at most this often, so that the eye can follow one. */
const SORT_MS = 1000;

/** The components of the newest frame, a few times a second; null before the first frame. */
export function useLedger(): readonly LedgerRow[] | null {
  const { feed } = useLab();
  const news = useThrottledFrame(WRITE_MS);
  const running = useRun(({ state }) => state === 'running');
  const [ledger, setLedger] = useState<{ rows: readonly LedgerRow[]; sorted: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frames are outside of React
  useEffect(() => {
    const view = feed.frame?.view;
    if (!view) return;
    const rows = ledgerRows(view.grid, view.usage);
    const now = performance.now();
    setLedger((before) =>
      before && running && now - before.sorted < SORT_MS
        ? { ...before, rows: inOrderOf(before.rows, rows) }
        : { rows, sorted: now },
    );
  }, [feed, news, running]);
  return ledger?.rows ?? null;
}
