import { afterEach, describe, expect, it } from 'vitest';
import { articleExperiment } from '../../src/core/article.ts';
import { withData } from '../../src/core/usual.ts';
import { Lab } from '../../src/store/lab.ts';

const labs: Lab[] = [];
const open = () => {
  const lab = new Lab(articleExperiment('sine', 'mdn'));
  labs.push(lab);
  return lab;
};

describe('a lab whose data change', () => {
  afterEach(() => {
    for (const lab of labs.splice(0)) lab.dispose();
  });

  it('cuts among the new points, and again among the old ones when that is undone', () => {
    const lab = open();
    const cursor = () => lab.view.getState().cursor;
    lab.editor.edit('data.name', (experiment) => withData(experiment, 'lidar'));
    expect(cursor()).toBe(555);
    lab.editor.undo();
    expect(Math.abs(cursor())).toBeLessThan(1);
  });

  it('cuts where it did, where the new data have points too, and where only their number changes', () => {
    const lab = open();
    lab.show({ cursor: 4 });
    lab.editor.edit('data.name', (experiment) => withData(experiment, 'inverted'));
    expect(lab.view.getState().cursor).toBe(4);
    lab.show({ cursor: 1000 });
    lab.editor.set('data.points', 200);
    expect(lab.view.getState().cursor).toBe(1000);
  });

  it('cuts where a scene says', () => {
    const lab = open();
    const experiment = withData(lab.editor.experiment, 'engel');
    lab.apply('scene', { experiment, view: { cursor: 900 } });
    expect(lab.view.getState().cursor).toBe(900);
  });
});
