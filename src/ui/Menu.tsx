import { DropdownMenu } from 'radix-ui';
import { type ReactElement, useContext } from 'react';
import { checkIcon } from './icons.tsx';
import styles from './Menu.module.css';
import { OverlayContext } from './overlay.ts';

interface MenuAction {
  readonly label: string;
  readonly onSelect: () => void;
}

interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactElement;
  readonly actions: readonly MenuAction[];
}

/** A short list of actions behind a button. */
export function Menu({ trigger, actions }: MenuProps) {
  const container = useContext(OverlayContext);
  return (
    <DropdownMenu.Root modal={false}>
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

interface ChoiceMenuProps<T extends string> {
  readonly trigger: ReactElement;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** Whether it is open from the first. */
  readonly defaultOpen?: boolean;
}

/** One of a few behind a button. */
export function ChoiceMenu<T extends string>(props: ChoiceMenuProps<T>) {
  const { trigger, value, choices, onChange, defaultOpen = false } = props;
  const container = useContext(OverlayContext);
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
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
