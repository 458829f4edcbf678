import { useEffect, useState } from 'preact/hooks';
import type { PasswordRating } from './rate-password.ts';

/** The rating of what is typed; undefined while nothing is, or while it is rated. The dictionaries load when first needed. */
export function useRating(password: string, known: readonly string[]): PasswordRating | undefined {
  const [rating, setRating] = useState<PasswordRating>();
  const knownText = known.join('\n');
  useEffect(() => {
    let isPresent = true;
    if (password === '') setRating(undefined);
    else {
      void import('./rate-password.ts').then(({ ratePassword }) => {
        if (isPresent) setRating(ratePassword(password, knownText.split('\n')));
      });
    }
    return () => {
      isPresent = false;
    };
  }, [password, knownText]);
  return rating;
}
