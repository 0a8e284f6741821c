import { same } from '../core/same.ts';
import type { Lab } from '../store/lab.ts';

/**
 * Shows two labs in one way from now on: one kind of answer, one pace, and one
 * cursor where they have the same data.
 */
export function shareView(one: Lab, other: Lab, cursorToo: boolean): () => void {
  const follow = (from: Lab, to: Lab) =>
    from.view.subscribe((view, before) => {
      const { cursor, point } = to.view.getState();
      const shared = cursorToo ? view : { ...view, cursor, point };
      if (same(shared, to.view.getState())) return;
      to.view.setState(shared);
      if (view.pace !== before.pace) void to.controller.pace(view.pace);
    });
  const stops = [follow(one, other), follow(other, one)];
  return () => {
    for (const stop of stops) stop();
  };
}
