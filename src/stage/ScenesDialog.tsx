import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { LIMITS } from '../core/experiment.ts';
import type { Lecture } from '../core/lecture.ts';
import {
  addScene,
  changeScene,
  type LectureScene,
  LONGEST_NOTE,
  LONGEST_TITLE,
  MOST_SCENES,
  moveScene,
  parseLecture,
  writtenLecture,
} from '../core/lecture.ts';
import type { Parsed, Problem } from '../core/parsed.ts';
import { useLab } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { limitText } from '../i18n/limits.ts';
import { problemSentence } from '../i18n/problemSentence.ts';
import { LECTURES } from '../lectures/lectures.ts';
import { newId } from '../store/newId.ts';
import { pageStore } from '../store/page.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { download } from '../ui/download.ts';
import { FileField } from '../ui/FileField.tsx';
import { enterFullScreen } from '../ui/fullScreen.ts';
import { downIcon, moreIcon, upIcon } from '../ui/icons.tsx';
import { Menu } from '../ui/Menu.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCopy } from '../ui/useCopy.ts';
import { lectureLink, unpackedLecture } from './lectureLink.ts';
import { readyLecture } from './readyLecture.ts';
import styles from './ScenesDialog.module.css';
import { scenes, useScenes } from './useScenes.ts';

/** The longest file that is looked at, in bytes. */
const LARGEST_FILE = 4_000_000;
const close = () => pageStore.setState({ scenesOpen: false });

/** Title, note, and what happens when the scene is entered. */
function SceneForm({ scene }: { readonly scene: LectureScene }) {
  const t = useText();
  const change = (next: Partial<LectureScene>) => scenes.edit(changeScene(scene.id, next));
  const { entering } = scene;
  const { view } = scene.scene;
  return (
    <div className={styles.form}>
      <TextField
        label={t('stage.scenes.title')}
        value={scene.title}
        onChange={(title) => change({ title: title.slice(0, LONGEST_TITLE) })}
      />
      <label className={styles.note}>
        <span>{t('stage.scenes.note')}</span>
        <textarea
          rows={5}
          maxLength={LONGEST_NOTE}
          value={scene.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      <Select
        label={t('stage.scenes.entering')}
        labelled="above"
        value={entering.kind}
        options={(['nothing', 'epoch', 'end'] as const).map((kind) => ({
          value: kind,
          label: t(`stage.scenes.enterings.${kind}`),
        }))}
        onChange={(kind) =>
          change({ entering: kind === 'epoch' ? { kind, epoch: 100 } : { kind } })
        }
      />
      {entering.kind === 'epoch' && (
        <NumberField
          label={t('stage.scenes.epoch')}
          value={entering.epoch}
          limit={LIMITS.epochs}
          allowed={limitText(t, LIMITS.epochs)}
          onChange={(epoch) => change({ entering: { kind: 'epoch', epoch } })}
        />
      )}
      <Checkbox
        label={t('stage.scenes.guessing')}
        hint={t('stage.scenes.guessingHint')}
        checked={view.guessing}
        onChange={(guessing) => change({ scene: { ...scene.scene, view: { ...view, guessing } } })}
      />
    </div>
  );
}

interface RowProps {
  readonly scene: LectureScene;
  readonly number: number;
  readonly isPresent: boolean;
  readonly editing: boolean;
  readonly onEdit: () => void;
}

/** One scene of the list, and what can be done with it. */
function SceneRow({ scene, number, isPresent, editing, onEdit }: RowProps) {
  const t = useText();
  const lab = useLab();
  const title = scene.title || t('stage.scenes.untitled');
  const copy = () => scenes.edit(addScene({ ...scene, id: newId() }, scene.id));
  const { experiment, view, epoch } = lab.scene;
  return (
    <li className={styles.scene} aria-current={isPresent ? 'step' : undefined}>
      <div className={styles.row}>
        <Button look="link" onClick={() => scenes.enter(lab, scene)}>
          {`${number}. ${title}`}
        </Button>
        <span className={styles.tools}>
          <IconButton
            size="small"
            label={t('stage.scenes.up', { title })}
            onClick={() => scenes.edit(moveScene(scene.id, -1))}
          >
            {upIcon}
          </IconButton>
          <IconButton
            size="small"
            label={t('stage.scenes.down', { title })}
            onClick={() => scenes.edit(moveScene(scene.id, 1))}
          >
            {downIcon}
          </IconButton>
          <Menu
            trigger={
              <IconButton size="small" label={t('stage.scenes.more', { title })}>
                {moreIcon}
              </IconButton>
            }
            actions={[
              { label: t(editing ? 'stage.scenes.done' : 'stage.scenes.edit'), onSelect: onEdit },
              {
                label: t('stage.scenes.retake'),
                onSelect: () =>
                  scenes.edit(changeScene(scene.id, { scene: { experiment, view, epoch } })),
              },
              { label: t('stage.scenes.duplicate'), onSelect: copy },
              { label: t('stage.scenes.remove'), onSelect: () => scenes.remove(scene.id) },
            ]}
          />
        </span>
      </div>
      {editing && <SceneForm scene={scene} />}
    </li>
  );
}

/** A lecture from outside takes the present one's place, or says why not. */
function useTaking() {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const take = (read: Parsed<Lecture>) => {
    setProblems(read.ok ? [] : read.problems);
    if (read.ok) scenes.replace(read.value);
    return read.ok;
  };
  const takeFile = async (file: File) => {
    const malformed = { ok: false, problems: [{ field: 'lecture', reason: 'malformed' }] } as const;
    if (file.size > LARGEST_FILE) return void take(malformed);
    try {
      take(parseLecture(JSON.parse(await file.text())));
    } catch {
      take(malformed);
    }
  };
  return { problems, take, takeFile, forget: () => setProblems([]) };
}

/** The scenes of a lecture: made, ordered, kept, taken along and opened again. */
export function ScenesDialog() {
  const t = useText();
  const lab = useLab();
  const open = useStore(pageStore, (page) => page.scenesOpen);
  const sent = useStore(pageStore, (page) => page.sentLecture);
  const { lecture, present, unkept, back } = useScenes();
  const [edited, setEdited] = useState<string | null>(null);
  const { problems, take, takeFile, forget } = useTaking();
  const { copied, copy } = useCopy();
  const isEmpty = lecture.scenes.length === 0;
  // It is packed, which is too much for a dialog that is closed.
  const link = useMemo(() => (open ? lectureLink(lecture, location.href) : null), [open, lecture]);

  const add = () => {
    forget();
    const id = newId();
    const title = t('stage.scenes.newTitle', { number: String(lecture.scenes.length + 1) });
    const scene = { id, title, note: '', entering: { kind: 'nothing' }, scene: lab.scene } as const;
    scenes.edit(addScene(scene, present?.id));
    setEdited(id);
  };
  const begin = () => {
    close();
    lab.show({ presenting: true });
    void enterFullScreen();
    scenes.first(lab);
  };
  return (
    <Dialog
      title={t('stage.scenes.heading')}
      closeLabel={t('stage.scenes.close')}
      open={open}
      onClose={() => {
        forget();
        close();
      }}
      wide
    >
      <p className={styles.intro}>{t('stage.scenes.intro')}</p>
      {sent !== null && (
        <p className={styles.said}>
          {t('stage.scenes.sent')}{' '}
          <Button
            look="link"
            onClick={() => {
              take(unpackedLecture(sent));
              pageStore.setState({ sentLecture: null });
            }}
          >
            {t('stage.scenes.openSent')}
          </Button>
        </p>
      )}
      {unkept && (
        <p role="alert" className={styles.said}>
          {t(`stage.scenes.unkept.${unkept}`)}
        </p>
      )}
      {problems.length > 0 && (
        <div role="alert" className={styles.said}>
          {problems.slice(0, 4).map((problem) => (
            <p key={`${problem.field} ${problem.reason}`}>{problemSentence(t, problem)}</p>
          ))}
        </div>
      )}
      <div className={styles.lecture}>
        <TextField
          label={t('stage.scenes.lecture')}
          value={lecture.title}
          onChange={(title) =>
            scenes.edit((now) => ({ ...now, title: title.slice(0, LONGEST_TITLE) }))
          }
        />
        <Button look="primary" disabled={lecture.scenes.length >= MOST_SCENES} onClick={add}>
          {t('stage.scenes.add')}
        </Button>
        <Button look="outlined" disabled={isEmpty} onClick={begin}>
          {t('stage.scenes.begin')}
        </Button>
      </div>
      {isEmpty ? (
        <p className={styles.intro}>{t('stage.scenes.empty')}</p>
      ) : (
        <ol className={styles.list}>
          {lecture.scenes.map((scene, i) => (
            <SceneRow
              key={scene.id}
              scene={scene}
              number={i + 1}
              isPresent={scene.id === present?.id}
              editing={scene.id === edited}
              onEdit={() => setEdited(scene.id === edited ? null : scene.id)}
            />
          ))}
        </ol>
      )}
      {back && (
        <p role="status" className={styles.said}>
          {t('stage.scenes.changed')}{' '}
          <Button look="link" onClick={() => scenes.undo()}>
            {t('stage.scenes.undo')}
          </Button>
        </p>
      )}
      <div className={styles.ways}>
        <Button
          look="outlined"
          disabled={isEmpty}
          onClick={() =>
            download(
              'lecture.json',
              JSON.stringify(writtenLecture(lecture), null, 2),
              'application/json',
            )
          }
        >
          {t('stage.scenes.save')}
        </Button>
        <FileField
          label={t('stage.scenes.open')}
          accept=".json,application/json"
          onChoose={(file) => void takeFile(file)}
        />
        <Button look="outlined" disabled={!link} onClick={() => link && copy(link)}>
          {t(copied === 'yes' ? 'stage.scenes.copied' : 'stage.scenes.copy')}
        </Button>
        {!isEmpty && !link && <span className={styles.hint}>{t('stage.scenes.tooLong')}</span>}
        {copied === 'blocked' && <span role="alert">{t('stage.scenes.copyBlocked')}</span>}
      </div>
      <h2 className={styles.heading}>{t('stage.scenes.ready')}</h2>
      <ul className={styles.ready}>
        {LECTURES.map((ready) => (
          <li key={ready.name}>
            <Button look="link" onClick={() => scenes.replace(readyLecture(t, ready))}>
              {t(`lectures.${ready.name}.title`)}
            </Button>{' '}
            <span className={styles.hint}>
              {t('stage.scenes.takes', {
                minutes: ready.minutes,
                scenes: ready.scenes.length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
