import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import type { ThemeName } from '../../charts/theme.ts';
import { useText } from '../../i18n/index.ts';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useLab } from '../lab.ts';
import styles from './Slice.module.css';
import { useSliceLayer } from './useSliceLayer.ts';

/** Type in the figure, as a share of the page's; the main figure's own. */
const TYPE = 0.88;
/** Where the slice lies below the main figure; the same number stands in the style sheets. */
const NARROW = '(max-width: 47.49rem)';

/** The density at the cursor, beside the main figure and on the same vertical axis. */
export function Slice({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const lying = useMediaQuery(NARROW);
  const layers = useSliceLayer(useLab(), t, theme, TYPE * useRootFontSize(), lying);
  return (
    <div className={styles.slice}>
      <PlotlyFigure
        name={t('slice.name')}
        labels={{ failed: t('figure.failed'), retry: t('figure.retry') }}
        layers={layers}
      />
    </div>
  );
}
