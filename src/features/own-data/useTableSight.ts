import { useEffect, useRef, useState } from 'react';
import type { TableAnswer, TableQuestion, TableSight } from '../../core/tableSight.ts';
import type { Draft } from './draft.ts';

/** What has been read of a draft. */
export interface TableRead {
  readonly sight: TableSight | null;
  /** False while the sight is still of the draft before. */
  readonly isNewest: boolean;
  /** How far the table has been read, from 0 to 1, once that takes a while. */
  readonly progress: number | null;
  /** Why nothing is read: the file cannot be, or there is no worker. */
  readonly failure: 'file' | 'worker' | null;
}

const NOTHING = { of: null, sight: null, progress: null, failure: null } as const;

/** What is asked of the worker anew wherever it changes. */
const ASKED = ['table', 'told', 'columns', 'withoutOutliers'] as const;

interface Read extends Omit<TableRead, 'isNewest'> {
  readonly of: Draft | null;
}

/** Reads drafts in a worker, of which there is one as long as there is a draft: to take a draft away ends the reading. */
export function useTableSight(draft: Draft | null, spawn: () => Worker): TableRead {
  const [read, setRead] = useState<Read>(NOTHING);
  const worker = useRef<Worker | null>(null);
  const asked = useRef<{ readonly number: number; readonly of: Draft | null }>({
    number: 0,
    of: null,
  });

  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  const fail = () => {
    end();
    setRead({ ...NOTHING, failure: 'worker' });
  };
  const hear = ({ data }: MessageEvent<TableAnswer>) => {
    const { number, of } = asked.current;
    if (data.number !== number) return;
    if ('progress' in data) setRead((before) => ({ ...before, progress: data.progress }));
    else setRead({ ...NOTHING, of, sight: data.sight, failure: data.sight ? null : 'file' });
  };
  const start = (): Worker => {
    const started = spawn();
    started.onmessage = hear;
    started.onerror = fail;
    return started;
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each change
  useEffect(() => {
    const number = asked.current.number + 1;
    asked.current = { number, of: draft };
    if (!draft) {
      end();
      setRead(NOTHING);
      return;
    }
    const { table, file, told, columns, withoutOutliers } = draft;
    const request = { told, columns, withoutOutliers };
    const question: TableQuestion = { number, table, file, request };
    try {
      worker.current ??= start();
      worker.current.postMessage(question);
    } catch {
      fail();
    }
  }, [draft?.table, draft?.told, draft?.columns, draft?.withoutOutliers]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the end alone
  useEffect(() => end, []);
  const { of, ...rest } = read;
  return { ...rest, isNewest: ASKED.every((part) => draft?.[part] === of?.[part]) };
}
