import { createContext } from 'react';
import type { Lab } from '../../store/lab.ts';

/** Starts a worker for a living figure. */
export type Spawn = Parameters<Lab['controller']['connect']>[0];

/** The app knows where the worker is; the article only asks for one. */
export const SpawnContext = createContext<Spawn | null>(null);
