import { RECIPES, type Recipe, recipeOf, withRecipe } from '../../core/recipes.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { useExperiment, useLab } from '../lab.ts';

const OWN = 'own';

/** How the network is trained as a whole; data and network stay as they are when one is chosen. */
export function RecipeSelect() {
  const t = useText();
  const { editor } = useLab();
  const chosen = recipeOf(useExperiment()) ?? OWN;
  const option = (value: Recipe | typeof OWN) => ({ value, label: t(`controls.recipes.${value}`) });
  return (
    <Select
      label={t('controls.recipe')}
      explanation={explained(t, 'recipe', t('controls.recipe'))}
      value={chosen}
      options={[
        ...(chosen === OWN ? [{ ...option(OWN), disabled: true }] : []),
        ...RECIPES.map(option),
      ]}
      onChange={(recipe) => {
        if (recipe !== OWN) editor.edit('recipe', (experiment) => withRecipe(experiment, recipe));
      }}
    />
  );
}
