import { lazy, Suspense } from 'react';
import { IntlProvider } from 'use-intl';
import { Route, Router, Switch } from 'wouter';
import { LOCALE, type Parts } from '../i18n/languages.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { CrashPage } from './CrashPage.tsx';
import { useHashRoute } from './hashLocation.ts';
import { MissingPage } from './MissingPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';

// Each page is a chunk of its own, so that a reader of the article does not wait for the playground.
const Playground = lazy(() => import('./Playground.tsx'));
const Learn = lazy(() => import('./Learn.tsx'));

const WAITING = <main aria-busy="true" />;

interface AppProps {
  /** What any page says. */
  readonly texts: Parts['page'];
}

/** The whole page: language, routes, and what is shown when something breaks. */
export function App({ texts }: AppProps) {
  return (
    <IntlProvider locale={LOCALE} messages={texts} timeZone="UTC">
      <Boundary fallback={<CrashPage />}>
        <Router hook={useHashRoute}>
          <Suspense fallback={WAITING}>
            <Switch>
              <Route path="/">
                <Boundary key="playground" fallback={<MissingPage />}>
                  <Playground />
                </Boundary>
              </Route>
              <Route path="/learn/*?">
                <Boundary key="learn" fallback={<MissingPage />}>
                  <Shell>
                    <Suspense fallback={WAITING}>
                      <Learn />
                    </Suspense>
                  </Shell>
                </Boundary>
              </Route>
              <Route>
                <Shell>
                  <NotFoundPage />
                </Shell>
              </Route>
            </Switch>
          </Suspense>
        </Router>
      </Boundary>
    </IntlProvider>
  );
}
