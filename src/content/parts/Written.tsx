import { fixed } from '../../i18n/numbers.ts';

interface WrittenProps {
  readonly value: number;
  readonly digits?: number;
}

/** A number of a figure or of a check, as the language of the page writes it. */
export function Written({ value, digits = 0 }: WrittenProps) {
  return fixed(value, digits);
}
