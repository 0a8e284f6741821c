import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { cx } from './cx.ts';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'outlined' | 'primary' | 'link';
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words; they stand in an element of their own, since a translator replaces bare text. */
export function Button({ look = 'plain', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={cx(styles.button, styles[look], className)} {...rest}>
      {icon}
      {typeof children === 'string' ? <span>{children}</span> : children}
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name, also shown on hover. */
  readonly label: string;
  /** What the button does, where its name alone does not tell. */
  readonly hint?: string;
  readonly look?: 'plain' | 'outlined' | 'primary';
  readonly size?: 'small' | 'medium' | 'large';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with a picture; its target is at least 44 px under a finger. */
export function IconButton(props: IconButtonProps) {
  const { label, hint, look = 'plain', size = 'medium', className, children, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      title={hint ?? label}
      className={cx(styles.iconButton, styles[look], styles[size], className)}
      {...rest}
    >
      {children}
    </button>
  );
}
