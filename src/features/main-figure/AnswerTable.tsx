import { runInStints } from '../../charts/stints.ts';
import { useText } from '../../i18n/index.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { TableButton } from '../../ui/TableButton.tsx';
import { useLab } from '../lab.ts';
import { answerMoment, answerTable } from './answerTable.ts';

/** The button that opens the network's answers as a table. */
export function AnswerTable() {
  const t = useText();
  const lab = useLab();
  return (
    <TableButton
      labels={tableLabels(t, 'answer')}
      read={(take) => runInStints(answerMoment(lab), (moment) => take(answerTable(t, moment)))}
    />
  );
}
