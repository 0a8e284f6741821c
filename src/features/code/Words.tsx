import type { ParsedToken, TokenType } from 'sugar-high/core';
import styles from './Words.module.css';

/** Words that are set apart by colour. */
const COLOURED: Partial<Record<TokenType, string | undefined>> = {
  keyword: styles.keyword,
  string: styles.string,
  comment: styles.comment,
};

interface WordsProps {
  readonly tokens: readonly ParsedToken[];
  /** What an identifier is called in mathematics, by the glossary's entry. */
  readonly symbolOf?: (token: ParsedToken, next?: ParsedToken) => string | undefined;
}

/** One line of a program. */
export function Words({ tokens, symbolOf }: WordsProps) {
  return (
    <code className={styles.words}>
      {tokens.map((token, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word is its place
        <span key={i} className={COLOURED[token.type]} data-sym={symbolOf?.(token, tokens[i + 1])}>
          {token.value}
        </span>
      ))}
    </code>
  );
}
