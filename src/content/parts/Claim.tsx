import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { CLAIMS, type ClaimName } from '../claims.ts';

/** A range that the text quotes; a test holds it to runs over five seeds. */
export function Claim({ name }: { readonly name: ClaimName }) {
  const t = useText();
  const { low, high, digits } = CLAIMS[name];
  return t('learn.range', { low: fixed(low, digits), high: fixed(high, digits) });
}
