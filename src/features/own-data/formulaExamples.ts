import type { Formula } from '../../core/datasets/formula.ts';

const NONE: Formula = { x: '', y: '', from: '', to: '', dx: '', dy: '' };

/** Formulas to begin with. */
export const EXAMPLES = {
  growing: { ...NONE, y: '2*sin(x)', from: '0', to: '10', dy: '0.1 + 0.1*x' },
  cubic: { ...NONE, x: 'y^3 - 3*y', from: '-2.2', to: '2.2', dx: '0.3' },
  crest: { ...NONE, x: '0.7*y + 7*sin(0.75*y)', from: '-10', to: '10', dx: '1' },
  steps: { ...NONE, y: 'floor(x) + 0.2*x', from: '-3', to: '3', dy: '0.2' },
  circle: { ...NONE, x: '3*cos(t)', y: '3*sin(t)', from: '0', to: '2*pi', dy: '0.2' },
  eight: { ...NONE, x: '3*sin(t)', y: '3*sin(2*t)', from: '0', to: '2*pi', dy: '0.15' },
  flower: {
    x: '(2 + cos(5*t))*cos(t)',
    y: '(2 + cos(5*t))*sin(t)',
    from: '0',
    to: '2*pi',
    dx: '0.1',
    dy: '0.1',
  },
} satisfies Record<string, Formula>;
