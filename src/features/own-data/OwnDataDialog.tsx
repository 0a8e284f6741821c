import { type ClipboardEvent, type DragEvent, useEffect, useState } from 'react';
import type { DataName } from '../../core/datasets/datasets.ts';
import { isFormula } from '../../core/datasets/formula.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { useText } from '../../i18n/index.ts';
import { beginDrawing } from '../../store/drawing.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useLab } from '../lab.ts';
import { rangesOf } from '../labRanges.ts';
import { type Draft, draftOfFile, draftOfText, LONGEST_SHOWN } from './draft.ts';
import { FormulaForm } from './FormulaForm.tsx';
import { KeptSets } from './KeptSets.tsx';
import styles from './OwnDataDialog.module.css';
import { TableForm } from './TableForm.tsx';
import { useTableSight } from './useTableSight.ts';

/** Where data of the user's own come from. */
const WAYS = ['table', 'formula', 'drawing'] as const;
type Way = (typeof WAYS)[number];

interface OwnDataDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** A file that was dropped on the page; null for none. */
  readonly dropped: File | null;
  /** Starts the worker that reads tables. */
  readonly spawnReader: () => Worker;
}

/** A table, a formula or a drawing of the user's own becomes a data set; those that are kept can be opened, renamed and deleted. */
export function OwnDataDialog({ open, onClose, dropped, spawnReader }: OwnDataDialogProps) {
  const t = useText();
  const lab = useLab();
  const { editor } = lab;
  const [draft, setDraft] = useState<Draft | null>(null);
  const read = useTableSight(draft, spawnReader);
  const close = () => {
    setDraft(null);
    onClose();
  };
  const [way, setWay] = useState<Way>(() =>
    isFormula(editor.experiment.data.name) ? 'formula' : 'table',
  );
  const use = (name: DataName) => {
    editor.set('data.name', name);
    close();
  };
  const draw = () => {
    close();
    lab.show({ zoom: null });
    const { data } = rememberedTask(lab.shown);
    beginDrawing(lab, rangesOf(lab, data), t('draw.title'));
  };
  const take = (file: File | undefined) => {
    if (!file) return;
    setDraft(draftOfFile(file));
    setWay('table');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file
  useEffect(() => {
    if (dropped) take(dropped);
  }, [dropped]);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (text.length <= LONGEST_SHOWN) return;
    event.preventDefault();
    setDraft(draftOfText(text));
  };
  return (
    <Dialog
      title={t('ownData.title')}
      closeLabel={t('ownData.close')}
      open={open}
      wide
      onClose={close}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can also be chosen, and a table pasted */}
      <div className={styles.body} onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <RadioGroup
          label={t('ownData.way')}
          look="segmented"
          value={way}
          choices={WAYS.map((value) => ({ value, label: t(`ownData.ways.${value}`) }))}
          onChange={setWay}
        />
        {way === 'formula' && <FormulaForm onUse={use} />}
        {way === 'drawing' && (
          <>
            <p className={styles.how}>{t('draw.how')}</p>
            <Button look="primary" className={styles.draw} onClick={draw}>
              {t('draw.begin')}
            </Button>
          </>
        )}
        {way === 'table' && (
          <>
            <p className={styles.how}>{t('ownData.how')}</p>
            <label className={styles.field}>
              <span>{t('ownData.paste')}</span>
              <textarea
                className={styles.text}
                rows={draft ? 3 : 5}
                spellCheck={false}
                placeholder={'x\ty\n0.5\t1.2\n0.7\t1.9'}
                value={draft?.text ?? ''}
                onPaste={onPaste}
                onChange={({ target }) =>
                  setDraft(target.value.trim() === '' ? null : draftOfText(target.value))
                }
              />
            </label>
            <FileField
              label={t('ownData.file')}
              accept=".csv,.tsv,.txt,.dat,text/csv,text/plain,text/tab-separated-values"
              onChoose={take}
            />
            {draft && <TableForm draft={draft} read={read} onChange={setDraft} onUse={use} />}
          </>
        )}
        <KeptSets onUse={use} />
      </div>
    </Dialog>
  );
}
