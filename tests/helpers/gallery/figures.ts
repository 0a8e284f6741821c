import {
  litLayer,
  meansLayer,
  modesLayer,
  predictionLayer,
  samplesLayer,
} from '../../../src/charts/answerLayers.ts';
import { bandsLayer, bandsOf } from '../../../src/charts/bandsLayer.ts';
import { densityLayer, robustPeak } from '../../../src/charts/densityLayer.ts';
import type { Figure } from '../../../src/charts/figure.ts';
import { gridModes } from '../../../src/charts/gridModes.ts';
import { lossFigure } from '../../../src/charts/lossFigure.ts';
import { type LayerSpec, type MainLabels, staticLayer } from '../../../src/charts/mainFigure.ts';
import { dataRanges } from '../../../src/charts/ranges.ts';
import { sliceFigure } from '../../../src/charts/sliceFigure.ts';
import { chartTheme, type ThemeName } from '../../../src/charts/theme.ts';
import {
  regionOutlines,
  trueMeanTraces,
  truthCurveTraces,
  truthOutlineTraces,
} from '../../../src/charts/truthLayer.ts';
import { answersOf } from '../../../src/core/answers.ts';
import { componentColours } from '../../../src/core/componentColours.ts';
import { pointsAlong } from '../../../src/core/datasets/curve.ts';
import { inverted } from '../../../src/core/datasets/inverted.ts';
import { density } from '../../../src/core/mixture.ts';
import type { MixtureGrid } from '../../../src/core/predictions.ts';
import { gridMixture } from '../../../src/core/profile.ts';
import { evenly } from '../../../src/core/range.ts';
import { densityCurve } from '../../../src/core/truth/densityCurve.ts';
import { trueDensity, trueMeans } from '../../../src/core/truth/pictures.ts';
import {
  type GallerySize,
  galleryData,
  galleryGrid,
  galleryLoss,
  galleryPrediction,
  gallerySamples,
} from './inputs.ts';

/** One figure of the gallery: its layers, the lowest first. */
export interface GalleryFigure {
  readonly name: string;
  readonly layers: readonly Figure[];
}

/** The gallery is for whoever works on the figures, so its words are not translated. */
const LABELS: MainLabels = {
  x: 'input x',
  y: 'target y',
  hover: {
    train: 'training point {x}, {y}',
    test: 'test point {x}, {y}',
    truth: 'truth {x}, {y}',
    prediction: 'prediction {x}, {y}',
    mean: 'mean {x}, {y}, weight {share} %',
    mode: 'mode {x}, {y}',
    sample: 'sample {x}, {y}',
    trueMean: 'true mean {x}, {y}',
    bandMean: 'mean {x}, {y}',
  },
};

const LOSS_LABELS = {
  epoch: 'epoch',
  loss: '',
  best: 'best reachable',
  unit: 'nats per point',
};

function finish<T>(work: Iterator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value as T;
  }
}

/** The density of a grid, as the worker computes it. */
function densityOf(grid: MixtureGrid, y: Float64Array): Float32Array {
  const columns = Array.from(grid.x, (_, i) => gridMixture(grid, i)!);
  return Float32Array.from(
    Array.from(y).flatMap((value) => columns.map((mixture) => density(mixture, value))),
  );
}

/** Every figure of the page from fixed inputs. */
export function galleryFigures(
  size: GallerySize,
  theme: ThemeName,
  scale: number,
): GalleryFigure[] {
  const data = galleryData(size);
  const ranges = dataRanges(data);
  const spec: LayerSpec = { ranges, theme: chartTheme(theme), labels: LABELS, scale };
  const grid = galleryGrid(ranges.x, size.columns);
  const truth = inverted.truth(1);
  const y = evenly(ranges.y, size.rows);
  const points = (train: boolean, test: boolean) =>
    staticLayer({ ...spec, data, show: { train, test } });
  const axes = points(false, false);
  const over = (...data: Figure['data']): Figure => ({ ...axes, data });
  const look = { colours: componentColours([0.6, 0.2, 0.1, 0.05, 0.01, 0.001]), lit: [] };
  const modelled = { y, density: densityOf(grid, y) };
  const field = { x: grid.x, y, density: finish(trueDensity(truth, grid.x, y)) };
  const outlines = truthOutlineTraces(spec, regionOutlines(field, [0.9, 0.5]));
  const meanTraces = trueMeanTraces(spec, { x: grid.x, y: finish(trueMeans(truth, grid.x)) });
  const bands = (kind: 'deviation' | 'central' | 'highest') =>
    bandsLayer(spec, finish(bandsOf(kind, grid)));
  const prediction = galleryPrediction(grid);
  return [
    { name: 'Data', layers: [points(true, true)] },
    {
      name: 'Data with the truth',
      layers: [points(false, true), over(...truthCurveTraces(spec, pointsAlong(inverted.curves)))],
    },
    { name: 'All means', layers: [axes, meansLayer(spec, grid, Number.POSITIVE_INFINITY, look)] },
    { name: 'The two heaviest means', layers: [axes, meansLayer(spec, grid, 2, look)] },
    {
      name: 'One component lit up',
      layers: [axes, meansLayer(spec, grid, Number.POSITIVE_INFINITY, { ...look, lit: [1] })],
    },
    { name: 'Modes', layers: [axes, modesLayer(spec, finish(gridModes(grid)))] },
    { name: 'Samples', layers: [axes, samplesLayer(spec, gallerySamples(data, grid), look)] },
    {
      name: 'Samples of one component lit up',
      layers: [axes, samplesLayer(spec, gallerySamples(data, grid), { ...look, lit: [1] })],
    },
    {
      name: 'One component lit up over the bands',
      layers: [axes, bands('highest'), litLayer(spec, grid, { ...look, lit: [1] })],
    },
    {
      name: 'Density with the true regions',
      layers: [
        axes,
        densityLayer(spec, grid, modelled, robustPeak(modelled.density, grid.x.length)),
        over(...outlines),
      ],
    },
    { name: 'One deviation', layers: [axes, bands('deviation')] },
    {
      name: 'Central bands with the true mean',
      layers: [axes, bands('central'), over(...meanTraces)],
    },
    { name: 'Bands of highest density', layers: [axes, bands('highest')] },
    { name: 'Prediction', layers: [points(false, true), predictionLayer(spec, prediction)] },
    ...[false, true].map((lying) => ({
      name: lying ? 'Slice, lying' : 'Slice',
      layers: [slice(spec, grid, lying)],
    })),
    { name: 'Loss', layers: [loss(size, theme, scale)] },
  ];
}

const SLICE_AT = 0.62;

function slice({ ranges, theme, scale }: LayerSpec, grid: MixtureGrid, lying: boolean): Figure {
  const column = Math.floor(SLICE_AT * grid.x.length);
  const mixture = gridMixture(grid, column)!;
  const conditional = inverted.truth(1).at(grid.x[column]!)!;
  return sliceFigure({
    mixture,
    answers: answersOf(mixture),
    look: { colours: Int32Array.of(0, 1, 2, 3, 4, 5), lit: [] },
    truth: densityCurve(conditional, ranges.y),
    range: ranges.y,
    end: 0.5,
    lying,
    theme,
    labels: {
      density: 'p(y given x = 4.1)',
      target: 'target y',
      hover: { model: 'p = {y} at y = {x}', truth: 'truth: p = {y} at y = {x}', mean: 'mean {x}' },
    },
    scale,
    // As beside the main figure.
    width: 12 * scale,
  });
}

function loss(size: GallerySize, theme: ThemeName, scale: number): Figure {
  return lossFigure({
    curves: [
      { name: 'train', color: 'train', losses: galleryLoss(size, 1.7, 1) },
      {
        name: 'test',
        color: 'test',
        losses: galleryLoss(size, 1.75, 2),
        best: Math.floor(0.8 * size.epochs),
      },
    ],
    epochs: 2 * size.epochs,
    bestReachable: 1.635,
    theme: chartTheme(theme),
    labels: LOSS_LABELS,
    scale,
    size: { width: 420, height: 300 },
  });
}
