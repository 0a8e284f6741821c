import { test } from '@playwright/test';
import { hostileTables } from '../../helpers/hostileTables.ts';

test('a hundred thousand texts that are no tables, or nearly, give points or none', () => {
  test.setTimeout(900_000);
  hostileTables(100_000);
});
