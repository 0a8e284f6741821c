import { type ComponentType, Suspense } from 'react';
import type { Part } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { askForTexts } from './language.ts';

/** How a component is loaded together with the part of the texts that it speaks. */
export function withTexts<Props extends object>(
  part: Part,
  load: () => Promise<ComponentType<Props>>,
): () => Promise<ComponentType<Props>> {
  return async () => {
    const [Component] = await Promise.all([load(), askForTexts(part)]);
    return (props) => (
      <Suspense fallback={null}>
        <Texts part={part}>
          <Component {...props} />
        </Texts>
      </Suspense>
    );
  };
}
