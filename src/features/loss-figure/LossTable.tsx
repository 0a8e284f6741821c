import { useText } from '../../i18n/index.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { lossesNow } from '../../store/foreseen.ts';
import { TableButton } from '../../ui/TableButton.tsx';
import { useLab } from '../lab.ts';
import { whyNoBound } from '../whatIsKnown.ts';
import { lossCurves } from './curves.ts';
import { lossTable } from './lossTable.ts';
import { useLossUnit } from './useLossUnit.ts';

interface LossTableProps {
  /** The loss that no model can beat, where it is known. */
  readonly best: number | null | undefined;
  readonly className?: string | undefined;
}

/** The button that opens the loss curves as a table. */
export function LossTable({ best, className }: LossTableProps) {
  const t = useText();
  const lab = useLab();
  const unit = useLossUnit();
  return (
    <TableButton
      className={className}
      labels={tableLabels(t, 'loss')}
      read={(take) =>
        take(
          lossTable(t, {
            curves: lossCurves(t, lab),
            epoch: lossesNow(lab).epoch,
            unit,
            best,
            whyNone: whyNoBound(lab.shown.data),
          }),
        )
      }
    />
  );
}
