/**
 * The colours of the figures. A colour means the same in every figure: training
 * points grey, test points ink, truth green, the model's answer warm red, blue
 * for what can be moved, and a cycle of ten for mixture components, none of them
 * near one of those, for colour-blind eyes too.
 * Kept runs have eight of their own, which lie among the losses alone.
 */

/** The page's themes, and what becomes of each on a projector in a bright room. */
export type ThemeName = 'light' | 'dark' | 'light hall' | 'dark hall';

export interface ChartTheme {
  /** What it is drawn on. */
  readonly name: 'light' | 'dark';
  readonly background: string;
  /** Text and the strongest lines. */
  readonly ink: string;
  /** Axis titles, tick labels; at least 4.5 : 1. */
  readonly muted: string;
  /** Grid and axis lines. */
  readonly hairline: string;
  readonly train: string;
  readonly test: string;
  readonly truth: string;
  readonly model: string;
  readonly accent: string;
  /** The cycle of the components' colours; `core/componentColours.ts` says who has which. */
  readonly components: readonly string[];
  /** The colours of kept runs. */
  readonly runs: readonly string[];
  /** Plotly colour scale of a density, 0 to 1; begins transparent, so that the grid shows through. */
  readonly density: readonly (readonly [position: number, color: string])[];
}

const LIGHT: ChartTheme = {
  name: 'light',
  background: '#fbfaf7',
  ink: '#1b2230',
  muted: '#5a6376',
  hairline: '#e2e1dc',
  train: '#666e7e',
  test: '#1b2230',
  truth: '#007d54',
  model: '#c93a21',
  accent: '#2f5be7',
  components: [
    '#0b4e90',
    '#a58304',
    '#8d2c6b',
    '#3f92b6',
    '#7a39c0',
    '#244b06',
    '#e94fc7',
    '#7a79ec',
    '#b96c9a',
    '#2d05b6',
  ],
  runs: ['#0096f0', '#96005a', '#969600', '#875ab4', '#e16996', '#5a4b0f', '#4b1ed2', '#005a87'],
  density: [
    [0, 'rgba(240, 150, 110, 0)'],
    [0.04, 'rgba(240, 150, 110, 0.10)'],
    [0.15, 'rgba(240, 140, 100, 0.42)'],
    [0.4, 'rgba(226, 92, 56, 0.86)'],
    [0.7, 'rgba(178, 48, 26, 0.96)'],
    [1, 'rgba(108, 16, 12, 1)'],
  ],
};

const DARK: ChartTheme = {
  name: 'dark',
  background: '#11141b',
  ink: '#eef0f4',
  muted: '#9aa3b4',
  hairline: '#2a2f3a',
  train: '#8d95a5',
  test: '#eef0f4',
  truth: '#34c98b',
  model: '#ff7556',
  accent: '#7d9bff',
  components: [
    '#24defc',
    '#a06503',
    '#e4a4ce',
    '#4866fe',
    '#dbb526',
    '#438259',
    '#b232d6',
    '#bae8ac',
    '#fc63e0',
    '#9b64a0',
  ],
  runs: ['#3cb4e1', '#c34be1', '#96e100', '#ffc3e1', '#b49600', '#5a5aa5', '#e10f5a', '#5a691e'],
  density: [
    [0, 'rgba(150, 50, 30, 0)'],
    [0.04, 'rgba(150, 50, 30, 0.16)'],
    [0.15, 'rgba(170, 60, 36, 0.52)'],
    [0.4, 'rgba(228, 92, 58, 0.88)'],
    [0.7, 'rgba(255, 160, 104, 0.97)'],
    [1, 'rgba(255, 232, 190, 1)'],
  ],
};

/** The same colours, stronger: whatever text has keeps 7 : 1 over the background. */
const THEMES: Readonly<Record<ThemeName, ChartTheme>> = {
  light: LIGHT,
  dark: DARK,
  'light hall': {
    ...LIGHT,
    background: '#ffffff',
    muted: '#454d5c',
    train: '#4a5160',
    truth: '#005c3e',
    model: '#9c2410',
    accent: '#2443b8',
  },
  'dark hall': {
    ...DARK,
    background: '#0b0e13',
    muted: '#b4bccb',
    train: '#a9b1c0',
    model: '#ff9178',
    accent: '#9db4ff',
  },
};

export function chartTheme(name: ThemeName): ChartTheme {
  return THEMES[name];
}

/** A colour `#rrggbb` at some opacity. */
export function withAlpha(color: string, opacity: number): string {
  const bits = Number.parseInt(color.slice(1), 16);
  return `rgba(${bits >> 16}, ${(bits >> 8) & 255}, ${bits & 255}, ${opacity})`;
}

/** The theme's colours as CSS custom properties, `--chart-…`, for what is drawn without Plotly. */
export function themeProperties(theme: ChartTheme): Record<string, string> {
  const { name: _, components: __, runs: ___, density: ____, ...colors } = theme;
  return Object.fromEntries(
    Object.entries(colors).map(([key, color]) => [`--chart-${key}`, color]),
  );
}
