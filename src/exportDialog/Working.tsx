import type { ReactNode } from 'react';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ExportDialog.module.css';

interface WorkingProps {
  /** What is being made, or how far it is. */
  readonly children: ReactNode;
  readonly onCancel: () => void;
}

/** Says that something is being made, and ends it. */
export function Working({ children, onCancel }: WorkingProps) {
  const t = useText();
  return (
    <>
      <span className={styles.remark}>{children}</span>
      <Button look="outlined" onClick={onCancel}>
        {t('export.cancel')}
      </Button>
    </>
  );
}
