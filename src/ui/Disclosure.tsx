import { type ReactNode, useId, useState } from 'react';
import styles from './Disclosure.module.css';
import { chevronIcon } from './icons.tsx';

interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Whether it is open, where somebody else keeps that. */
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
}

/** A heading that opens what is below it. */
export function Disclosure({ label, children, ...kept }: DisclosureProps) {
  const [own, setOwn] = useState(false);
  const { open = own, onToggle = setOwn } = kept;
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onToggle(!open)}
      >
        {chevronIcon}
        <span>{label}</span>
      </button>
      <div id={id} hidden={!open} className={styles.content}>
        {children}
      </div>
    </div>
  );
}
