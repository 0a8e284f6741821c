import { useMemo } from 'react';
import {
  emptyLayer,
  litLayer,
  meansLayer,
  modesLayer,
  predictionLayer,
  samplesLayer,
} from '../../charts/answerLayers.ts';
import { type Bands, bandsLayer, bandsOf } from '../../charts/bandsLayer.ts';
import { CalmScale } from '../../charts/calm.ts';
import type { ComponentLook } from '../../charts/componentColours.ts';
import { densityLayer, robustPeak, scalePeak } from '../../charts/densityLayer.ts';
import {
  type Figure,
  type FigureSource,
  fixedSource,
  type Size,
  type Trace,
} from '../../charts/figure.ts';
import { gridModes } from '../../charts/gridModes.ts';
import { type LayerSpec, staticLayer } from '../../charts/mainFigure.ts';
import type { WeightedPoints } from '../../charts/means.ts';
import type { Ranges } from '../../charts/ranges.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import { trueMeanTraces, truthCurveTraces, truthOutlineTraces } from '../../charts/truthLayer.ts';
import type { Split } from '../../core/data/points.ts';
import { pointsAlong } from '../../core/datasets/curve.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { knownInputs } from '../../core/datasets/knownInputs.ts';
import type { DataSettings, Experiment, ModelSettings } from '../../core/experiment.ts';
import type { Predictions } from '../../core/predictions.ts';
import type { BandKind, View } from '../../core/view.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Lab } from '../../store/lab.ts';
import { drawnAnswer, mostMeans, type OfKind, pointsShown, shownAnswer } from '../drawnAnswer.ts';
import { shownRanges } from '../labRanges.ts';
import { labelsOf } from '../mainLabels.ts';
import { drawnFrom, lagging, newest, type Source } from '../sources.ts';
import { useRequest } from '../useRequest.ts';
import { typicalDensity } from '../whatIsKnown.ts';
import { trueMeanCurve, trueRegions, truthKind } from './truth.ts';

const NONE = { train: false, test: false };

/** What takes long to compute of an answer, apart from how it is drawn. */
interface Lagging {
  readonly modes: Source<WeightedPoints>;
  readonly bands: Source<Bands>;
}

/** Begun when it is drawn; kept when only theme, type or size change, as for a print. */
function useLagging(lab: Lab, model: ModelSettings, ranges: Ranges, kind: BandKind): Lagging {
  const modes = useMemo(() => lagging(lab, model, ranges, gridModes), [lab, model, ranges]);
  const bands = useMemo(
    () => lagging(lab, model, ranges, (grid) => bandsOf(kind, grid)),
    [lab, model, ranges, kind],
  );
  return useMemo(() => ({ modes, bands }), [modes, bands]);
}

/** The layer of the model's answer, which changes with every frame. */
function answerSource(
  lab: Lab,
  spec: LayerSpec,
  model: ModelSettings,
  view: View,
  { modes, bands }: Lagging,
): FigureSource {
  const nothing = emptyLayer(spec);
  const empty = () => nothing;
  const live = (draw: (found: Predictions) => Figure) =>
    drawnFrom(newest(lab, model, spec.ranges), draw, empty);

  switch (drawnAnswer(model, view)) {
    case 'data':
      return fixedSource(empty);
    case 'prediction':
      return live(({ grid }) => predictionLayer(spec, grid));
    case 'means':
      return live(({ grid }) => meansLayer(spec, grid, mostMeans(view), lookNow(lab, view)));
    case 'modes':
      return drawnFrom(modes, (points) => modesLayer(spec, points), empty);
    case 'samples':
      return live(({ samples }) =>
        samples ? samplesLayer(spec, samples, lookNow(lab, view)) : nothing,
      );
    case 'bands':
      return drawnFrom(bands, (found) => bandsLayer(spec, found), empty);
    case 'density': {
      const scale = new CalmScale();
      return live(({ grid, density }) => {
        const peak = density ? robustPeak(density.density, grid.x.length) : 0;
        if (!density || !(peak > 0)) return nothing;
        const strongest = scalePeak(peak, typicalDensity(lab.shown.data));
        return densityLayer(spec, grid, density, scale.next(strongest));
      });
    }
  }
}

/** The colours of components just now, and which are lit up. */
function lookNow(lab: Lab, { lit }: View): ComponentLook {
  return { colours: lab.componentColours.getState().colours, lit };
}

/** The lit components, over an answer that does not show them itself; null where there are none. */
function litSource(
  lab: Lab,
  spec: LayerSpec,
  model: ModelSettings,
  view: View,
): FigureSource | null {
  const shows = ['means', 'samples'].includes(drawnAnswer(model, view));
  if (model.kind !== 'mdn' || view.lit.length === 0 || view.guessing || shows) return null;
  const nothing = emptyLayer(spec);
  return drawnFrom(
    newest(lab, model, spec.ranges),
    ({ grid }) => litLayer(spec, grid, lookNow(lab, view)),
    () => nothing,
  );
}

/** What lies over the answer: the points where it would hide them, and the truth. */
function overSource(
  spec: LayerSpec,
  data: Split,
  settings: DataSettings,
  model: OfKind,
  view: View,
): FigureSource {
  const show = pointsOver(model, view) ? pointsShown(view) : NONE;
  const overArea = shownAnswer(model, view) !== 'data';
  const points = (size: Size) =>
    staticLayer({ ...spec, data, show, axes: false, overArea: overArea ? size : null });
  if (!view.truth || view.guessing) return fixedSource(points);
  const known = knownInputs(settings, data);
  const withTruth = (traces: readonly Trace[], size: Size) => {
    const { data, layout } = points(size);
    return { data: [...data, ...traces], layout };
  };
  const dataSet = dataSetOf(settings.name);
  switch (truthKind(dataSet, model, view)) {
    case null:
      return fixedSource(points);
    case 'curve': {
      const { curves } = dataSet;
      const traces = curves ? truthCurveTraces(spec, pointsAlong(curves)) : [];
      return fixedSource((size) => withTruth(traces, size));
    }
    case 'mean': {
      const mean = trueMeanCurve(settings, known);
      return drawnFrom(mean, (curve, size) => withTruth(trueMeanTraces(spec, curve), size), points);
    }
    case 'regions': {
      const regions = trueRegions(settings, known, spec.ranges.y);
      return drawnFrom(
        regions,
        (outlines, size) => withTruth(truthOutlineTraces(spec, outlines), size),
        points,
      );
    }
  }
}

/** Areas would hide points under them; dots and lines lie better on top. */
function pointsOver(model: OfKind, view: View): boolean {
  return ['data', 'density', 'bands'].includes(shownAnswer(model, view));
}

export interface MainLayers {
  readonly layers: readonly FigureSource[];
  /** The layer that answers the pointer: the points, or the answer that lies over them. */
  readonly hoverLayer: number;
}

/**
 * The layers of the main figure: axes and data, the model's answer, the
 * components that are lit up, and what lies over them. Only the answer and the
 * components change with the frames. Tells the worker what
 * the figure needs to know.
 */
export function useMainLayers(
  lab: Lab,
  t: Translate,
  { data: newSettings, model }: Experiment,
  data: Split,
  view: View,
  theme: ThemeName,
  scale: number,
): MainLayers {
  const ranges = shownRanges(lab, data);
  // The same points are of the same settings, though every edit makes an object of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const settings = useMemo(() => newSettings, [data]);
  const { name } = settings;
  const spec = useMemo<LayerSpec>(
    () => ({ ranges, theme: chartTheme(theme), labels: labelsOf(t, name), scale }),
    [ranges, theme, t, name, scale],
  );
  const shown = useRequest(lab, view);

  // Points and truth stand still while components or layers change.
  const { kind } = model;
  const under = useMemo(() => {
    const show = pointsOver({ kind }, shown) ? NONE : pointsShown(shown);
    const figure = staticLayer({ ...spec, data, show });
    return fixedSource(() => figure);
  }, [spec, data, kind, shown]);
  const behind = useLagging(lab, model, ranges, shown.bands);
  const answer = useMemo(
    () => answerSource(lab, spec, model, shown, behind),
    [lab, spec, model, shown, behind],
  );
  const over = useMemo(
    () => overSource(spec, data, settings, { kind }, shown),
    [spec, data, settings, kind, shown],
  );
  const lit = useMemo(() => litSource(lab, spec, model, shown), [lab, spec, model, shown]);
  const layers = useMemo(
    () => (lit ? [under, answer, lit, over] : [under, answer, over]),
    [under, answer, lit, over],
  );
  return { layers, hoverLayer: pointsOver(model, shown) ? layers.indexOf(over) : 1 };
}
