import { type KeyboardEvent, type PointerEvent, useId, useMemo } from 'react';
import type { Experiment } from '../../core/experiment.ts';
import type { RunResult } from '../../core/runResult.ts';
import {
  FEWEST_QUARTERED,
  type Group,
  type Measure,
  measured,
  reachOf,
  unfinished,
  type Verdict,
} from '../../core/sweepSummary.ts';
import { useText } from '../../i18n/index.ts';
import { fixed, significant } from '../../i18n/numbers.ts';
import { cx } from '../../ui/cx.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useWidth } from '../../ui/useWidth.ts';
import styles from './SpreadChart.module.css';
import { spreadScale } from './spreadScale.ts';

interface SpreadChartProps {
  readonly groups: readonly Group[];
  readonly measure: Measure;
  readonly verdict: Verdict | null;
  /** The accessible name, and the titles of the axes. */
  readonly name: string;
  readonly xTitle: string;
  readonly yTitle: string;
  /** What stands under a group, and what a run is called. */
  readonly labelOf: (group: Group) => string;
  readonly nameOf: (group: Group, result: RunResult) => string;
  readonly selected: Experiment | null;
  readonly onSelect: (experiment: Experiment) => void;
  readonly onOpen: (experiment: Experiment) => void;
}

/** A run as a dot. */
interface Dot {
  readonly group: number;
  readonly result: RunResult;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  /** How it came out: on the axis, beyond it, or without a number. */
  readonly at: 'axis' | 'beyond' | 'unfinished';
}

/** All lengths in the page's own type size. */
const HEIGHT = 19;
const MARGIN = { left: 3.7, right: 0.6, top: 1.7, bottom: 3.1 };
const RADIUS = 0.3;
/** Height of the strip above the axis for runs that have no place on it. */
const STRIP = 1.8;
/** Share of a group's width over which its dots are spread, and that its bar has. */
const SPREAD = 0.46;
const BAR = 0.62;
/** A label needs so much room. */
const LABEL = 2.6;

/** The order in which the arrow keys go through the runs of a value: from the best to the worst. */
const byValue = (a: Dot, b: Dot) => a.value - b.value || 0;

/** Every run of a sweep over the values of one setting, with the median and the spread of each value. */
export function SpreadChart(props: SpreadChartProps) {
  const { groups, measure, verdict, name, xTitle, yTitle, labelOf, nameOf } = props;
  const { selected, onSelect, onOpen } = props;
  const t = useText();
  const em = useRootFontSize();
  const { ref, width } = useWidth(600);
  const id = useId();
  const lost = groups.filter((group) => unfinished(group, measure) > 0);
  const strip = lost.length > 0 ? STRIP * em : 0;
  const height = HEIGHT * em + strip;
  const [left, right] = [MARGIN.left * em, width - MARGIN.right * em];
  const [top, bottom] = [MARGIN.top * em + strip, height - MARGIN.bottom * em];
  const step = (right - left) / Math.max(1, groups.length);
  const scale = useMemo(() => {
    const spreads = groups.flatMap(({ spread }) => spread ?? []);
    const values = groups.flatMap(({ results }) => results.map((one) => measured(one, measure)));
    return spreadScale(spreads, values);
  }, [groups, measure]);
  const yOf = (value: number) => bottom - (bottom - top) * (scale?.place(value) ?? 0);
  const centre = (group: number) => left + (group + 0.5) * step;
  const seeds = [...new Set(groups.flatMap(({ results }) => results.map(seedOf)))].sort(
    (a, b) => a - b,
  );
  // A value by itself has the room of all.
  const alone = groups.length === 1;
  const spread = alone ? step : Math.min(SPREAD * step, 4 * em);
  const xOf = (group: number, seed: number) =>
    centre(group) + ((seeds.indexOf(seed) + 0.5) / seeds.length - 0.5) * spread;
  const dots = groups.flatMap(({ results }, group) =>
    results.map((result): Dot => {
      const value = measured(result, measure);
      const beyond = scale?.isBeyond(value) ? 'beyond' : 'axis';
      const at = Number.isFinite(value) ? beyond : 'unfinished';
      const y = { axis: yOf(value), beyond: top, unfinished: top - 0.6 * strip }[at];
      // A seed has the same place beside every median.
      return { group, result, value, x: xOf(group, seedOf(result)), y, at };
    }),
  );
  const chosen = dots.find(({ result }) => result.experiment === selected);
  const every = Math.max(1, Math.ceil((LABEL * em) / step));
  const best = verdict && verdict.best.results.length > 1 ? reachOf(verdict.best) : null;

  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const distance = (dot: Dot) => Math.hypot(dot.x - x, dot.y - y);
    const near = dots.reduce<Dot | null>(
      (found, dot) => (found && distance(found) <= distance(dot) ? found : dot),
      null,
    );
    if (near && distance(near) < 1.6 * em) onSelect(near.result.experiment);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected) return onOpen(selected);
    const next = chosen ? neighbour(dots, chosen, event.key) : dots[0];
    if (!/^Arrow/.test(event.key) || !next) return;
    event.preventDefault();
    onSelect(next.result.experiment);
  };

  const beyond = dots.filter(({ at }) => at === 'beyond').length;
  const reach = groups.some(({ results }) => results.length >= FEWEST_QUARTERED) ? 'half' : 'range';

  const lostText = (group: Group) => {
    const count = fixed(unfinished(group, measure));
    const all = fixed(group.results.length);
    if (alone) return t('sweep.chart.countOf', { count, all });
    return t('sweep.chart.countOfValue', { count, all, values: nameOf(group, group.results[0]!) });
  };

  return (
    <>
      <div
        ref={ref}
        role="listbox"
        tabIndex={0}
        aria-label={name}
        aria-activedescendant={chosen && `${id}-${dots.indexOf(chosen)}`}
        className={styles.chart}
        style={{ '--height': `${height}px` } as object}
        onPointerDown={point}
        onDoubleClick={() => selected && onOpen(selected)}
        onKeyDown={onKeyDown}
      >
        <svg role="presentation" width={width} height={height}>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <g aria-hidden="true" className={styles.axes}>
            {best && (
              <rect
                className={styles.best}
                x={left}
                width={Math.max(0, right - left)}
                y={yOf(best.to)}
                height={Math.max(1, yOf(best.from) - yOf(best.to))}
              />
            )}
            {scale?.ticks.map((tick) => (
              <g key={tick}>
                <line x1={left} x2={right} y1={yOf(tick)} y2={yOf(tick)} />
                <text x={left - 0.5 * em} y={yOf(tick)} dy="0.32em" textAnchor="end">
                  {significant(tick)}
                </text>
              </g>
            ))}
            <path d={`M${left} ${top}V${bottom}H${right}`} />
            {strip > 0 && <path d={`M${left} ${top - 0.2 * strip}H${right}`} />}
            {groups.map((group, i) => (
              <g key={group.values.join()}>
                {group.spread &&
                  Number.isFinite(group.spread.median) &&
                  group.results.length > 1 && (
                    <Bar
                      group={group}
                      x={centre(i)}
                      width={alone ? step : Math.min(BAR * step, 5 * em)}
                      yOf={yOf}
                    />
                  )}
                {!alone && i % every === 0 && (
                  <text
                    x={centre(i)}
                    y={bottom + 1.3 * em}
                    textAnchor="middle"
                    className={cx(group === verdict?.smallest && styles.chosenLabel)}
                  >
                    {labelOf(group)}
                  </text>
                )}
              </g>
            ))}
            {alone &&
              seeds.map((seed, i) => (
                <text key={seed} x={xOf(0, seed)} y={bottom + 1.3 * em} textAnchor="middle">
                  {i % Math.ceil((seeds.length * LABEL * em) / step) === 0 ? seed : ''}
                </text>
              ))}
            <text x={right} y={height - 0.3 * em} textAnchor="end">
              {xTitle}
            </text>
            <text x={0} y={0.9 * em}>
              {yTitle}
            </text>
          </g>
          {dots.map((dot, i) => (
            <Mark
              key={`${dot.group} ${seedOf(dot.result)}`}
              id={`${id}-${i}`}
              dot={dot}
              chosen={dot === chosen}
              radius={RADIUS * em}
              label={t('sweep.chart.run', {
                values: nameOf(groups[dot.group]!, dot.result),
                seed: t('sweep.seed', { seed: String(seedOf(dot.result)) }),
                measure:
                  dot.at === 'unfinished' ? t('sweep.chart.diverged') : significant(dot.value),
              })}
            />
          ))}
        </svg>
      </div>
      <p className={styles.caption}>
        {t(`sweep.chart.caption.${reach}`)}
        {best && ` ${t('sweep.chart.shaded')}`}
        {` ${t('sweep.chart.opens')}`}
        {scale?.logarithmic && ` ${t('sweep.chart.log')}`}
        {beyond > 0 && ` ${t('sweep.chart.above', { count: beyond })}`}
        {lost.length > 0 &&
          ` ${t('sweep.chart.unfinished', { list: lost.map(lostText).join('; ') })}`}
      </p>
    </>
  );
}

const seedOf = ({ experiment }: RunResult) => experiment.seed;

interface MarkProps {
  readonly id: string;
  readonly dot: Dot;
  readonly chosen: boolean;
  readonly radius: number;
  readonly label: string;
}

/** A run: a dot, a ring where it is beyond the axis, a cross where it did not finish. */
function Mark({ id, dot: { x, y, at }, chosen, radius, label }: MarkProps) {
  const r = (chosen ? 1.5 : 1) * radius;
  const common = {
    id,
    role: 'option',
    'aria-selected': chosen,
    'aria-label': label,
    className: cx(styles.dot, styles[at], chosen && styles.chosen),
  };
  return at === 'unfinished' ? (
    <path {...common} d={`M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`} />
  ) : (
    <circle {...common} cx={x} cy={y} r={r} />
  );
}

interface BarProps {
  readonly group: Group;
  readonly x: number;
  readonly width: number;
  readonly yOf: (value: number) => number;
}

/** Where the runs of a value lie, and their median. */
function Bar({ group, x, width, yOf }: BarProps) {
  const { from, to } = reachOf(group);
  return (
    <>
      <rect
        className={styles.bar}
        x={x - width / 2}
        width={width}
        y={yOf(to)}
        height={Math.max(1, yOf(from) - yOf(to))}
      />
      <line
        className={styles.median}
        x1={x - width / 2}
        x2={x + width / 2}
        y1={yOf(group.spread!.median)}
        y2={yOf(group.spread!.median)}
      />
    </>
  );
}

/** The run that an arrow key goes to: the same seed of another value, or the next of the same value. */
function neighbour(dots: readonly Dot[], from: Dot, key: string): Dot | undefined {
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const by = key === 'ArrowLeft' ? -1 : 1;
    const there = dots.filter(({ group }) => group === from.group + by);
    return there.find(({ result }) => seedOf(result) === seedOf(from.result)) ?? there[0];
  }
  const own = dots.filter(({ group }) => group === from.group).sort(byValue);
  return own[own.indexOf(from) + (key === 'ArrowUp' ? 1 : -1)];
}
