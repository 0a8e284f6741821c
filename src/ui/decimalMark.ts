import { createContext } from 'react';

/** What stands before the decimals in a field of numbers. */
export const DecimalMarkContext = createContext('.');
