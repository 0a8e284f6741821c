import { explanations } from './explanations.ts';

export const explain = {
  about: 'About {name}',
  unit: 'Unit: {unit}.',
  texts: explanations,
} as const;
