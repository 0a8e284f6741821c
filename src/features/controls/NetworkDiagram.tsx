import type { ModelSettings } from '../../core/experiment.ts';
import { useText } from '../../i18n/index.ts';
import styles from './Controls.module.css';
import { connections, dotColumns } from './networkGeometry.ts';

const WIDTH = 220;
const HEIGHT = 64;
const GAP = 10.5;

/** The network as it is set: a column of dots for each layer, and what comes out of it. */
export function NetworkDiagram({ model }: { readonly model: ModelSettings }) {
  const t = useText();
  const names = model.kind === 'mdn' ? ['π', 'μ', 'σ'] : ['y'];
  const columns = dotColumns(model.hidden, names.length, WIDTH, HEIGHT, GAP);
  const described = {
    layers: model.hidden.length,
    units: model.hidden.join(t('controls.and')),
    activation: t(`controls.activations.${model.activation}`),
  };
  const label =
    model.kind === 'mdn'
      ? t('controls.networkMdn', { ...described, components: model.components })
      : t('controls.networkFfnn', described);
  const kindOf = (column: number) =>
    column === 0 ? styles.inputDot : column === columns.length - 1 ? styles.outputDot : styles.dot;
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.network}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      <path className={styles.wires} d={connections(columns)} />
      {columns.flatMap((dots, column) =>
        dots.map(({ x, y }) => (
          <circle key={`${x} ${y}`} className={kindOf(column)} cx={x} cy={y} r="3.2" />
        )),
      )}
      {columns.at(-1)?.map(({ x, y }, i) => (
        <text key={names[i]} className={styles.outputName} x={x + 8} y={y + 3.6}>
          {names[i]}
        </text>
      ))}
    </svg>
  );
}
