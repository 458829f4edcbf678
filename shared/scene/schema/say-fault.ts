import type * as z from 'zod/mini';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What is wrong with a value, to stand behind its path. Checks of our own bring their words themselves. */
export function sayFault(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is no ${issue.expected}`;
    case 'invalid_value':
      return `is not ${issue.values.join(' or ')}`;
    case 'too_big':
      return sayAmount(issue.origin, 'over', issue.maximum);
    case 'too_small':
      return sayAmount(issue.origin, issue.inclusive ? 'under' : 'not over', issue.minimum);
    default:
      return 'is broken';
  }
}

function sayAmount(of: string, than: string, limit: number | bigint): string {
  if (of === 'string') return `has ${than} ${limit} characters`;
  return of === 'array' ? `has ${than} ${limit} items` : `is ${than} ${limit}`;
}
