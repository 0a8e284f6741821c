import type { DataName } from '../../../core/datasets/datasets.ts';
import { truthOf } from '../../../core/datasets/truthOf.ts';
import type { ModelKind } from '../../../core/experiment.ts';
import { writeLink } from '../../../core/link.ts';
import { articleExperiment } from '../../../core/presets.ts';
import { fixed } from '../../../i18n/numbers.ts';
import { CLAIMS, type ClaimName } from '../../claims.ts';
import { FigureFrame } from '../../parts/FigureFrame.tsx';
import styles from '../figures.module.css';

interface Row {
  readonly data: DataName;
  readonly label: string;
  readonly model: ModelKind;
  readonly claim: ClaimName;
}

const ROWS: readonly Row[] = [
  { data: 'sine', label: 'Sine', model: 'ffnn', claim: 'sine-ffnn' },
  { data: 'inverted', label: 'Inverted', model: 'ffnn', claim: 'inverted-ffnn' },
  { data: 'spiral', label: 'Spiral', model: 'ffnn', claim: 'spiral-ffnn' },
  { data: 'inverted', label: 'Inverted', model: 'mdn', claim: 'inverted-mdn' },
  { data: 'spiral', label: 'Spiral', model: 'mdn', claim: 'spiral-mdn' },
];

/** The article's five runs, how they end, and what could have been reached. */
export function Results() {
  return (
    <FigureFrame
      name="The five runs"
      caption="How the article’s five runs end over five seeds, on 20 000 fresh points each. For the mixtures the excess: how far the NLL is above the entropy."
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">data</th>
            <th scope="col">predicts</th>
            <th scope="col">ends at</th>
            <th scope="col">the floor</th>
            <th scope="col">
              <span className="visually-hidden">see it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ data, label, model, claim }) => {
            const { low, high, digits } = CLAIMS[claim];
            const floor =
              model === 'ffnn' ? (truthOf(data, 1)?.meanSquaredError() ?? Number.NaN) : 0;
            return (
              <tr key={claim}>
                <th scope="row">{label}</th>
                <td>{model === 'ffnn' ? 'a mean' : 'a mixture'}</td>
                <td>
                  {model === 'ffnn' ? 'MSE' : 'excess'} {fixed(low, digits)}–{fixed(high, digits)}
                </td>
                <td>{fixed(floor, model === 'ffnn' ? 1 : 0)}</td>
                <td>
                  <a href={`#/?${writeLink(articleExperiment(data, model))}`}>run it</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </FigureFrame>
  );
}
