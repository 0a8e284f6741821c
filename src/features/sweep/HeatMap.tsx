import { type Group, type Measure, unfinished } from '../../core/sweepSummary.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { cx } from '../../ui/cx.ts';
import { settingName, valuesText } from './draft.ts';
import styles from './HeatMap.module.css';
import { measureWriter } from './verdictText.ts';

interface HeatMapProps {
  /** Names of the two settings: of the rows, and of the columns. */
  readonly settings: readonly string[];
  readonly groups: readonly Group[];
  /** The pair that is looked at. */
  readonly group: Group;
  readonly measure: Measure;
  readonly unit: string;
  readonly onSelect: (group: Group) => void;
}

/** The medians of every pair of values, with their numbers. */
export function HeatMap({ settings, groups, group, measure, unit, onSelect }: HeatMapProps) {
  const t = useText();
  const [first = '', second = ''] = settings;
  const [rows, columns] = [0, 1].map((i) =>
    [...new Set(groups.map(({ values }) => values[i]!))].sort((a, b) => Number(a) - Number(b)),
  ) as [string[], string[]];
  const shares = goodness(groups);
  const write = measureWriter(groups);
  const measureName = t(`sweep.measures.${measure}`);
  const cell = (row: string, column: string) => {
    const found = groups.find(({ values }) => values[0] === row && values[1] === column);
    if (!found?.spread) return <td key={column} />;
    const median = Number.isFinite(found.spread.median) ? write(found.spread.median) : '';
    const count = unfinished(found, measure);
    const lost =
      count > 0
        ? t('sweep.heat.unfinished', { count: fixed(count), all: fixed(found.results.length) })
        : '';
    const lines = [median, lost].filter(Boolean);
    return (
      <td key={column}>
        <button
          type="button"
          className={cx(styles.cell, found === group && styles.chosen)}
          style={{ '--good': shares.get(found) ?? 0 } as object}
          aria-pressed={found === group}
          aria-label={t('sweep.heat.cell', {
            values: valuesText(t, settings, found.values),
            median: lines.join(', '),
          })}
          onClick={() => onSelect(found)}
        >
          {lines.map((line) => (
            <span key={line} className={cx(line === lost && styles.lost)}>
              {line}
            </span>
          ))}
        </button>
      </td>
    );
  };
  return (
    <figure
      className={styles.figure}
      aria-label={t('sweep.heat.name', {
        measure: measureName,
        first: settingName(t, first),
        second: settingName(t, second),
      })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={styles.scrolling} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="row">{settingName(t, first)}</th>
              <th scope="colgroup" colSpan={columns.length}>
                {settingName(t, second)}
              </th>
            </tr>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => cell(row, column))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <figcaption className={styles.caption}>
        {t('sweep.heat.caption', { measure: measureName, unit })}
      </figcaption>
    </figure>
  );
}

/** How good each pair is, from 0 for the worst median to 1 for the best: by rank, so that one bad pair does not pale the rest. */
function goodness(groups: readonly Group[]): ReadonlyMap<Group, number> {
  const known = groups
    .filter(({ spread }) => Number.isFinite(spread?.median))
    .sort((a, b) => b.spread!.median - a.spread!.median);
  return new Map(known.map((group, i) => [group, known.length > 1 ? i / (known.length - 1) : 1]));
}
