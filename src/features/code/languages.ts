import type { ParseOptions } from 'sugar-high/core';
import * as python from 'sugar-high/lang/python';
import * as typescript from 'sugar-high/lang/typescript';
import type { Experiment } from '../../core/experiment.ts';
import { kerasProgram } from '../../export/keras.ts';
import type { Program } from '../../export/program.ts';
import type { PythonForm } from '../../export/python.ts';
import { pytorchProgram } from '../../export/pytorch.ts';
import { tfjsProgram } from '../../export/tfjsProgram.ts';

interface Language {
  /** Of a file that holds it. */
  readonly ending: string;
  /** How its words are told apart. */
  readonly grammar: ParseOptions;
  /** Whether notebooks are written in it. */
  readonly notebooks: boolean;
  program(experiment: Experiment, form: PythonForm): Program;
}

/** What an experiment can be written in. */
export const LANGUAGES = {
  pytorch: { ending: 'py', grammar: python, notebooks: true, program: pytorchProgram },
  keras: { ending: 'py', grammar: python, notebooks: true, program: kerasProgram },
  tfjs: {
    ending: 'ts',
    grammar: typescript,
    notebooks: false,
    program: (experiment, { weights }) => tfjsProgram(experiment, weights),
  },
} as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly LanguageName[];
