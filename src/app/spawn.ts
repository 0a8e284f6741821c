import { type WorkerAbsence, workerAbsenceStore } from '../store/workerAbsence.ts';
import script from '../worker/main.ts?worker&url';

/**
 * Starts a training worker. Where there is none to be had, the store of its absence
 * knows why.
 *
 * @throws DOMException where the browser would not even make one
 */
export function spawn(): Worker {
  const worker = make();
  // Chromium sends workers' pages this event, but has no property for who listens to it.
  if (!('onmessageerror' in Worker.prototype)) {
    worker.addEventListener('messageerror', (event) => worker.onmessageerror?.(event));
  }
  const heard = new AbortController();
  const { signal } = heard;
  worker.addEventListener('message', () => heard.abort(), { signal });
  worker.addEventListener('error', () => void causeOfSilence().then(note), { signal });
  return worker;
}

function make(): Worker {
  try {
    return new Worker(script, { type: 'module' });
  } catch (error) {
    note(isSandboxed() ? 'sandboxed' : 'forbidden');
    throw error;
  }
}

const isSandboxed = () => self.origin === 'null';

/** True once the page's policy has refused a worker. */
let refused = false;
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  if (effectiveDirective === 'worker-src') refused = true;
});

/** Why a worker failed before it has said anything: its script is asked for once more. */
async function causeOfSilence(): Promise<WorkerAbsence> {
  if (refused) return 'forbidden';
  try {
    const answer = await fetch(script);
    if (!answer.ok) return 'missing';
    return /javascript/.test(answer.headers.get('content-type') ?? '') ? 'unknown' : 'wrongType';
  } catch {
    return 'unreachable';
  }
}

function note(cause: WorkerAbsence): void {
  workerAbsenceStore.setState({ cause });
}
