import { lazy, Suspense } from 'react';
import { IntlProvider } from 'use-intl';
import { Route, Router, Switch } from 'wouter';
import { DECIMAL_MARKS } from '../i18n/languages.ts';
import { countLoadFailure } from '../store/loadFailures.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { DecimalMarkContext } from '../ui/decimalMark.ts';
import { LoadFailureContext } from '../ui/useOnDemand.ts';
import { CrashPage } from './CrashPage.tsx';
import { importPlayground } from './embedded.ts';
import { useHashRoute } from './hashLocation.ts';
import { MissingPage } from './MissingPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { Shell } from './Shell.tsx';
import { type Language, useLanguage } from './useLanguage.ts';

// Each page is a chunk of its own, so that a reader of the article does not wait for the playground.
const Playground = lazy(importPlayground);
const Learn = lazy(() => import('./Learn.tsx'));
const PresenterPage = lazy(() => import('./PresenterPage.tsx'));

const WAITING = <main aria-busy="true" />;

/**
 * The whole page: language, routes, and what is shown when something breaks.
 *
 * @param first the language that it begins in
 */
export function App(first: Language) {
  const { locale, texts } = useLanguage(first);
  return (
    <IntlProvider locale={locale} messages={texts} timeZone="UTC">
      <DecimalMarkContext value={DECIMAL_MARKS[locale]}>
        <LoadFailureContext value={countLoadFailure}>
          <Boundary fallback={<CrashPage />}>
            <Router hook={useHashRoute}>
              <Suspense fallback={WAITING}>
                <Switch>
                  <Route path="/">
                    <Boundary key="playground" fallback={<MissingPage />}>
                      <Playground />
                    </Boundary>
                  </Route>
                  <Route path="/presenter">
                    <Boundary key="presenter" fallback={<MissingPage />}>
                      <PresenterPage />
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
        </LoadFailureContext>
      </DecimalMarkContext>
    </IntlProvider>
  );
}
