import { type ReactNode, useId, useState } from 'react';
import styles from './Disclosure.module.css';
import { chevronIcon } from './icons.tsx';

interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A heading that opens what is below it. */
export function Disclosure({ label, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.trigger}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
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
