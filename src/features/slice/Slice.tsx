import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import type { ThemeName } from '../../charts/theme.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { useText } from '../../i18n/index.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import type { Lab } from '../../store/lab.ts';
import { MEDIA } from '../../ui/media.ts';
import { usePrinting } from '../../ui/printing.ts';
import { TableButton } from '../../ui/TableButton.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { Hidden } from '../Hidden.tsx';
import { useLab, useView } from '../lab.ts';
import styles from './Slice.module.css';
import { sliceMoment, sliceTable } from './sliceTable.ts';
import { useSliceLayer } from './useSliceLayer.ts';

/** Type in the figure, as a share of the page's; the main figure's own. */
const TYPE = 0.88;

interface SliceProps {
  readonly theme: ThemeName;
  /** Id of the sentence that says what the slice shows. */
  readonly wordsId?: string;
  /** A lab whose slice has the same density axis. */
  readonly beside?: Lab | null;
}

/** The density at the cursor, beside the main figure and on the same vertical axis; hidden while it is guessed. */
export function Slice(props: SliceProps) {
  const { guessing } = useView();
  if (!guessing) return <DrawnSlice {...props} />;
  return (
    <div className={styles.slice}>
      <div className={styles.figure}>
        <Hidden />
      </div>
    </div>
  );
}

function DrawnSlice({ theme, wordsId, beside = null }: SliceProps) {
  const t = useText();
  const lab = useLab();
  // Where there is no room beside the main figure, the slice lies below it.
  const narrow = useMediaQuery(MEDIA.narrow);
  const printing = usePrinting();
  const lying = narrow && !printing;
  const layers = useSliceLayer(lab, beside, t, theme, TYPE * useRootFontSize(), lying);
  return (
    <div className={styles.slice}>
      <TableButton
        className={styles.table}
        labels={tableLabels(t, 'slice')}
        read={(take) => take(sliceTable(t, sliceMoment(lab)))}
      />
      <div className={styles.figure}>
        <PlotlyFigure
          name={t('slice.name')}
          describedBy={wordsId}
          labels={figureLabels(t)}
          layers={layers}
        />
      </div>
    </div>
  );
}
