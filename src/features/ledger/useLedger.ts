import { useEffect, useState } from 'react';
import type { Lab } from '../../store/lab.ts';
import { inOrderOf, type LedgerRow, ledgerRows } from './rows.ts';

/** The ledger is written anew at most this often, in milliseconds. */
const WRITE_MS = 250;
/** While training, rows change places at most this often, so that the eye can follow one. */
const SORT_MS = 1000;

/** The components of the newest frame, a few times a second; null before the first frame. */
export function useLedger(lab: Lab): readonly LedgerRow[] | null {
  const [rows, setRows] = useState<readonly LedgerRow[] | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let written = Number.NEGATIVE_INFINITY;
    let sorted = Number.NEGATIVE_INFINITY;
    const write = () => {
      timer = null;
      const view = lab.feed.frame?.view;
      if (!view) return;
      written = performance.now();
      const next = ledgerRows(view.grid, view.usage);
      const sort = lab.run.getState().state !== 'running' || written - sorted >= SORT_MS;
      if (sort) sorted = written;
      setRows((before) => (sort || before === null ? next : inOrderOf(before, next)));
    };
    const plan = () => {
      timer ??= setTimeout(write, Math.max(0, written + WRITE_MS - performance.now()));
    };
    plan();
    const unsubscribe = lab.run.subscribe((now, before) => {
      if (now.frame !== before.frame || now.state !== before.state) plan();
    });
    return () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [lab]);
  return rows;
}
