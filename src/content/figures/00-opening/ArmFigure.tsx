import { useId } from 'react';
import { useText } from '../../../i18n/index.ts';
import { fixed, percent } from '../../../i18n/numbers.ts';
import { useWidth } from '../../../ui/useWidth.ts';
import { FigureFrame } from '../../parts/FigureFrame.tsx';
import type { Frame } from '../../plot/frame.ts';
import { Handle } from '../../plot/Handle.tsx';
import { Plot } from '../../plot/Plot.tsx';
import styles from './ArmFigure.module.css';
import {
  arm,
  ELBOW_UP,
  meanPose,
  missOf,
  moveTarget,
  type Pose,
  placesOf,
  posesAt,
} from './arm.ts';

const LOWEST = -1.3;
const HIGHEST = 1.9;

/** Two poses that reach a place, and their mean, which does not. */
export default function ArmFigure() {
  const t = useText();
  const words = useId();
  const place = arm.useNow();
  const poses = posesAt(place);
  const { ref, width } = useWidth(600);
  const height = Math.min(360, 0.75 * width);
  // As long upwards as sideways.
  const half = ((HIGHEST - LOWEST) / 2) * (width / height);
  const said = t('figures.arm.said', {
    up: percent(ELBOW_UP),
    down: percent(1 - ELBOW_UP),
    miss: fixed(missOf(place), 2),
  });
  return (
    <FigureFrame
      name={t('figures.arm.name')}
      figure={arm}
      caption={t('figures.arm.caption')}
      describedBy={words}
    >
      <div ref={ref} className={styles.plot}>
        <Plot
          name={t('figures.arm.plot')}
          x={[-half + 0.4, half + 0.4]}
          y={[LOWEST, HIGHEST]}
          yTicks={false}
          height={height}
        >
          {(frame) => (
            <>
              <Drawn frame={frame} pose={poses.up} className={styles.up} />
              <Drawn frame={frame} pose={poses.down} className={styles.down} />
              <Drawn frame={frame} pose={meanPose(poses)} className={styles.mean} />
              <Handle
                frame={frame}
                label={t('figures.arm.handle')}
                text={t('figures.line.pointAt', { x: fixed(place.x, 2), y: fixed(place.y, 2) })}
                x={place.x}
                y={place.y}
                xRange={[0, 2]}
                yRange={[LOWEST, HIGHEST]}
                step={0.05}
                onMove={moveTarget}
              />
            </>
          )}
        </Plot>
      </div>
      <p id={words} className={styles.said}>
        {said}
      </p>
    </FigureFrame>
  );
}

interface DrawnProps {
  readonly frame: Frame;
  readonly pose: Pose;
  readonly className: string | undefined;
}

function Drawn({ frame, pose, className }: DrawnProps) {
  const { elbow, hand } = placesOf(pose);
  const at = ({ x, y }: { x: number; y: number }) => `${frame.x(x)} ${frame.y(y)}`;
  return (
    <g className={className}>
      <path d={`M${at({ x: 0, y: 0 })}L${at(elbow)}L${at(hand)}`} />
      <circle cx={frame.x(elbow.x)} cy={frame.y(elbow.y)} r={4.5} />
      <circle cx={frame.x(hand.x)} cy={frame.y(hand.y)} r={5.5} />
    </g>
  );
}
