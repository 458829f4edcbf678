import { type ComponentChildren, createContext } from 'preact';
import { useContext, useRef, useState } from 'preact/hooks';
import { ApiError } from '../../../shared/api/client/api-error.ts';
import { StepUpDialog } from './step-up-dialog.tsx';

/**
 * Does what the server may want confirmed first: then the person is asked, and it is done again.
 * False where the person did not want to.
 */
export type StepUp = (act: () => Promise<void>) => Promise<boolean>;

const StepUpContext = createContext<StepUp>(async () => false);

/** For every view below the provider. */
export const useStepUp = (): StepUp => useContext(StepUpContext);

/** Asks who it is before dangerous acts; once confirmed, for some minutes no more. */
export function StepUpProvider({ children }: { readonly children: ComponentChildren }) {
  const [isAsking, setAsking] = useState(false);
  const answer = useRef<((isConfirmed: boolean) => void) | null>(null);

  const stepUp: StepUp = async (act) => {
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'step-up-required')) throw error;
    }
    const isConfirmed = await new Promise<boolean>((resolve) => {
      answer.current = resolve;
      setAsking(true);
    });
    if (!isConfirmed) return false;
    await act();
    return true;
  };

  function settle(isConfirmed: boolean): void {
    setAsking(false);
    answer.current?.(isConfirmed);
    answer.current = null;
  }

  return (
    <StepUpContext.Provider value={stepUp}>
      {children}
      {isAsking && <StepUpDialog onSettled={settle} />}
    </StepUpContext.Provider>
  );
}
