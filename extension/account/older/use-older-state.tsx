import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { OlderStateError } from '../../../shared/account/older-state.ts';
import { OlderStateView } from './older-state-view.tsx';

interface UseOlderState {
  /** Runs what enters the account; what can be accepted is shown in place of the form. */
  readonly notice: (act: () => Promise<void>) => Promise<void>;
  /** What to show in place of the form, where something was noticed. */
  readonly view: ComponentChildren;
}

/** Lets a person decide about a server that shows an older state, where the account is entered. What was typed stays. */
export function useOlderState<Entered>(
  onEntered: (entered: Entered) => Promise<void> | void,
): UseOlderState {
  const [refusal, setRefusal] = useState<OlderStateError<Entered>>();

  async function notice(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof OlderStateError)) throw error;
      setRefusal(error);
    }
  }

  const view = refusal && (
    <OlderStateView
      reason={refusal.message}
      onAccept={async () => onEntered(await refusal.accept())}
      onBack={() => setRefusal(undefined)}
    />
  );
  return { notice, view };
}
