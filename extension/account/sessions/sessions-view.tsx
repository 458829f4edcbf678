import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { endOtherSessions, endSession, listSessions, renameSession } from '../acts/sessions.ts';
import { signOutEverywhere, signOutHere } from '../acts/sign-out.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { SessionRow } from './session-row.tsx';

/** Every browser that is signed in, and a way to end each. */
export function SessionsView() {
  const sessions = useLoaded(listSessions);
  const isAlone = sessions.value?.length === 1;

  async function afterwards(act: Promise<void>): Promise<void> {
    await act;
    await sessions.reload();
  }

  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.sessions.title')} />
      <p>{i18n.t('account.sessions.about')}</p>
      <LoadProblem loaded={sessions} />
      <ul class="rows">
        {sessions.value?.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onRename={(name) => afterwards(renameSession(session.id, name))}
            onEnd={() => (session.current ? signOutHere() : afterwards(endSession(session.id)))}
          />
        ))}
      </ul>
      <div class="row">
        {!isAlone && (
          <ConfirmAct
            label={i18n.t('account.sessions.endOthers')}
            title={i18n.t('account.sessions.endOthersTitle')}
            body={i18n.t('account.sessions.endOthersBody')}
            onConfirm={() => afterwards(endOtherSessions())}
          />
        )}
        <ConfirmAct
          label={i18n.t('account.sessions.endAll')}
          title={i18n.t('account.sessions.endAllTitle')}
          body={i18n.t('account.sessions.endAllBody')}
          onConfirm={signOutEverywhere}
        />
      </div>
    </div>
  );
}
