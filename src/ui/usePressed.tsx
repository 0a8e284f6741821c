import {
  type ComponentType,
  cloneElement,
  type KeyboardEvent,
  type ReactElement,
  useState,
} from 'react';
import { useOnDemand } from './useOnDemand.ts';

interface Triggered {
  /** The button that opens it. */
  readonly trigger: ReactElement;
}

/** What the button takes on. */
interface Resting {
  readonly 'aria-haspopup': 'dialog' | 'menu';
  readonly 'aria-expanded': boolean;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * A button until it is pressed; then what opens beside it, loaded then. There are
 * many such buttons, and what opens them takes long to load and to be put in place.
 *
 * @param load of one module, so that it is loaded once
 */
export function usePressed<Props extends Triggered>(
  load: () => Promise<ComponentType<Props>>,
  props: Props,
  opens: 'dialog' | 'menu',
): ReactElement {
  const { Loaded: Opened, ask } = useOnDemand(load);
  const [pressed, setPressed] = useState(false);
  if (Opened && pressed) return <Opened {...props} />;
  const press = () => {
    setPressed(true);
    void ask();
  };
  return cloneElement(props.trigger as ReactElement<Resting>, {
    'aria-haspopup': opens,
    'aria-expanded': false,
    onClick: press,
    onKeyDown: (event) => {
      if (opens === 'menu' && event.key === 'ArrowDown') press();
    },
  });
}
