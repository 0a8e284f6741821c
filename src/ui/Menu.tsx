import type { ComponentType } from 'react';
import type { ChoiceMenuProps, MenuProps } from './OpenedMenu.tsx';
import { usePressed } from './usePressed.tsx';

const loadMenu = () => import('./OpenedMenu.tsx').then(({ OpenedMenu }) => OpenedMenu);
const loadChoiceMenu = () =>
  import('./OpenedMenu.tsx').then(({ OpenedChoiceMenu }) => OpenedChoiceMenu);

/** A short list of actions behind a button. */
export const Menu = (props: MenuProps) => usePressed(loadMenu, props, 'menu');

/** One of a few behind a button. */
export const ChoiceMenu = <T extends string>(props: ChoiceMenuProps<T>) =>
  usePressed(loadChoiceMenu as () => Promise<ComponentType<ChoiceMenuProps<T>>>, props, 'menu');
