import { type Mixture, partAt } from '../../core/mixture.ts';
import type { Frame } from '../plot/frame.ts';
import styles from './Bells.module.css';
import { type Pull, pullsOf } from './pulls.ts';

/** The longest arrow, in pixels; a shorter one than the least is not drawn. */
const LONGEST = 32;
const LEAST = 2.5;

/**
 * What the longest arrow of a kind stands for at least, so that next to no pull is
 * next to no arrow.
 */
const SCALE = { mean: 0.05, logVariance: 0.25, logit: 0.5 } as const;

interface PullArrowsProps {
  readonly frame: Frame;
  readonly mixture: Mixture;
  /** The target of the point that pulls. */
  readonly y: number;
  /** The components that are pulled. */
  readonly drawn: readonly number[];
  readonly color: (component: number) => string;
}

/**
 * How a point pulls on every bell: at its peak along the target's axis on μ and along
 * the density's on the weight, at μ ± σ outwards or inwards on the width. Arrows of one
 * kind are to scale.
 */
export function PullArrows({ frame, mixture, y, drawn, color }: PullArrowsProps) {
  const pulls = pullsOf(mixture, y);
  const shown = drawn.map((k) => pulls[k]!);
  const most = (kind: keyof typeof SCALE) =>
    Math.max(SCALE[kind], ...shown.map((pull) => Math.abs(pull[kind])));
  const scales = {
    mean: LONGEST / most('mean'),
    logVariance: LONGEST / most('logVariance'),
    logit: LONGEST / most('logit'),
  };
  const named = shown.reduce<Pull | null>(
    (best, pull) => (best && best.responsibility >= pull.responsibility ? best : pull),
    null,
  );
  return shown.map((pull) => {
    const { component: k, mean, logVariance, logit } = pull;
    const [mu, sigma] = [mixture.means[k]!, mixture.deviations[k]!];
    const peak = [frame.x(partAt(mixture, k, mu)), frame.y(mu)] as const;
    const edge = frame.x(partAt(mixture, k, mu + sigma));
    const name = (letter: string) => (pull === named ? letter : '');
    const wider = logVariance * scales.logVariance;
    return (
      <g key={k} className={styles.arrows} style={{ stroke: color(k), fill: color(k) }}>
        <Arrow from={peak} by={[0, -mean * scales.mean]} name={name('μ')} />
        <Arrow from={peak} by={[logit * scales.logit, 0]} name={name('π')} />
        <Arrow from={[edge, frame.y(mu + sigma)]} by={[0, -wider]} name={name('σ')} />
        <Arrow from={[edge, frame.y(mu - sigma)]} by={[0, wider]} name={name('σ')} />
      </g>
    );
  });
}

type Place = readonly [x: number, y: number];

interface ArrowProps {
  readonly from: Place;
  /** Along one of the axes. */
  readonly by: Place;
  /** What is pulled, at its tip; empty for no word. */
  readonly name: string;
}

function Arrow({ from: [x, y], by: [dx, dy], name }: ArrowProps) {
  if (Math.hypot(dx, dy) < LEAST) return null;
  const [ux, uy] = [Math.sign(dx), Math.sign(dy)];
  const [tipX, tipY] = [x + dx, y + dy];
  // From one barb over the tip to the other.
  const head = `M${tipX - 5 * ux - 3.5 * uy} ${tipY - 5 * uy - 3.5 * ux}L${tipX} ${tipY}L${tipX - 5 * ux + 3.5 * uy} ${tipY - 5 * uy + 3.5 * ux}`;
  const d = `M${x} ${y}L${tipX} ${tipY}${head}`;
  return (
    <>
      <path className={styles.halo} d={d} />
      <path d={d} />
      {name && (
        <text x={tipX + 6 * (ux || 1)} y={tipY + 8 * uy + 4} textAnchor={ux < 0 ? 'end' : 'start'}>
          {name}
        </text>
      )}
    </>
  );
}
