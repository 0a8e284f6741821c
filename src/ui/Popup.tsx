import type { PopupProps } from './OpenedPopup.tsx';
import { usePressed } from './usePressed.tsx';

const load = () => import('./OpenedPopup.tsx').then(({ OpenedPopup }) => OpenedPopup);

/** A little room of its own beside the button that opens it. */
export const Popup = (props: PopupProps) => usePressed(load, props, 'dialog');
