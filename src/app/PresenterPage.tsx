import { Texts } from '../i18n/Texts.tsx';
import { Presenter } from '../stage/Presenter.tsx';

/** The presenter's window, with what it says. */
export default function PresenterPage() {
  return (
    <Texts part="lab">
      <Texts part="stage">
        <Presenter />
      </Texts>
    </Texts>
  );
}
