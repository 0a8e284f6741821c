import type { ParseOptions } from 'sugar-high/core';
import * as python from 'sugar-high/lang/python';
import * as typescript from 'sugar-high/lang/typescript';
import type { Experiment } from '../../core/experiment.ts';
import type { Program } from '../../export/program.ts';
import { pytorchProgram } from '../../export/pytorch.ts';
import { tfjsProgram } from '../../export/tfjsProgram.ts';

interface Language {
  /** Of a file that holds it. */
  readonly ending: string;
  /** How its words are told apart. */
  readonly grammar: ParseOptions;
  /** @param weights a safetensors file to be written into it; null for none */
  program(experiment: Experiment, weights: Uint8Array | null): Program;
}

/** What an experiment can be written in. */
export const LANGUAGES = {
  pytorch: { ending: 'py', grammar: python, program: pytorchProgram },
  tfjs: { ending: 'ts', grammar: typescript, program: tfjsProgram },
} as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly LanguageName[];
