import { useEffect, useRef, useState } from 'react';
import { runInStints } from '../../charts/stints.ts';
import type { Task } from '../../core/task.ts';
import type { Lab } from '../../store/lab.ts';
import { mixturesNow } from '../../store/mixturesNow.ts';
import type { ChosenPoint } from '../../store/view.ts';
import { lossSum } from './pointShare.ts';

/**
 * The sum of the losses of a point's set, from the newest parameters; null
 * until it is there. It takes from 20 ms to a second, between frames, so while
 * training it lags behind.
 *
 * @param news changes when there are newer parameters
 */
export function useLossSum(
  lab: Lab,
  task: Task,
  { set }: ChosenPoint,
  news: number,
): number | null {
  const [sum, setSum] = useState<{ task: Task; set: string; value: number | null } | null>(null);
  const busy = useRef(false);
  const stop = useRef(() => {});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the parameters are outside of React
  useEffect(() => {
    if (busy.current) return;
    busy.current = true;
    const squared = task.network.components === 0;
    const work = lossSum(task.data[set], squared, (x) => mixturesNow(lab, task, x));
    stop.current = runInStints(work, (value) => {
      busy.current = false;
      setSum({ task, set, value });
    });
  }, [lab, task, set, news, sum?.task !== task || sum?.set !== set]);
  useEffect(
    () => () => {
      stop.current();
      busy.current = false;
    },
    [],
  );
  return sum?.task === task && sum.set === set ? sum.value : null;
}
