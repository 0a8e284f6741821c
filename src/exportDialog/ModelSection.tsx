import { rememberedTask } from '../core/rememberedTask.ts';
import { MODEL_FORMATS, type ModelFormat, modelFile } from '../export/modelFile.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { fittedNow } from '../store/mixturesNow.ts';
import { Button } from '../ui/Button.tsx';
import { download } from '../ui/download.ts';
import styles from './ExportDialog.module.css';
import { fileStem } from './fileStem.ts';
import { useTask } from './useTask.ts';

/** The network that is shown, in formats that other programs read. */
export function ModelSection() {
  const t = useText();
  const lab = useLab();
  const { busy, problem, begin } = useTask();
  const take = (format: ModelFormat) =>
    begin(async (signal) => {
      const { shown } = lab;
      const fitted = fittedNow(lab, rememberedTask(shown));
      if (!fitted) return t('export.model.nothing');
      const file = await modelFile(format, shown, fitted);
      if (signal.aborted) return null;
      if (!file) return t('export.model.damaged');
      download(`${fileStem(shown)}${file.ending}`, file.bytes, 'application/octet-stream');
      return null;
    });
  return (
    <div className={styles.section}>
      <p>{t('export.model.how')}</p>
      <table className={styles.table}>
        <tbody>
          {MODEL_FORMATS.map((format) => (
            <tr key={format}>
              <th scope="row">
                <span>{t(`export.model.names.${format}`)}</span>{' '}
                <span className={styles.remark}>{t(`export.model.what.${format}`)}</span>
              </th>
              <td>
                <Button
                  look="outlined"
                  disabled={busy}
                  aria-label={t('export.model.as', { name: t(`export.model.names.${format}`) })}
                  onClick={() => take(format)}
                >
                  {t('export.model.save')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="alert">{problem}</p>
    </div>
  );
}
