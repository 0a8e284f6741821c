import { parseEmbed } from '../core/embed.ts';
import { EmbeddedPage } from '../embed/EmbeddedPage.tsx';
import { LabContext } from '../features/lab.ts';
import { Notices } from '../features/notices/Notices.tsx';
import { useText } from '../i18n/index.ts';
import { problemSentence } from '../i18n/problemSentence.ts';
import { Texts } from '../i18n/Texts.tsx';
import { startRun } from './startRun.ts';
import { useShownTheme } from './theme.ts';

const NOTHING = { hide: [], origin: [] } as const;

const asked = parseEmbed(location.hash);
const embed = asked.ok ? asked.value : NOTHING;
/** The frame's address is the other page's, and stays as it is. */
const lab = startRun(() => {});

/** A figure in a frame of another page. */
export default function Embedded() {
  const theme = useShownTheme();
  return (
    <Texts part="lab">
      <LabContext value={lab}>
        <EmbeddedPage embed={embed} theme={theme} notices={<EmbedNotices />} />
      </LabContext>
    </Texts>
  );
}

/** What is wrong with the address, and with the run. */
function EmbedNotices() {
  const t = useText();
  return (
    <>
      {!asked.ok && (
        <p role="alert">{asked.problems.map((problem) => problemSentence(t, problem)).join(' ')}</p>
      )}
      <Notices cures={null} />
    </>
  );
}
