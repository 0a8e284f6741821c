import * as v from 'valibot';
import { piecesOf, readTable, type Table, textOf } from '../core/csv.ts';
import {
  sightOf,
  type TableAnswer,
  type TableQuestion,
  TableQuestionSchema,
} from '../core/tableSight.ts';

/** The worker that reads tables, so that the page never waits for a large one. To stop it, it is ended. */

/** Between two words about how far it has come, in milliseconds. */
const TOLD_EVERY = 100;

/** The table that was asked for last: questions about one table follow one another. */
let known: {
  readonly table: number;
  readonly told: string;
  readonly text: string;
  readonly read: Table;
} | null = null;

const post = (answer: TableAnswer) => postMessage(answer);

async function tableOf(question: TableQuestion): Promise<Table> {
  const { number, table, file, request } = question;
  const told = JSON.stringify(request.told);
  if (known?.table === table && known.told === told) return known.read;
  const text = known?.table === table ? known.text : textOf(await bytesOf(file));
  let at = performance.now();
  const read = readTable(text, request.told, (progress) => {
    if (performance.now() - at < TOLD_EVERY) return;
    at = performance.now();
    post({ number, progress });
  });
  known = { table, told, text, read };
  return read;
}

function bytesOf(file: Blob): Promise<Uint8Array[]> {
  const pieces = piecesOf(file.size).map(
    async ([from, to]) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  );
  return Promise.all(pieces);
}

async function answer(message: unknown): Promise<void> {
  const question = v.parse(TableQuestionSchema, message);
  const { number, request } = question;
  try {
    post({ number, sight: sightOf(await tableOf(question), request) });
  } catch {
    // The file has gone meanwhile, or may not be read.
    post({ number, sight: null });
  }
}

let answered = Promise.resolve();
addEventListener('message', ({ data }) => {
  answered = answered.then(() => answer(data));
});
