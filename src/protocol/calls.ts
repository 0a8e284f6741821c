import type { Answer, Refusal, Verb } from './messages.ts';

/** What a call ends with; a call never throws. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

interface Pending {
  readonly verb: Verb;
  readonly settle: (result: Result<unknown>) => void;
  /** Milliseconds for which the page still waits while it is awake. */
  patience: number;
}

/** How often the page looks whether an answer is overdue. */
const TICK_MS = 500;
/**
 * A tick counts at most this long, however late it comes: a page that was
 * frozen, throttled or asleep takes in what its worker said in the meantime
 * before it loses patience.
 */
const LONGEST_TICK_MS = 1000;

/** The calls that have no answer yet. Each is settled exactly once. */
export class PendingCalls {
  private readonly onOverdue: () => void;
  private readonly pending = new Map<number, Pending>();
  private last = 0;
  /** Counts the time that answers are waited for, as long as there are any. */
  private ticker: ReturnType<typeof setInterval> | null = null;
  private lastTick = 0;

  constructor(onOverdue: () => void) {
    this.onOverdue = onOverdue;
  }

  get none(): boolean {
    return this.pending.size === 0;
  }

  /** True while a call of one of these verbs has no answer. */
  awaits(...verbs: Verb[]): boolean {
    return [...this.pending.values()].some(({ verb }) => verbs.includes(verb));
  }

  /** Numbers a call; its answer is overdue after so many milliseconds. */
  add<T>(verb: Verb, patience: number): { number: number; result: Promise<Result<T>> } {
    const number = ++this.last;
    const result = new Promise<Result<T>>((resolve) => {
      const settle = resolve as Pending['settle'];
      this.pending.set(number, { verb, settle, patience });
    });
    if (this.ticker === null) {
      this.lastTick = performance.now();
      this.ticker = setInterval(() => this.tick(), TICK_MS);
    }
    return { number, result };
  }

  /** Settles the call that is answered, if it still waits. */
  settle(answer: Answer): void {
    const pending = this.pending.get(answer.call);
    this.pending.delete(answer.call);
    if (this.none) this.stop();
    const { ok } = answer;
    pending?.settle(ok ? { ok, value: answer.value } : { ok, refusal: answer.refusal });
  }

  /** Settles every call, those of one verb apart. */
  refuse(refusal: Refusal, apart?: Verb): void {
    for (const [number, { verb, settle }] of this.pending) {
      if (verb === apart) continue;
      this.pending.delete(number);
      settle({ ok: false, refusal });
    }
    if (this.none) this.stop();
  }

  private tick(): void {
    const now = performance.now();
    const awake = Math.min(now - this.lastTick, LONGEST_TICK_MS);
    this.lastTick = now;
    let overdue = false;
    for (const pending of this.pending.values()) {
      pending.patience -= awake;
      overdue ||= pending.patience <= 0;
    }
    if (overdue) this.onOverdue();
  }

  private stop(): void {
    if (this.ticker !== null) clearInterval(this.ticker);
    this.ticker = null;
  }
}
