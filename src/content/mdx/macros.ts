/** TeX macros of the article. Each marks its symbol with the glossary's entry of that name. */
const symbol = (name: string, tex: string) => `\\htmlData{sym=${name}}{${tex}}`;

const SYMBOLS: readonly (readonly [macro: string, entry: string, tex: string])[] = [
  ['\\vx', 'x', 'x'],
  ['\\vxi', 'xi', 'x_i'],
  ['\\vy', 'y', 'y'],
  ['\\vyi', 'yi', 'y_i'],
  ['\\vn', 'n', 'n'],
  ['\\vi', 'i', 'i'],
  ['\\va', 'a', 'a'],
  ['\\vb', 'b', 'b'],
  ['\\vw', 'w', 'w'],
  ['\\vX', 'X', 'X'],
  ['\\vdim', 'd', 'd'],
  ['\\vD', 'D', 'D'],
  ['\\veta', 'eta', '\\eta'],
  ['\\vmu', 'mu', '\\mu'],
  ['\\vsigma', 'sigma', '\\sigma'],
  ['\\vNormal', 'normal', '\\mathcal{N}'],
  ['\\vE', 'expectation', '\\mathbb{E}'],
  ['\\vVar', 'variance', '\\operatorname{Var}'],
  ['\\vp', 'p', 'p'],
  ['\\vnone', 'n1', 'n_1'],
  ['\\vnzero', 'n0', 'n_0'],
  ['\\vnc', 'nc', 'n_c'],
  ['\\vpc', 'pc', 'p_c'],
  ['\\vq', 'qhat', '\\hat{p}'],
  ['\\vqc', 'qhatc', '\\hat{p}_c'],
  ['\\veps', 'eps', '\\varepsilon'],
  ['\\vf', 'f', 'f'],
  ['\\vK', 'K', 'K'],
  ['\\vk', 'k', 'k'],
  ['\\vpik', 'pik', '\\pi_k'],
  ['\\vmuk', 'muk', '\\mu_k'],
  ['\\vsigmak', 'sigmak', '\\sigma_k'],
  ['\\vak', 'ak', 'a_k'],
  ['\\vsk', 'sk', 's_k'],
  ['\\vgk', 'gammak', '\\gamma_k'],
  ['\\vlk', 'ellk', '\\ell_k'],
  ['\\vLoss', 'L', 'E'],
  ['\\vtheta', 'theta', '\\theta'],
  ['\\vr', 'r', 'r'],
];

export const MACROS: Readonly<Record<string, string>> = Object.fromEntries(
  SYMBOLS.map(([macro, entry, tex]) => [macro, symbol(entry, tex)]),
);

/** How each entry of the glossary is set. */
export const SYMBOL_TEX: Readonly<Record<string, string>> = Object.fromEntries(
  SYMBOLS.map(([, entry, tex]) => [entry, tex]),
);
