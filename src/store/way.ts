import type { WayState } from '../core/way.ts';

/** The states that a run has gone through, as far as they are kept; by epoch, rising. */
export class Way {
  private kept: WayState[] = [];

  get states(): readonly WayState[] {
    return this.kept;
  }

  /** Takes newer states in; one that a run went back before replaces what came after it. */
  take(states: readonly WayState[]): void {
    const [first] = states;
    if (!first) return;
    this.kept = [...this.kept.filter(({ epoch }) => epoch < first.epoch), ...states];
  }

  /** Forgets what came after `epoch`. */
  truncate(epoch: number): void {
    this.kept = this.kept.filter((state) => state.epoch <= epoch);
  }

  restart(): void {
    this.kept = [];
  }

  /** The state whose epoch is nearest; null while there is none. */
  nearest(epoch: number): WayState | null {
    let found: WayState | null = null;
    for (const state of this.kept) {
      if (!found || Math.abs(state.epoch - epoch) <= Math.abs(found.epoch - epoch)) found = state;
    }
    return found;
  }
}
