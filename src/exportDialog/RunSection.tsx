import { type DragEvent, useEffect, useRef, useState } from 'react';
import { RUN_FILE_ENDING } from '../core/savedRun.ts';
import { LARGEST_RUN_FILE, readRunFile, writeRunFile } from '../export/runFile.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { runFileSentence } from '../i18n/runFileSentence.ts';
import { keptRuns } from '../store/keptRuns.ts';
import { savedRunOf } from '../store/savedRunOf.ts';
import { Button } from '../ui/Button.tsx';
import { download } from '../ui/download.ts';
import { FileField } from '../ui/FileField.tsx';
import styles from './ExportDialog.module.css';
import { fileStem } from './fileStem.ts';

interface RunSectionProps {
  /** A file that was dropped on the page, to be opened; null for none. */
  readonly dropped: File | null;
  /** A run was opened, and all is to be seen on the page. */
  readonly onOpened: () => void;
}

/** The run as a file: saved, and opened again exactly as it stood. */
export function RunSection({ dropped, onOpened }: RunSectionProps) {
  const t = useText();
  const lab = useLab();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const saved = await savedRunOf(lab, keptRuns.items);
    const name = `${fileStem(saved.experiment)}${RUN_FILE_ENDING}`;
    download(name, writeRunFile(saved), 'application/zip');
  };
  const open = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const problem = await opened(file);
    setBusy(false);
    setProblem(problem);
    if (problem === '') onOpened();
  };
  /** Opens a file; what there is to say if that has not come off, or not wholly. */
  const opened = async (file: File): Promise<string> => {
    if (file.size > LARGEST_RUN_FILE) return runFileSentence(t, { reason: 'tooLarge' });
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return t('export.run.unreadable');
    }
    const read = readRunFile(bytes);
    if (!read.ok) {
      const reason = runFileSentence(t, read.problem);
      return `${t('export.run.notOpened', { name: file.name })} ${reason}`;
    }
    await lab.open(read.value);
    const left = keptRuns.bringIn(read.value.kept);
    const names = left.map(({ name }) => name).join(', ');
    return left.length === 0 ? '' : t('export.run.noRoom', { count: left.length, names });
  };
  const openNow = useRef(open);
  openNow.current = open;
  useEffect(() => {
    if (dropped) void openNow.current(dropped);
  }, [dropped]);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    void open(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen
    <div className={styles.section} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <p>{t('export.run.save')}</p>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => void save()}>
          {t('export.run.saveIt')}
        </Button>
      </div>
      <p>{t('export.run.open')}</p>
      <FileField
        label={t('export.run.openIt')}
        accept=".zip,application/zip"
        disabled={busy}
        onChoose={(file) => void open(file)}
      />
      <p role="alert">{problem}</p>
    </div>
  );
}
