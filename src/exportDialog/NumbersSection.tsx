import { strToU8, zipSync } from 'fflate';
import { csvOf, jsonOf } from '../export/tables.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { download } from '../ui/download.ts';
import styles from './ExportDialog.module.css';
import { fileStem } from './fileStem.ts';
import { TABLE_NAMES, type TableName, tableOf } from './numbers.ts';
import { useTask } from './useTask.ts';
import { Working } from './Working.tsx';

const FORMATS = {
  csv: { write: csvOf, type: 'text/csv' },
  json: { write: jsonOf, type: 'application/json' },
} as const;
type Format = keyof typeof FORMATS;

/** Data and results as numbers with all their digits. */
export function NumbersSection() {
  const t = useText();
  const lab = useLab();
  const { busy, problem, begin, cancel } = useTask();
  const fileName = (name: TableName, format: Format) => `${fileStem(lab.shown)}-${name}.${format}`;
  const take = (name: TableName, format: Format) =>
    begin(async (signal) => {
      const table = await tableOf(lab, name, signal);
      if (signal.aborted) return null;
      if (!table) return t('export.numbers.nothing', { name: t(`export.numbers.names.${name}`) });
      const { write, type } = FORMATS[format];
      download(fileName(name, format), write(table), type);
      return null;
    });
  const takeAll = () =>
    begin(async (signal) => {
      const files: Record<string, Uint8Array> = {};
      for (const name of TABLE_NAMES) {
        const table = await tableOf(lab, name, signal);
        if (signal.aborted) return null;
        if (table) files[fileName(name, 'csv')] = strToU8(csvOf(table));
      }
      download(`${fileStem(lab.shown)}-numbers.zip`, zipSync(files), 'application/zip');
      return null;
    });
  return (
    <div className={styles.section}>
      <p>{t('export.numbers.how')}</p>
      <table className={styles.table}>
        <tbody>
          {TABLE_NAMES.map((name) => (
            <tr key={name}>
              <th scope="row">
                <span>{t(`export.numbers.names.${name}`)}</span>{' '}
                <span className={styles.remark}>{t(`export.numbers.what.${name}`)}</span>
              </th>
              {(['csv', 'json'] as const).map((format) => (
                <td key={format}>
                  <Button
                    look="outlined"
                    disabled={busy}
                    aria-label={t('export.numbers.as', {
                      name: t(`export.numbers.names.${name}`),
                      format: t(`export.numbers.formats.${format}`),
                    })}
                    onClick={() => take(name, format)}
                  >
                    {t(`export.numbers.formats.${format}`)}
                  </Button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.actions}>
        <Button look="primary" disabled={busy} onClick={takeAll}>
          {t('export.numbers.all')}
        </Button>
        {busy && <Working onCancel={cancel}>{t('export.numbers.scoring')}</Working>}
      </div>
      <p role="alert">{problem}</p>
    </div>
  );
}
