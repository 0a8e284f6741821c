import { explanations } from './explanations.ts';

export const explain = {
  about: 'Пояснение: {name}',
  unit: 'Единица: {unit}.',
  texts: explanations,
} as const;
