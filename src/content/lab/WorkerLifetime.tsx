import { useCallback, useContext, useEffect, useRef } from 'react';
import { dataRanges } from '../../charts/ranges.ts';
import { takeTurn } from '../../charts/turns.ts';
import type { Experiment } from '../../core/experiment.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { requestOf } from '../../features/drawnAnswer.ts';
import { useView } from '../../features/lab.ts';
import type { ArticleLab } from './ArticleLab.ts';
import styles from './Living.module.css';
import { SpawnContext } from './spawn.ts';
import { useSight } from './useSight.ts';

/**
 * Gives the figure its worker while it is near, and takes it away again. The end that it
 * foresees is fetched then, or in a turn of its own: for paper nothing can be waited for.
 */
export function WorkerLifetime({ figure }: { readonly figure: ArticleLab }) {
  const spawn = useContext(SpawnContext);
  const mark = useRef<HTMLDivElement>(null);
  const { near, seen } = useSight(mark);
  const view = useView();
  const requestFor = useCallback(
    (experiment: Experiment) => {
      const { data } = rememberedTask(experiment);
      return requestOf(experiment.model, view, dataRanges(data));
    },
    [view],
  );
  const latest = useRef(requestFor);
  latest.current = requestFor;
  useEffect(() => takeTurn(() => figure.fetchEnd()), [figure]);
  useEffect(() => {
    if (near) figure.fetchEnd();
  }, [figure, near]);
  useEffect(() => {
    if (!near || !spawn) return;
    figure.near(spawn, latest.current);
    return () => figure.far();
  }, [figure, near, spawn]);
  useEffect(() => {
    if (!seen) return;
    return () => figure.unseen();
  }, [figure, seen]);
  useEffect(() => {
    if (near) figure.lab.controller.view(requestFor);
  }, [figure, near, requestFor]);
  return <div ref={mark} className={styles.mark} />;
}
