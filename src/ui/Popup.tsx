import { Popover } from 'radix-ui';
import { type ReactElement, type ReactNode, useContext } from 'react';
import { OverlayContext } from './overlay.ts';
import styles from './Popup.module.css';

interface PopupProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Its accessible name. */
  readonly name: string;
  /** Id of what describes it. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** A little room of its own beside the button that opens it. */
export function Popup({ trigger, name, describedBy, children }: PopupProps) {
  const container = useContext(OverlayContext);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal container={container}>
        <Popover.Content
          className={styles.content}
          aria-label={name}
          aria-describedby={describedBy}
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={12}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
