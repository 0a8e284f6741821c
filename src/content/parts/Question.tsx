import {
  Children,
  isValidElement,
  type ReactElement,
  type ReactNode,
  useId,
  useState,
} from 'react';
import { markTask } from '../progress.ts';
import styles from './Check.module.css';
import { Check } from './Check.tsx';

interface ChoiceProps {
  readonly says: string;
  readonly right?: boolean;
  /** What there is to say to who has chosen it. */
  readonly children: ReactNode;
}

/** One answer of a question. The question draws it. */
export function Choice(_: ChoiceProps): ReactNode {
  return null;
}

const isChoice = (child: ReactNode): child is ReactElement<ChoiceProps> =>
  isValidElement(child) && child.type === Choice;

interface QuestionProps {
  readonly name: string;
  readonly title: string;
  /** The question, and its choices. */
  readonly children: ReactNode;
}

/** Something to predict. Every answer is told why it is right or wrong; the right one does the check. */
export function Question({ name, title, children }: QuestionProps) {
  const group = useId();
  const [chosen, setChosen] = useState<number | null>(null);
  const parts = Children.toArray(children);
  const choices = parts.filter(isChoice).map(({ props }) => props);
  const asked = `${group}-asked`;
  return (
    <Check name={name} title={title}>
      <div id={asked}>{parts.filter((part) => !isChoice(part))}</div>
      <div role="radiogroup" aria-labelledby={asked} className={styles.choices}>
        {choices.map(({ says, right }, i) => (
          <label key={says}>
            <input
              type="radio"
              name={group}
              checked={chosen === i}
              onChange={() => {
                setChosen(i);
                if (right) markTask(name);
              }}
            />{' '}
            <span>{says}</span>
          </label>
        ))}
      </div>
      <div aria-live="polite" className={styles.answer}>
        {chosen !== null && choices[chosen]?.children}
      </div>
    </Check>
  );
}
