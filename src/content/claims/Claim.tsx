import { useText } from '../../i18n/index.ts';
import { type ClaimName, claimed } from './claims.ts';

/** A number that the text tells, or a range, as `claims.ts` knows it. */
export function Claim({ name }: { readonly name: ClaimName }) {
  const t = useText();
  const { low, high } = claimed(name);
  return low === high ? low : t('learn.range', { low, high });
}
