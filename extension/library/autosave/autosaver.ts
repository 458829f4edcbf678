import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';

/** How it stands with what is edited. */
export type AutosaveState =
  /** Nothing was changed yet. */
  | { readonly name: 'untouched' }
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly at: number }
  | { readonly name: 'failed'; readonly why: AutosaveFailure };

export type AutosaveFailure = 'no-room' | 'locked' | 'unavailable' | 'failed';

export interface AutosaverOptions<Work> {
  /** Keeps `work`; whatever it throws is a failure, and it is called again. */
  readonly save: (work: Work) => Promise<void>;
  readonly onState: (state: AutosaveState) => void;
}

/** After the last change, … */
const PAUSE_MS = 700;
/** … and at the latest so long after the first one that is not saved: with the saving itself below 5 seconds. */
const LONGEST_MS = 2500;
const RETRY_MS = 5000;

/** Saves what changes, soon after it changed, one save at a time; what fails is tried again until it works. */
export class Autosaver<Work> {
  readonly #options: AutosaverOptions<Work>;
  #unsaved: { readonly work: Work; readonly since: number } | undefined;
  #saving: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: AutosaverOptions<Work>) {
    this.#options = options;
  }

  /** Whether all that changed is saved. */
  get isSaved(): boolean {
    return this.#unsaved === undefined && this.#saving === undefined;
  }

  /** Says that `work` is what is to be kept from now on. */
  change(work: Work): void {
    const now = Date.now();
    this.#unsaved = { work, since: this.#unsaved?.since ?? now };
    this.#options.onState({ name: 'saving' });
    const latest = this.#unsaved.since + LONGEST_MS - now;
    this.#saveIn(Math.max(0, Math.min(PAUSE_MS, latest)));
  }

  /** Saves now. Settles when all is saved, or saving failed. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    if (this.#unsaved) await this.#save(this.#unsaved);
  }

  /** Nothing is saved any more by itself. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** What was changed while saving: of a failed save it is what is tried next. */
  #later(): { readonly work: Work } | undefined {
    return this.#unsaved;
  }

  #saveIn(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.saveNow(), delayMs);
  }

  async #save(unsaved: { readonly work: Work; readonly since: number }): Promise<void> {
    this.#saving = this.#trySave(unsaved).finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
  }

  async #trySave({ work, since }: { readonly work: Work; readonly since: number }): Promise<void> {
    this.#unsaved = undefined;
    try {
      await this.#options.save(work);
      if (!this.#unsaved) this.#options.onState({ name: 'saved', at: Date.now() });
    } catch (error) {
      this.#unsaved = { ...(this.#later() ?? { work }), since };
      this.#options.onState({ name: 'failed', why: whyFailed(error) });
      this.#saveIn(RETRY_MS);
    }
  }
}

function whyFailed(error: unknown): AutosaveFailure {
  if (!(error instanceof SealedStoreError) || error.code === 'invalid-name') return 'failed';
  return error.code;
}
