import { DropdownMenu } from 'radix-ui';
import { type ReactElement, useContext } from 'react';
import { checkIcon } from './icons.tsx';
import styles from './OpenedMenu.module.css';
import { OverlayContext } from './overlay.ts';

interface MenuAction {
  readonly label: string;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
}

/** A menu from the press on that has asked for it. */
export function OpenedMenu({ trigger, actions }: MenuProps) {
  const container = useContext(OverlayContext);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content className={styles.content} align="start" sideOffset={6}>
          {actions.map(({ label, onSelect }) => (
            <DropdownMenu.Item key={label} className={styles.item} onSelect={onSelect}>
              {label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface ChoiceMenuProps<T extends string> {
  readonly trigger: ReactElement;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** The same, of choices. */
export function OpenedChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { trigger, value, choices, onChange } = props;
  const container = useContext(OverlayContext);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content className={styles.content} align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={value} onValueChange={(next) => onChange(next as T)}>
            {choices.map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.value}
                value={choice.value}
                className={styles.item}
              >
                <span>{choice.label}</span>
                <DropdownMenu.ItemIndicator className={styles.mark}>
                  {checkIcon}
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
