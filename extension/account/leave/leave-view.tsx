import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { readAccount } from '../acts/read-account.ts';
import { LoadProblem } from '../forms/load-problem.tsx';
import { useLoaded } from '../forms/use-loaded.ts';
import { StepUpProvider } from '../step-up/step-up.tsx';
import { DeleteSection } from './delete-section.tsx';
import { ExportSection } from './export-section.tsx';
import { RestoreSection } from './restore-section.tsx';

/** The way out: everything in one file, and a deletion that is one. */
export function LeaveView() {
  const account = useLoaded(readAccount);
  return (
    <StepUpProvider>
      <PageHeading title={i18n.t('account.leave.title')} />
      <ExportSection />
      <LoadProblem loaded={account} />
      {account.value &&
        (account.value.deleteAfter === undefined ? (
          <DeleteSection email={account.value.email} onChanged={account.reload} />
        ) : (
          <RestoreSection deleteAfter={account.value.deleteAfter} onChanged={account.reload} />
        ))}
    </StepUpProvider>
  );
}
