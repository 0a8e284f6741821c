import { Popover } from 'radix-ui';
import { type ReactElement, type ReactNode, useContext } from 'react';
import styles from './OpenedPopup.module.css';
import { OverlayContext } from './overlay.ts';

export interface PopupProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** Its accessible name. */
  readonly name: string;
  /** Id of what describes it. */
  readonly describedBy?: string;
  readonly children: ReactNode;
}

/** A popup from the press on that has asked for it. */
export function OpenedPopup({ trigger, name, describedBy, children }: PopupProps) {
  const container = useContext(OverlayContext);
  return (
    <Popover.Root defaultOpen>
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
