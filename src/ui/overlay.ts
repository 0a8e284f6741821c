import { createContext } from 'react';

/**
 * Where floating content goes: into the modal dialog around it, since all else
 * is inert then; null for the page itself.
 */
export const OverlayContext = createContext<HTMLElement | null>(null);
