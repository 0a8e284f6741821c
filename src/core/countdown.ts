import * as v from 'valibot';

/** The most minutes that a class is given. */
export const MINUTES_MOST = 60;

const MINUTE_MS = 60_000;

const left = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(MINUTES_MOST * MINUTE_MS));

export const CountdownSchema = v.variant('kind', [
  /** It ends at a time of the clock, in milliseconds since 1970. */
  v.object({ kind: v.literal('running'), ends: v.pipe(v.number(), v.finite()) }),
  /** It stands still, with so many milliseconds left. */
  v.object({ kind: v.literal('held'), left }),
]);

/** The time that a class is given. All times are in milliseconds, `now` since 1970. */
export type Countdown = Readonly<v.InferOutput<typeof CountdownSchema>>;

export const countdownOf = (minutes: number, now: number): Countdown => ({
  kind: 'running',
  ends: now + minutes * MINUTE_MS,
});

/** How much is left; 0 from its end on, and never more than the most. */
export function leftOf(countdown: Countdown, now: number): number {
  const left = countdown.kind === 'held' ? countdown.left : countdown.ends - now;
  return Math.min(MINUTES_MOST * MINUTE_MS, Math.max(0, left));
}

/** Holds a countdown that runs, and lets one go on that is held. */
export function turned(countdown: Countdown, now: number): Countdown {
  const left = leftOf(countdown, now);
  return countdown.kind === 'held' ? { kind: 'running', ends: now + left } : { kind: 'held', left };
}

/** Minutes and seconds, as a clock shows them: a second that has begun counts whole. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What was kept as text; null for what is no countdown. */
export function parseCountdown(text: string | null): Countdown | null {
  if (text === null) return null;
  try {
    const read = v.safeParse(CountdownSchema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
