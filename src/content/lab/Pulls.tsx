import type { Mixture } from '../../core/mixture.ts';
import { useText } from '../../i18n/index.ts';
import { percent, significant } from '../../i18n/numbers.ts';
import shared from '../figures/shared.module.css';
import styles from './Pulls.module.css';
import { pullsOf } from './pulls.ts';

/** Components that answer for less of a point than this are left out. */
const LEAST = 0.01;
const MOST = 4;

const PULLS = ['mean', 'logVariance', 'logit'] as const;

/** A pull with its direction: ↑ 0.42. */
function arrow(value: number): string {
  return `${value < 0 ? '↓' : '↑'} ${significant(Math.abs(value), 2)}`;
}

interface PullsProps {
  readonly mixture: Mixture;
  /** The target of the chosen point. */
  readonly y: number;
  readonly color: (component: number) => string;
}

/** Which components answer for a point, and what it asks of each. */
export function Pulls({ mixture, y, color: colorOf }: PullsProps) {
  const t = useText();
  const pulls = pullsOf(mixture, y)
    .filter(({ responsibility }) => responsibility >= LEAST)
    .sort((a, b) => b.responsibility - a.responsibility)
    .slice(0, MOST);
  return (
    <table className={shared.table}>
      <caption className={styles.caption}>{t('cut.pulls.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cut.pulls.component')}</th>
          <th scope="col">{t('cut.pulls.responsibility')}</th>
          {PULLS.map((name) => (
            <th key={name} scope="col">
              {t(`cut.pulls.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pulls.map((pull) => {
          const color = colorOf(pull.component);
          return (
            <tr key={pull.component}>
              <th scope="row">
                <span className={styles.swatch} style={{ background: color }} />
                {pull.component + 1}
              </th>
              <td>
                <span
                  className={styles.bar}
                  style={{ width: `${4 * pull.responsibility}rem`, background: color }}
                />{' '}
                {percent(pull.responsibility)}
              </td>
              {PULLS.map((name) => (
                <td key={name} className={styles.pull}>
                  {arrow(pull[name])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
