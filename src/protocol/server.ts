import * as v from 'valibot';
import { takeOwn } from '../core/datasets/own.ts';
import { type Experiment, parseExperiment } from '../core/experiment.ts';
import type { Snapshot } from '../core/run.ts';
import { LiveRun, type Stand } from './liveRun.ts';
import {
  type Call,
  type Calls,
  type Refusal,
  type RunInfo,
  ToWorkerSchema,
  type Verb,
} from './messages.ts';
import { Pacer } from './pacer.ts';
import type { Run } from './run.ts';

/** What the server stands on; the worker wires it to the browser. */
export interface Host extends Stand {
  open(experiment: Experiment, snapshot: Snapshot | null): Promise<{ run: Run; info: RunInfo }>;
  /** Ends the worker's work with an error that the page hears of. */
  fail(error: unknown): void;
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

const ok = <V extends Verb>(_: V, value: Calls[V]['value']): Outcome => ({ ok: true, value });
const no = (refusal: Refusal): Outcome => ({ ok: false, refusal });

/** The worker's end of the protocol: takes calls in, one after the other, and answers each. */
export class Server {
  private readonly host: Host;
  private readonly pacer = new Pacer();
  private live: LiveRun | null = null;
  private inbox: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.host = host;
  }

  receive(data: unknown): void {
    const { success, output: message } = v.safeParse(ToWorkerSchema, data);
    if (!success) this.refuse(data);
    else if (message.verb !== 'credit') this.take(message);
    else if (message.run === this.live?.number) this.live.credit();
  }

  /** Answers what cannot be read, if its number at least can. */
  private refuse(data: unknown): void {
    const call = (data as { call?: unknown } | null)?.call;
    if (typeof call === 'number') this.answer(call, no({ reason: 'badMessage' }));
  }

  private take(message: Call): void {
    this.inbox = this.inbox
      .then(() => this.outcome(message))
      .then((outcome) => {
        this.answer(message.call, outcome);
        this.live?.attend();
      })
      .catch((error) => this.host.fail(error));
  }

  private answer(call: number, outcome: Outcome): void {
    this.host.post({ type: 'answer', call, ...outcome }, []);
  }

  private async outcome(message: Call): Promise<Outcome> {
    try {
      if (message.verb === 'open') return await this.open(message);
      return await this.handle(message);
    } catch (error) {
      return no({ reason: 'failed', message: String(error) });
    }
  }

  private async open(call: Call<'open'>): Promise<Outcome> {
    const { run: number, experiment, own, snapshot, view, atOnce } = call;
    if (own) takeOwn(own);
    const parsed = parseExperiment(experiment);
    if (!parsed.ok) return no({ reason: 'badExperiment', problems: parsed.problems });
    this.live?.close();
    this.live = null;
    const { run, info } = await this.host.open(parsed.value, snapshot);
    this.live = new LiveRun(run, number, view, this.pacer, this.host);
    if (atOnce) this.live.goQuietly();
    return ok('open', info);
  }

  private async handle(message: Exclude<Call, Call<'open'>>): Promise<Outcome> {
    const { verb } = message;
    const { live } = this;
    if (verb === 'pace') {
      this.pacer.set(message.stepsPerSecond, this.host.now());
      live?.rate.pause();
      return ok(verb, null);
    }
    if (!live || message.run !== live.number) return no({ reason: 'staleRun' });
    switch (verb) {
      case 'start':
        live.go();
        return ok(verb, null);
      case 'step':
        return ok(verb, { until: live.goFor(message) });
      case 'pause':
        live.pause();
        return ok(verb, live.position);
      case 'reset':
        live.reset();
        return ok(verb, live.position);
      case 'tune': {
        const step = live.tune(message.rate);
        return step === null ? no({ reason: 'tooManyRateChanges' }) : ok(verb, { step });
      }
      case 'extend':
        live.extend(message.end);
        return ok(verb, live.position);
      case 'view':
        live.view(message.view);
        return ok(verb, null);
      case 'look':
        return ok(verb, live.look(message.at));
      case 'snapshot':
        return ok(verb, live.run.snapshot());
      case 'result':
        return ok(verb, await live.result());
    }
  }
}
